import { randomBytes } from 'node:crypto'
import {
  type LetterDraft,
  type Pieces,
  type SealPrimitives,
  judgeSender,
  mailboxKeys,
  newMailboxSeed,
  openLetter,
  portableSealPrimitives,
  sealLetter
} from '../../src/kernel/seal/index.ts'
import { parseVerifierKey } from '../../src/kernel/tlog/index.ts'
import { nativePrimitives } from '../../src/letters/native/index.ts'
import { ratesOf } from './rates.ts'

/** Bytes of what is sealed. */
export const sizes = [2_000, 100_000, 10_000_000] as const

/** A letter that weighs about so much: its text up to 2 kB, an attachment beyond. */
export function draftOf(bytes: number): LetterDraft {
  const isText = bytes <= 2000
  const content = isText ? new Uint8Array() : new Uint8Array(randomBytes(bytes))
  return {
    letter: '0193a1b2-0000-7000-8000-000000000001',
    sender: { authority: 'sko', unit: 'citizen-services' },
    subject: 'نتیجه درخواست شما',
    sentAt: '2026-11-22T06:00:00Z',
    case: null,
    body: 'متن نامه '.repeat(isText ? bytes / 16 : 10),
    attachments: isText ? [] : [{ name: 'answer.pdf', type: 'application/pdf', content }]
  }
}

const recipients = await Promise.all(
  Array.from({ length: 64 }, () =>
    mailboxKeys(newMailboxSeed(), 'desk.example/mailbox/1', nativePrimitives)
  )
)

function right<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function wayOf(primitives: SealPrimitives, bytes: number) {
  const sender = await mailboxKeys(
    newMailboxSeed(),
    'desk.example/sko/citizen-services',
    primitives
  )
  const keys = sender.keys.map((text) => right(parseVerifierKey(text)))
  const [own] = recipients
  if (own === undefined) throw new Error('no recipient')
  const to = (i: number) => recipients[i % recipients.length]?.recipient ?? own.recipient
  const plain = new Uint8Array(randomBytes(bytes))
  const draft = draftOf(bytes)
  const file = right(await primitives.encrypt(own.recipient, [plain]))
  const { signers } = sender
  const letter = right(await sealLetter(draft, { recipient: own.recipient, signers }, primitives))
  return {
    'file sealed': async (i: number) => giveBack(right(await primitives.encrypt(to(i), [plain]))),
    'file opened': async () => giveBack(right(await primitives.decrypt(file, own.identity))),
    'stream sealed': async (i: number) =>
      passed(right(await primitives.encryptStream(to(i), inPieces(plain)))),
    'stream opened': async () =>
      passed(right(await primitives.decryptStream(inPieces(file), own.identity))),
    'letter sealed': async (i: number) =>
      right(await sealLetter(draft, { recipient: to(i), signers }, primitives)),
    'letter opened': async () => {
      const opened = right(await openLetter(letter.file, own.identity, primitives))
      const { verdict } = judgeSender(opened, keys, primitives)
      if (verdict !== 'verified') throw new Error(verdict)
    }
  }
}

/**
 * Gives the memory of a whole file back, as one does who has written it: for every 64 MB that wait for the
 * garbage collector it goes through all that the process holds, whichever path it takes.
 */
function giveBack({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}

/** Bytes as a file on a disk gives them. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const pieceBytes = 65_536
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

/** Takes all pieces and keeps none, as what writes them to a disk does. */
async function passed(pieces: Pieces): Promise<number> {
  let bytes = 0
  for await (const piece of pieces) bytes += piece.length
  return bytes
}

/** What is measured, in words. */
export const works = [
  'file sealed',
  'file opened',
  'stream sealed',
  'stream opened',
  'letter sealed',
  'letter opened'
] as const

/** One of {@link works}. */
export type Work = (typeof works)[number]

/** The two ways to seal, by name. */
export const paths = { native: nativePrimitives, portable: portableSealPrimitives } as const

/** How often this process does one of the works in a second of the processor. */
export async function rateOf(
  path: keyof typeof paths,
  { work, bytes }: { readonly work: Work; readonly bytes: number },
  time: { readonly seconds: number; readonly rounds: number }
): Promise<number> {
  const ways = await wayOf(paths[path], bytes)
  const [rate] = await ratesOf([{ name: path, call: ways[work] }], time)
  return rate?.perSecond ?? 0
}
