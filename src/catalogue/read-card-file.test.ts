import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { CardFileError, readCardFile } from './read-card-file.ts'

const file = resolve(
  import.meta.dirname,
  '../../agreements/services/10021001-meeting-the-governor.yaml'
)
const text = readFileSync(file, 'utf8')

function problemsOf(changed: string): string[] {
  try {
    readCardFile('card.yaml', changed)
    return []
  } catch (error) {
    assert.ok(error instanceof CardFileError)
    return error.message.split('\n')
  }
}

test('readCardFile names line and column of what is wrong', () => {
  const line = text.split('\n').findIndex((one) => one.startsWith('visitsMax')) + 1
  assert.match(
    problemsOf(text.replace('visitsMax: 1', 'visitsMax: -1'))[0] ?? '',
    new RegExp(`^card.yaml:${String(line)}:[0-9]+: /visitsMax `)
  )
  const inner = text.split('\n').findIndex((one) => one.includes('sizeBytesMax')) + 1
  assert.match(
    problemsOf(text.replace('sizeBytesMax: 5242880', 'sizeBytesMax: many'))[0] ?? '',
    new RegExp(`^card.yaml:${String(inner)}:[0-9]+: /documents/0/sizeBytesMax `)
  )
})

test('readCardFile keeps a date in one form, however it was written', () => {
  const dated = text.replace(/^ {2}date: \d{4}-\d{2}-\d{2}$/m, '  date: ۱ اردیبهشت ۱۴۰۵')
  assert.notEqual(dated, text)
  assert.equal(readCardFile('card.yaml', dated).filledBy.date, '1405-02-01')
})

test('readCardFile refuses broken and hostile YAML', () => {
  assert.match(problemsOf('code: "1')[0] ?? '', /^card.yaml:1:/)
  assert.ok(problemsOf('[]').length > 0)
  assert.ok(problemsOf('').length > 0)
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
    .split('')
    .map(
      (key, i, all) =>
        `${key}: &${key} [${Array.from({ length: 9 }, () => `*${all[i - 1] ?? 'a'}`).join(',')}]`
    )
    .join('\n')}`
  assert.ok(problemsOf(bomb).length > 0)
  assert.match(
    problemsOf(text.replace('ملاقات مردمی', 'ملاقات\u202e مردمی'))[0] ?? '',
    /\/title\/fa/
  )
  assert.match(problemsOf(`${text}\nsecret: 1`)[0] ?? '', /secret/)
})
