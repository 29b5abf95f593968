// Goal: the checklist says of every requirement what holds, and where that can be seen. Method: its lines are held
// against the numbers of the standard, and every file and every test that they name against the tree.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { asvs } from './asvs.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')
const verdicts = ['met', 'by construction', 'not applicable', 'not met']

interface Line {
  readonly id: string
  readonly level: string
  readonly what: string
  readonly verdict: string
  readonly where: string
  readonly why: string
}

const lines = parse<Line>(read('docs/security-checklist.csv'), { columns: true })
const due = Object.entries(asvs).flatMap(([section, levels]) =>
  levels.flatMap((numbers, index) =>
    numbers
      .split(' ')
      .filter((number) => number !== '')
      .map((number) => `${section}.${number} level ${String(index + 1)}`)
  )
)

test('every requirement of level 1 and 2 is answered once', () => {
  assert.equal(due.length, 253)
  const found = lines.map(({ id, level }) => `${id} level ${level}`)
  assert.deepEqual(found.toSorted(), due.toSorted())
})

test('every answer is one of four, and says where it can be seen, or why', () => {
  for (const { id, what, verdict, where, why } of lines) {
    assert.ok(verdicts.includes(verdict), id)
    assert.ok(what.length > 4, id)
    if (verdict.startsWith('not')) assert.ok(why.length > 5, `${id}: why?`)
    else assert.notEqual(where, '', `${id}: where?`)
  }
})

test('every file that is named is there, with the test of that name in it', () => {
  for (const { id, where } of lines) {
    // A title may hold a semicolon with a space after it.
    for (const place of where.split(/;(?! )/).filter((each) => each !== '')) {
      const [path = '', title = ''] = place.split('#')
      assert.ok(existsSync(resolve(root, path)), `${id}: ${path}`)
      assert.ok(read(path).includes(title), `${id}: ${path} has no “${title}”`)
    }
  }
})

test('what is said to be met is shown by tests for the most part', () => {
  const met = lines.filter(({ verdict }) => verdict === 'met')
  const shown = met.filter(({ where }) => /\.test\.ts/.test(where))
  assert.ok(shown.length > met.length / 2, `${String(shown.length)} of ${String(met.length)}`)
})

test('the head of docs/security.md tells the counts, and every requirement that is not met', () => {
  const text = read('docs/security.md')
  for (const verdict of verdicts) {
    const of = (level: string) =>
      lines.filter((line) => line.verdict === verdict && line.level === level).length
    const row = `| ${verdict} | ${String(of('1'))} | ${String(of('2'))} | ${String(of('1') + of('2'))} |`
    assert.ok(text.includes(row), row)
  }
  for (const { id, verdict } of lines)
    if (verdict === 'not met') assert.ok(text.includes(`| ${id} |`), `${id} is not told`)
})
