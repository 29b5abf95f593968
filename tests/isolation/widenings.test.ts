// Goal: nobody widens a request's scope to all rows in passing. Method: count the places in the sources
// and hold them against the list with its reasons.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { widenings } from './widenings.ts'

const root = resolve(import.meta.dirname, '../..')

test('each file that reads in the scope of the system is listed with its reasons', () => {
  const files = globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('src/platform/db/'))
    .toSorted()
  const found = files
    .map((file) => [file, readFileSync(resolve(root, file), 'utf8')] as const)
    .map(([file, text]) => [file, [...text.matchAll(/withScope\(\s*'system'/g)].length] as const)
    .filter(([, count]) => count > 0)
  const listed = Object.entries(widenings).map(([file, reasons]) => [file, reasons.length] as const)
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(listed))
  for (const [file, reasons] of Object.entries(widenings))
    for (const reason of reasons) assert.ok(reason.length > 20, `${file}: why?`)
})
