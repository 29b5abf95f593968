// Goal: a start that cannot open its door changes nothing. Method: the port is taken, the database empty.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testServer } from '../support/database.ts'
import { runPeyman } from '../support/desk-process.ts'
import { scratchDatabase, tableHashes } from '../support/scratch-database.ts'

const server = await testServer()
after(() => server.stop())
const folder = await mkdtemp(join(tmpdir(), 'peyman-port-'))
after(() => rm(folder, { recursive: true, force: true }))

test('a start on a port that is taken says so, and neither migrates nor writes anything', async () => {
  const url = await scratchDatabase(server.url)
  const taken = createServer().listen(0, 'localhost')
  await new Promise((settle) => taken.once('listening', settle))
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const given = { PORT: String(port), HOST: 'localhost', DATABASE_URL: url, PEYMAN_DATA: folder }
  const ended = await runPeyman(['serve'], given)
  await new Promise((settle) => taken.close(settle))
  assert.equal(ended.code, 2)
  assert.match(ended.stderr, /EADDRINUSE/)
  assert.match(ended.stderr, /another port/)
  assert.equal((await tableHashes(url)).size, 0)
  assert.deepEqual(await readdir(folder), [])
})
