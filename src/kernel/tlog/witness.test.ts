import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growLog, logKey, nodePrimitives } from '../../../tests/support/tlog.ts'
import {
  formatAddCheckpoint,
  judgeAddCheckpoint,
  parseAddCheckpoint,
  portableSigningKey,
  proveConsistency,
  signCheckpoint,
  signatureTypes,
  toHex
} from './index.ts'
import type { WitnessedLog } from './index.ts'

const log = growLog(20)
const origin = logKey.key.name
const checkpointAt = (size: number, root = log.roots[size] as Uint8Array) =>
  signCheckpoint({ origin, size, root }, [logKey], 0)

async function request(oldSize: number, newSize: number) {
  const proof = await proveConsistency({ oldSize, newSize }, log.reader(newSize), nodePrimitives)
  return { oldSize, proof, checkpoint: checkpointAt(newSize) }
}

const at = (size: number): WitnessedLog => ({
  keys: [logKey.key],
  latest: { size, root: log.roots[size] as Uint8Array }
})

function answer(body: Parameters<typeof formatAddCheckpoint>[0], known: WitnessedLog | null) {
  const parsed = parseAddCheckpoint(formatAddCheckpoint(body))
  assert.ok(parsed.ok)
  return judgeAddCheckpoint(
    parsed.value,
    (name) => (name === origin ? known : null),
    nodePrimitives
  )
}

test('judgeAddCheckpoint accepts each honest step, the first and an empty one included', async () => {
  assert.equal(answer(await request(7, 20), at(7)).status, 200)
  assert.equal(answer(await request(7, 7), at(7)).status, 200)
  assert.equal(answer(await request(0, 20), { keys: [logKey.key], latest: null }).status, 200)
  assert.equal(answer(await request(0, 0), { keys: [logKey.key], latest: null }).status, 200)
})

test('judgeAddCheckpoint answers as the standard says', async () => {
  const honest = await request(7, 20)
  const stranger = portableSigningKey({
    name: origin,
    type: signatureTypes.note,
    seed: new Uint8Array(32)
  })
  assert.deepEqual(answer(honest, null), { status: 404 })
  assert.deepEqual(answer(honest, { ...at(7), keys: [stranger.key] }), { status: 403 })
  assert.deepEqual(answer({ ...honest, oldSize: 21 }, at(7)), { status: 400 })
  assert.deepEqual(answer(honest, at(9)), { status: 409, size: 9 })
  assert.deepEqual(answer(honest, { keys: [logKey.key], latest: null }), { status: 409, size: 0 })
  const fork = checkpointAt(7, growLog(7, 'fork').roots[7])
  assert.deepEqual(answer({ oldSize: 7, proof: [], checkpoint: fork }, at(7)), {
    status: 409,
    size: null
  })
  assert.deepEqual(answer({ ...honest, proof: [] }, at(7)), { status: 422 })
  const forked = checkpointAt(20, growLog(20, 'fork').roots[20])
  assert.deepEqual(answer({ ...honest, checkpoint: forked }, at(7)), { status: 422 })
})

test('parseAddCheckpoint reads what formatAddCheckpoint writes', async () => {
  const body = await request(7, 20)
  const parsed = parseAddCheckpoint(formatAddCheckpoint(body))
  assert.ok(parsed.ok)
  assert.equal(parsed.value.oldSize, 7)
  assert.deepEqual(parsed.value.proof.map(toHex), body.proof.map(toHex))
})

test('parseAddCheckpoint refuses each malformed form with its reason', async () => {
  const good = formatAddCheckpoint(await request(7, 20))
  const hash = `${'A'.repeat(43)}=\n`
  const wrong: [string, string][] = [
    ['', 'witness-form'],
    [good.replace('\n\n', '\n'), 'witness-proof-form'],
    [good.replace('old 7', 'old 07'), 'witness-old-size'],
    [good.replace('old 7', 'old -7'), 'witness-old-size'],
    [good.replace('old 7', 'old  7'), 'witness-old-size'],
    [good.replace('old 7', 'new 7'), 'witness-old-size'],
    [good.replace('old 7\n', `old 7\nAAAA\n`), 'witness-proof-form'],
    [good.replace('old 7\n', `old 7\n${hash.repeat(64)}`), 'witness-too-many-hashes'],
    [good.slice(0, -1), 'note-form'],
    [good.replace('\n20\n', '\n020\n'), 'checkpoint-size'],
    ['x'.repeat(400_000), 'too-large']
  ]
  for (const [text, reason] of wrong) {
    assert.deepEqual(
      parseAddCheckpoint(text),
      { ok: false, reason },
      JSON.stringify(text.slice(0, 50))
    )
  }
})
