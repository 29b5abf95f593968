// Goal: nothing reads content without the data policy (PI-5). Method: the functions that read content are
// listed; every file of the source that imports one is listed, too, and demands the use or says why not.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'
import { contentStores } from './support/content-readers.ts'

const root = resolve(import.meta.dirname, '..')
const sources = new Map(
  globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')])
)
const demands = /\b(openCase|demandUse|demandCaseUse|viewCase|recordCaseRefusal)\(/

/** The names that a file imports from another, by the path of that other. */
function importsOf(file: string): [string, string[]][] {
  const text = sources.get(file) ?? ''
  return [...text.matchAll(/import \{([^}]*)\} from '(\.[^']+)'/g)].map(
    ([, names = '', path = '']) => [
      relative(root, resolve(root, dirname(file), path)),
      names.split(',').map((name) => name.trim().replace(/^type /, ''))
    ]
  )
}

for (const { store, readers, by } of contentStores) {
  test(`${store}: only listed files read content`, () => {
    for (const reader of readers) {
      assert.match(sources.get(store) ?? '', new RegExp(`function\\*? ${reader}\\b`), reader)
    }
    const found = [...sources.keys()].filter((file) =>
      importsOf(file).some(
        ([from, names]) => from === store && names.some((n) => readers.includes(n))
      )
    )
    assert.deepEqual(found.toSorted(), by.map(({ file }) => file).toSorted())
  })
  test(`${store}: whoever reads demands the use, or says why not`, () => {
    for (const { file, reason } of by) {
      if (reason === null) assert.match(sources.get(file) ?? '', demands, file)
    }
  })
}

test('content is selected by the listed stores alone', () => {
  const listed = new Set(contentStores.map(({ store }) => store))
  const tables = ['file_chunks', 'case_notes', 'drafts', 'failure_report_photos', 'case_receipts']
  const reads = new RegExp(`\\b(from|join) (${tables.join('|')})\\b`)
  const others = [...sources].filter(([file, text]) => !listed.has(file) && reads.test(text))
  // What people are handed of themselves, and what of it is erased.
  const allowed = new Set([
    'src/cases/personal-data-store.ts',
    'src/outages/reports/person-report-store.ts'
  ])
  assert.deepEqual(
    others.map(([file]) => file).filter((file) => !allowed.has(file)),
    []
  )
})
