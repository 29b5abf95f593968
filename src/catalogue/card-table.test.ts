import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { cardFields } from './card-fields.ts'
import { cellProblem, tableColumns } from './card-table.ts'

const specification = readFileSync(
  resolve(import.meta.dirname, '../../docs/specs/service-card.md'),
  'utf8'
)

test('the header and the fields of the specification are those of the program', () => {
  assert.ok(specification.includes(`\`\`\`csv\n${tableColumns.join(',')}\n\`\`\``))
  for (const { path, name } of cardFields) {
    assert.ok(specification.includes(`| \`${path}\` | ${name.fa} |`), path)
  }
})

test('cellProblem finds the column that holds a value', () => {
  const column = (pointer: string) =>
    cellProblem(3, { pointer, code: 'x', text: { fa: '', en: '' } }).column
  assert.equal(column('/title/en'), 'title.en')
  assert.equal(column('/steps/0/title/fa'), 'steps')
  assert.equal(column('/form/fields/2/choices'), 'form.fields')
  assert.equal(column('/code'), 'code')
})
