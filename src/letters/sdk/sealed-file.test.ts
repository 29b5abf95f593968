// Goal: a file of this machine comes whole, in one memory, and is open no longer than a piece is read. Method: a
// file of several pieces, read to its end and left in the middle; what this process has open.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { piecesOfFile, writePieces } from './sealed-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-pieces-'))
after(() => rm(folder, { recursive: true }))
const path = join(folder, 'in')
const bytes = Buffer.alloc(2_500_000, 'نامه')
await writeFile(path, bytes)

/** How often this process has the file open. */
async function opened(): Promise<number> {
  const links = (await readdir('/proc/self/fd')).map((fd) =>
    readlink(`/proc/self/fd/${fd}`).catch(() => '')
  )
  return (await Promise.all(links)).filter((link) => link === path).length
}

test('piecesOfFile gives all bytes, every piece in the same memory', async () => {
  const memories = new Set<ArrayBufferLike>()
  for await (const { buffer } of piecesOfFile(path)) memories.add(buffer)
  assert.equal(memories.size, 1)
  const copy = join(folder, 'out')
  assert.equal((await writePieces(copy, piecesOfFile(path))).bytes, bytes.length)
  assert.ok(bytes.equals(await readFile(copy)))
})

test('piecesOfFile leaves nothing open, also where nobody reads on', async (t) => {
  if (process.platform !== 'linux') return t.skip('what is open is asked of Linux')
  const reading = piecesOfFile(path)
  assert.equal((await reading.next()).done, false)
  assert.equal(await opened(), 0)
})

test('piecesOfFile throws where there is no file', async () => {
  await assert.rejects(piecesOfFile(join(folder, 'none')).next(), { code: 'ENOENT' })
})
