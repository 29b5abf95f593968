// A process of its own: seals an attachment of so many bytes into a file piece by piece, opens it again, and
// prints the most memory that it ever held. Arguments: native or portable, bytes.
import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  judgeSender,
  mailboxKeys,
  newMailboxSeed,
  openStream,
  portableSealPrimitives,
  sealStream
} from '../../src/kernel/seal/index.ts'
import { parseVerifierKey } from '../../src/kernel/tlog/index.ts'
import { nativePrimitives } from '../../src/letters/native/index.ts'
import { piecesOfFile, writePieces } from '../../src/letters/sdk/index.ts'
import { mostHeldBytes } from '../desk/most-held.ts'

const [path, size] = process.argv.slice(2)
const bytes = Number(size)
const primitives = path === 'native' ? nativePrimitives : portableSealPrimitives
const own = await mailboxKeys(newMailboxSeed(), 'desk.example/mailbox/1', primitives)
const sender = await mailboxKeys(newMailboxSeed(), 'desk.example/sko/it', primitives)
const folder = mkdtempSync(join(tmpdir(), 'peyman-bench-stream-'))
const piece = randomFillSync(new Uint8Array(65_536))

async function* read(): AsyncGenerator<Uint8Array> {
  for (let left = bytes; left > 0; left -= piece.length) {
    yield await Promise.resolve(piece.subarray(0, left))
  }
}

function right<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const draft = {
  letter: '0193a1b2-0000-7000-8000-000000000001',
  sender: null,
  subject: '',
  sentAt: '2026-11-22T06:00:00Z',
  case: null,
  body: '',
  attachments: [{ name: 'a.bin', type: 'application/octet-stream', read }]
}

try {
  const file = join(folder, 'letter.age')
  const began = performance.now()
  const sealing = right(
    await sealStream(draft, { recipient: own.recipient, signers: sender.signers }, primitives)
  )
  await writePieces(file, sealing.file)
  const sealedAt = performance.now()
  let found = 0
  const opened = right(
    await openStream(
      piecesOfFile(file),
      { identity: own.identity, write: (_, part) => void (found += part.length) },
      primitives
    )
  )
  const openedAt = performance.now()
  const keys = sender.keys.map((text) => right(parseVerifierKey(text)))
  if (judgeSender(opened, keys, primitives).verdict !== 'verified' || found !== bytes) {
    throw new Error('it is not the letter')
  }
  const told = {
    maxRssBytes: mostHeldBytes(),
    sealSeconds: (sealedAt - began) / 1000,
    openSeconds: (openedAt - sealedAt) / 1000
  }
  process.stdout.write(`${JSON.stringify(told)}\n`)
} finally {
  rmSync(folder, { recursive: true })
}
