// Goal: what we sign and prove is right for those who share no code with us. Method: sigstore-js, which
// reads signed notes, checkpoints and RFC 6962 proofs for its own logs, judges ours.
import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import { verifyCheckpoint } from '@sigstore/verify/dist/tlog/checkpoint.js'
import { verifyMerkleInclusion } from '@sigstore/verify/dist/tlog/merkle.js'
import {
  parseReceipt,
  portableSigningKey,
  proveInclusion,
  sealBatch,
  signatureTypes,
  signCheckpoint
} from '../../src/kernel/tlog/index.ts'
import { growLog, hex, logKey, nodePrimitives, vectors } from '../support/tlog.ts'

type Entry = Parameters<typeof verifyMerkleInclusion>[0]
type Authority = Parameters<typeof verifyCheckpoint>[1][number]

const postQuantum = portableSigningKey({
  name: logKey.key.name,
  type: signatureTypes.postQuantum,
  seed: new Uint8Array(32).fill(9)
})

const authority = {
  // They look a key up by the first bytes of the log's id; C2SP's key id stands in their place.
  logID: Buffer.from(logKey.key.id),
  baseURL: `https://${logKey.key.name}`,
  publicKey: createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(logKey.key.publicKey).toString('base64url') },
    format: 'jwk'
  })
} as unknown as Authority

function entryOf(parts: {
  checkpoint: string
  index: number
  path: readonly Uint8Array[]
  body: Uint8Array
}): Entry {
  return {
    canonicalizedBody: Buffer.from(parts.body),
    inclusionProof: {
      logIndex: String(parts.index),
      hashes: parts.path.map((hash) => Buffer.from(hash)),
      checkpoint: { envelope: parts.checkpoint }
    }
  } as unknown as Entry
}

test('sigstore-js believes our checkpoints, also beside a post-quantum signature', () => {
  const log = growLog(5)
  const head = { origin: logKey.key.name, size: 5, root: log.roots[5] as Uint8Array }
  for (const keys of [[logKey], [postQuantum, logKey], [logKey, postQuantum]]) {
    const checkpoint = signCheckpoint(head, keys, 0)
    const part = { index: 0, path: [], body: new Uint8Array() }
    const read = verifyCheckpoint(entryOf({ checkpoint, ...part }), [authority])
    assert.equal(read.origin, head.origin)
    assert.equal(read.logSize, 5n)
    assert.ok(read.logHash.equals(head.root))
    const altered = checkpoint.replace('\n5\n', '\n6\n')
    assert.throws(() => verifyCheckpoint(entryOf({ checkpoint: altered, ...part }), [authority]))
  }
})

test('sigstore-js follows our inclusion proofs, at every place of every size', async () => {
  const log = growLog(40)
  for (let size = 1; size <= 40; size++) {
    const root = log.roots[size] as Uint8Array
    const checkpoint = signCheckpoint({ origin: logKey.key.name, size, root }, [logKey], 0)
    for (let index = 0; index < size; index++) {
      const path = await proveInclusion({ index, size }, log.reader(size), nodePrimitives)
      const body = log.entries[index] as Uint8Array
      const entry = entryOf({ checkpoint, index, path, body })
      verifyMerkleInclusion(entry, verifyCheckpoint(entry, [authority]))
      const other = entryOf({ checkpoint, index, path, body: Uint8Array.of(...body, 0) })
      assert.throws(() => {
        verifyMerkleInclusion(other, verifyCheckpoint(other, [authority]))
      })
    }
  }
})

test('sigstore-js follows the receipt of the byte vectors to the sealed entry', () => {
  const receipt = parseReceipt(vectors.receipt_member_2)
  assert.ok(receipt.ok)
  const commitments = vectors.members.map(({ commitment }) => hex(commitment))
  const sealed = sealBatch({ at: receipt.value.at, commitments })
  assert.ok(sealed.ok)
  const { index, path } = receipt.value.proof
  const checkpoint = vectors.checkpoint
  const entry = entryOf({ checkpoint, index, path, body: sealed.value.entry })
  verifyMerkleInclusion(entry, verifyCheckpoint(entry, [authority]))
})
