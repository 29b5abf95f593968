import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { formatSpooled, formatSpooledName } from './spool-format.ts'
import { Spool } from './spool.ts'

const root = await mkdtemp(join(tmpdir(), 'peyman-spool-'))
after(() => rm(root, { recursive: true }))
let folders = 0
const newFolder = () => join(root, String((folders += 1)))
const at = { boot: 'a', ticks: 1, wall: 2 }

async function open(folder: string, bytesMax = 1_000_000) {
  const said: string[] = []
  return { said, spool: await Spool.open(folder, { bytesMax, say: (line) => said.push(line) }) }
}

function batchOf(results: number, dropped = 0) {
  const batch = randomUUID()
  return { batch, at, results, body: JSON.stringify({ batch, results, dropped }) }
}

describe('Spool', () => {
  test('gives back what was put in, in order, also to the next run', async () => {
    const folder = newFolder()
    const { spool } = await open(folder)
    const made = [batchOf(3), batchOf(2)]
    for (const each of made) await spool.add(each)
    const next = (await open(folder)).spool
    const read = await Promise.all(next.waiting.map((name) => next.read(name)))
    assert.deepEqual(
      read.map((each) => each?.body),
      made.map(({ body }) => body)
    )
    assert.deepEqual(read[0]?.madeAt, at)
    for (const name of next.waiting) await next.remove(name)
    assert.deepEqual(await readdir(folder), [])
  })

  test('throws away the oldest when it is full, and tells each loss in one batch', async () => {
    const folder = newFolder()
    const { spool, said } = await open(folder, 700)
    for (let i = 0; i < 6; i += 1) await spool.add(batchOf(10, spool.untold))
    assert.ok(said.length > 0 && spool.waiting.length < 6)
    const bodies = await Promise.all(spool.waiting.map((name) => spool.read(name)))
    const told = bodies.reduce(
      (sum, each) => sum + (JSON.parse(each?.body ?? '{}') as { dropped: number }).dropped,
      0
    )
    // A batch that told of a loss and was lost itself is told of again, with all that it told.
    assert.equal(told + spool.untold + spool.waiting.length * 10, 60)
    assert.equal((await open(folder, 700)).spool.untold, spool.untold)
  })

  test('keeps the batch that is being sent', async () => {
    const { spool } = await open(newFolder(), 300)
    await spool.add(batchOf(1))
    const [first] = spool.waiting
    assert.ok(first && (await spool.read(first)))
    for (let i = 0; i < 4; i += 1) await spool.add(batchOf(1, spool.untold))
    assert.equal(spool.waiting[0]?.number, first.number)
    await spool.remove(first)
    assert.ok(spool.waiting.every(({ number }) => number !== first.number))
  })

  test('tells no loss twice where it was killed between telling and forgetting', async () => {
    const folder = newFolder()
    const { spool } = await open(folder)
    await spool.add(batchOf(7))
    await spool.drop(spool.waiting[0]!)
    const [lost = ''] = await readdir(folder)
    assert.match(lost, /-7\.lost$/)
    const telling = { number: 2, batch: randomUUID(), lost: 8 }
    const text = formatSpooled(at, [1], '{"dropped":7}')
    await writeFile(join(folder, `${formatSpooledName(telling)}.batch`), text)
    const next = (await open(folder)).spool
    assert.equal(next.untold, 0)
    assert.equal((await readdir(folder)).length, 1)
  })

  test('puts a damaged file and a refused one aside, and counts them as lost', async () => {
    const folder = newFolder()
    const { spool, said } = await open(folder)
    await spool.add(batchOf(4))
    await spool.add(batchOf(5))
    const [damaged, refused] = spool.waiting
    await writeFile(join(folder, `${formatSpooledName(damaged!)}.batch`), '{"v":1')
    assert.equal(await spool.read(damaged!), null)
    await spool.refuse(refused!)
    assert.match(said.join(), /damaged; its 4 results are lost/)
    assert.deepEqual([spool.waiting.length, spool.untold], [0, 9])
    assert.equal((await open(folder)).spool.untold, 9)
  })

  test('takes away what a killed write left half done', async () => {
    const folder = newFolder()
    const { spool } = await open(folder)
    await spool.add(batchOf(1))
    await writeFile(join(folder, '000000000002-x-1.batch.draft-abc'), 'half')
    assert.equal((await open(folder)).spool.waiting.length, 1)
    assert.equal((await readdir(folder)).length, 1)
  })
})
