// Runs in the browser of the bench: seals and opens what it is told to, and says how often in a second.
import {
  judgeSender,
  mailboxKeys,
  newMailboxSeed,
  openLetter,
  openStream,
  piecesOf,
  sealLetter,
  sealStream
} from '../../src/kernel/seal/index.ts'
import { parseVerifierKey } from '../../src/kernel/tlog/index.ts'

const draft = {
  letter: '0193a1b2-0000-7000-8000-000000000001',
  sender: { authority: 'sko', unit: 'citizen-services' },
  subject: 'نتیجه درخواست شما',
  sentAt: '2026-11-22T06:00:00Z',
  case: null,
  body: 'متن نامه '.repeat(125),
  attachments: []
}
const own = await mailboxKeys(newMailboxSeed(), 'desk.example/mailbox/1')
const sender = await mailboxKeys(newMailboxSeed(), 'desk.example/sko/citizen-services')
const keys = sender.keys.map((text) => right(parseVerifierKey(text)))
const to = { recipient: own.recipient, signers: sender.signers }

function right<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function perSecond(call: () => Promise<unknown>, seconds: number): Promise<number> {
  await call()
  let calls = 0
  const begun = performance.now()
  do {
    await call()
    calls += 1
  } while (performance.now() - begun < seconds * 1000)
  return (calls * 1000) / (performance.now() - begun)
}

/** Letters of a size sealed and opened in a second of the wall. */
async function rates(bytes: number, seconds: number) {
  const content = new Uint8Array(bytes)
  const attachments = bytes <= 2000 ? [] : [{ name: 'a.bin', type: 'application/pdf', content }]
  const seal = async () => right(await sealLetter({ ...draft, attachments }, to)).file
  const file = await seal()
  const opened = await perSecond(async () => {
    const letter = right(await openLetter(file, own.identity))
    if (judgeSender(letter, keys).verdict !== 'verified') throw new Error('not verified')
  }, seconds)
  return { sealed: await perSecond(seal, seconds), opened }
}

/** Seconds to seal a file from the disk piece by piece and to open it again. */
async function streamed(bytes: number) {
  const blob = new Blob(Array.from({ length: bytes / 1_000_000 }, () => new Uint8Array(1_000_000)))
  const read = () => piecesOf(blob.stream())
  const attachments = [{ name: 'a.bin', type: 'application/octet-stream', read }]
  const begun = performance.now()
  const parts: Blob[] = []
  for await (const piece of right(await sealStream({ ...draft, attachments }, to)).file) {
    parts.push(new Blob([Uint8Array.from(piece)]))
  }
  const sealedAt = performance.now()
  let found = 0
  const opening = {
    identity: own.identity,
    write: (_: number, piece: Uint8Array) => void (found += piece.length)
  }
  const letter = right(await openStream(piecesOf(new Blob(parts).stream()), opening))
  if (judgeSender(letter, keys).verdict !== 'verified' || found !== bytes) throw new Error('not it')
  return {
    sealSeconds: (sealedAt - begun) / 1000,
    openSeconds: (performance.now() - sealedAt) / 1000
  }
}

Object.assign(globalThis, { bench: { rates, streamed } })
