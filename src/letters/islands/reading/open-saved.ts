import { readLetter } from '../../../kernel/reading/index.ts'
import { openSlot } from '../../../kernel/mailbox/index.ts'
import {
  type PaperWordsFault,
  mailboxIdentity,
  readPaperWords
} from '../../../kernel/seal/index.ts'
import { type Around, say, type Shown } from './draw-letter.ts'
import type { LetterProofs } from './export-letter.ts'
import type { NotShown } from './open-letter.ts'
import { type Believed, provenSenders } from './proven-senders.ts'
import { numberText } from './time.ts'

/** What the saved reader believes. */
export type OfflineData = Believed

type Answer =
  | { readonly refused: NotShown | 'proofsMissing' }
  | { readonly shown: Shown; readonly around: Around }

interface Brought {
  readonly sealed: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly proofs: readonly LetterProofs[]
}

const fileBytesMax = 90_000_000

/**
 * Opens saved letters. Each is judged by the proofs that were saved with it, which are themselves judged by
 * the log policy of this reader: whoever brings both files cannot make a sender of their own.
 */
export async function openSaved(
  data: OfflineData,
  given: { readonly files: readonly File[]; readonly key: string }
): Promise<Answer[]> {
  const { sealed, proofs } = await sortFiles(given.files)
  const identities = await identitiesOf(given.key.trim(), proofs)
  return Promise.all(
    sealed.map(async ({ name, bytes }) => {
      const own = proofs.find(({ letter }) => name.includes(letter)) ?? proofs[0]
      return own === undefined
        ? { refused: 'proofsMissing' as const }
        : openOne(data, { bytes, proofs: own, identities })
    })
  )
}

async function openOne(
  data: OfflineData,
  of: {
    readonly bytes: Uint8Array
    readonly proofs: LetterProofs
    readonly identities: readonly string[]
  }
): Promise<Answer> {
  const { bytes, proofs, identities } = of
  const proven = provenSenders(data, proofs)
  if (proven === null) return { refused: 'directory-refused' }
  const { acceptedAt, effectiveAt, sender, recipient } = proofs
  const expected = {
    letter: proofs.letter,
    sender: sender.key,
    sentAt: null,
    case: null,
    seenContent: null
  }
  const around = {
    // Titles come from the file that was brought: the name that is proven is that of the key.
    senderTitle: sender.key,
    recipientTitle: recipient.title,
    acceptedAt,
    effectiveAt,
    proof: { savedAt: proven.savedAt }
  }
  for (const identity of identities) {
    const reading = await readLetter(bytes, { identity, senders: proven.senders }, expected)
    if (reading.shown) return { shown: reading, around }
    if (reading.refused !== 'not-for-you') return { refused: reading.refused }
  }
  return { refused: 'not-for-you' }
}

/** The identities that a typed key gives: itself, or what the paper's words open. */
async function identitiesOf(key: string, proofs: readonly LetterProofs[]): Promise<string[]> {
  if (/^AGE-SECRET-KEY-/i.test(key)) return [key.toUpperCase()]
  const secret = readPaperWords(key)
  if (!secret.ok) throw new Error(wordFault(secret.reason))
  const found: string[] = []
  for (const { keyslots, mailbox } of proofs) {
    for (const slot of keyslots) {
      const seed = await openSlot(JSON.stringify(slot), { mailbox, secret: secret.value })
      if (seed.ok) found.push(mailboxIdentity(seed.value))
    }
  }
  if (found.length === 0) throw new Error(say('keyWrong'))
  return [...new Set(found)]
}

function wordFault({ code, at }: PaperWordsFault): string {
  return code === 'unknown-word' ? say('wordWrong', numberText(at)) : say('wordsWrong')
}

async function sortFiles(files: readonly File[]): Promise<Brought> {
  const sealed: Brought['sealed'][number][] = []
  const proofs: LetterProofs[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.slice(0, fileBytesMax).arrayBuffer())
    const read = readProofs(bytes)
    if (read === null) sealed.push({ name: file.name, bytes })
    else proofs.push(read)
  }
  return { sealed, proofs }
}

function readProofs(bytes: Uint8Array): LetterProofs | null {
  if (bytes[0] !== 0x7b) return null
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Partial<LetterProofs>
    const isOne =
      read.v === 1 &&
      typeof read.letter === 'string' &&
      typeof read.mailbox === 'string' &&
      typeof read.sender?.key === 'string' &&
      typeof read.sender.owner === 'string' &&
      typeof read.recipient?.title === 'string' &&
      Array.isArray(read.keyslots)
    return isOne ? (read as LetterProofs) : null
  } catch {
    return null
  }
}
