import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkAgreement } from './agreement-check.ts'

const bytes = readFileSync(new URL('../../agreements/sk-1398.yaml', import.meta.url))
const file = 'agreements/sk-1398.yaml'
const broken = new TextEncoder().encode(
  bytes.toString('utf8').replace('articleCount: 7', 'articleCount: 8')
)
const line = bytes.toString('utf8').split('\n').indexOf('articleCount: 7') + 1

test('checkAgreement answers yes to a good file with its counts', () => {
  assert.deepEqual(checkAgreement(bytes, { file, lang: 'en', json: false }), {
    exitCode: 0,
    stdout: 'agreements/sk-1398.yaml: SK@1398 is valid (7 articles, 51 clauses)\n',
    stderr: ''
  })
})

test('checkAgreement answers no with file:line:column lines in the language asked for', () => {
  const english = checkAgreement(broken, { file, lang: 'en', json: false })
  assert.equal(english.exitCode, 1)
  assert.equal(
    english.stderr,
    `${file}:${String(line)}:15: The file holds 7 articles; articleCount must say so.\n`
  )
  const persian = checkAgreement(broken, { file, lang: 'fa', json: false })
  assert.match(persian.stderr, /فایل ۷ ماده دارد/)
})

test('checkAgreement answers JSON when asked, with both languages', () => {
  const { exitCode, stdout } = checkAgreement(broken, { file, lang: 'en', json: true })
  assert.equal(exitCode, 1)
  const answer = JSON.parse(stdout) as { ok: boolean; problems: { line: number; path: string }[] }
  assert.equal(answer.ok, false)
  assert.deepEqual(
    answer.problems.map((one) => [one.line, one.path]),
    [[line, '/articleCount']]
  )
})

test('checkAgreement answers no to what is not YAML at all', () => {
  for (const source of ['', '[[[[', '\u0000', '%', '- 1', 'null']) {
    const answer = checkAgreement(new TextEncoder().encode(source), {
      file,
      lang: 'en',
      json: false
    })
    assert.equal(answer.exitCode, 1)
    assert.match(answer.stderr, /^agreements\/sk-1398\.yaml:\d+:\d+: .+\n/)
  }
})
