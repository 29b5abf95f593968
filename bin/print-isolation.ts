// Prints the matrix of every route and every role into docs/security.md: what each gets of others.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeActors } from '../tests/isolation/actors.ts'
import { printMatrix, withMatrix } from '../tests/isolation/print-matrix.ts'
import { readMatrix } from '../tests/isolation/read-matrix.ts'
import { startTestServer } from '../tests/support/server.ts'

const file = resolve(import.meta.dirname, '../docs/security.md')
const server = await startTestServer()
const { rows, leaks } = await readMatrix(server, await makeActors(server))
for (const leak of leaks) process.stderr.write(`${JSON.stringify(leak)}\n`)
writeFileSync(file, withMatrix(readFileSync(file, 'utf8'), printMatrix(rows)))
await server.app.close()
