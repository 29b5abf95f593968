// Goal: no route gives anybody what is another unit's, another authority's or another person's, nor tells
// that it is there. Method: every route of the app that names a thing, by every role and key, for each
// thing of others and for one that is not there; the lists, read by everybody.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { startTestServer } from '../support/server.ts'
import { makeActors } from './actors.ts'
import { readMatrix } from './read-matrix.ts'
import { matrixIn, printMatrix } from './print-matrix.ts'

const begun = performance.now()
const server = await startTestServer()
const actors = await makeActors(server)
const { rows, leaks } = await readMatrix(server, actors)

test('no route leads to what is of others, or tells that it is there', (t) => {
  const seconds = Math.round((performance.now() - begun) / 1000)
  t.diagnostic(`${String(rows.length)} routes, ${String(seconds)} s`)
  assert.deepEqual(leaks, [])
  assert.ok(rows.length > 60 && actors.length > 15)
})

test('docs/security.md prints the matrix as it is', () => {
  const document = readFileSync(resolve(import.meta.dirname, '../../docs/security.md'), 'utf8')
  assert.equal(matrixIn(document), printMatrix(rows), 'node bin/print-isolation.ts prints it anew')
})
