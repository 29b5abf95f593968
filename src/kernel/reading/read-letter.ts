import {
  type OpenFault,
  type OpenedLetter,
  type SenderVerdict,
  judgeSender,
  openLetter
} from '../seal/index.ts'
import { type VerifierKey, parseVerifierKey, toBase64 } from '../tlog/index.ts'
import { epochOf } from './plain-time.ts'

/** What the platform says of a letter, to be held against what is sealed inside. */
export interface Expected {
  /** Id under which the letter was fetched; `null` for a file that somebody brings. */
  readonly letter: string | null
  /** Name that the keys of the sender carry: `<host>/<authority>/<unit>` or `<host>/mailbox/<id>`. */
  readonly sender: string
  /** RFC 3339, or `null` where nobody says. */
  readonly sentAt: string | null
  readonly case: string | null
  /** Base64 SHA-256 of the content that this device opened before under the same id. */
  readonly seenContent: string | null
}

/** Keys of the sender that the directory proved, one set for each entry, newest first. */
export interface SenderKeys {
  readonly sequence: number
  /** When the entry began to count, RFC 3339. */
  readonly at: string
  /** Verifier keys as text. */
  readonly keys: readonly string[]
}

/** Why a letter is not shown. */
export type Refused =
  | 'forged'
  | 'unsigned'
  | 'altered'
  | 'replayed'
  | 'sealed-again'
  | 'not-for-you'
  | 'unknown-sender'
  | 'unreadable'
  | 'too-large'

/** What does not make a letter false, and yet is to be told. */
export type Doubt = 'sent-at-differs' | 'case-differs' | 'old-key'

/** A letter that may be shown, or why it may not: then nothing of it leaves this function. */
export type Reading =
  | {
      readonly shown: true
      readonly letter: OpenedLetter
      readonly signedBy: SenderKeys
      readonly contentHash: string
      readonly doubts: readonly Doubt[]
    }
  | { readonly shown: false; readonly refused: Refused }

/** Clocks of senders may differ from that of the platform by so much. */
const skewMillisecondsMax = 10 * 60 * 1000

const faults: Partial<Record<OpenFault, Refused>> = {
  'age-other-recipient': 'not-for-you',
  'age-damaged': 'altered',
  'letter-truncated': 'altered',
  'letter-part-altered': 'altered',
  'letter-padding-invalid': 'altered',
  'letter-too-large': 'too-large'
}

/**
 * Opens a letter and decides whether a reader may show it (docs/specs/letter-reading.md §2): sealed to
 * this mailbox, under the id that was asked for, signed by every key of one entry of its sender.
 * @param by - `identity` of the mailbox; `senders`: entries proven by the key directory.
 */
export async function readLetter(
  file: Uint8Array,
  by: { readonly identity: string; readonly senders: readonly SenderKeys[] },
  expected: Expected
): Promise<Reading> {
  const opened = await openLetter(file, by.identity)
  if (!opened.ok) return refuse(refusedFor(opened.reason))
  return judgeLetter(opened.value, by.senders, expected)
}

/** Why a letter that did not open is not shown. */
export function refusedFor(fault: OpenFault): Refused {
  return faults[fault] ?? 'unreadable'
}

/** The same for a letter that is open already. */
export function judgeLetter(
  letter: OpenedLetter,
  senders: readonly SenderKeys[],
  expected: Expected
): Reading {
  if (expected.letter !== null && letter.header.letter !== expected.letter) {
    return refuse('replayed')
  }
  const contentHash = toBase64(letter.contentHash)
  if (letter.note === '') return refuse('unsigned')
  const judged = senders.map((entry) => ({ entry, ...judgeSender(letter, keysOf(entry)) }))
  const signed = judged.find((each) => each.verdict === 'verified' && each.name === expected.sender)
  if (signed === undefined) return refuse(refusalOf(judged.map(({ verdict }) => verdict)))
  if (!isSaidSender(letter.header.sender, expected.sender)) return refuse('forged')
  // True both times, and yet not the same: its sender, or who has the sender's key, wrote it twice.
  if (expected.seenContent !== null && expected.seenContent !== contentHash) {
    return refuse('altered')
  }
  const doubts = doubtsOf(letter, expected, signed.entry !== senders[0])
  return { shown: true, letter, signedBy: signed.entry, contentHash, doubts }
}

function refuse(refused: Refused): Reading {
  return { shown: false, refused }
}

function keysOf({ keys }: SenderKeys): VerifierKey[] {
  return keys.flatMap((text) => {
    const key = parseVerifierKey(text)
    return key.ok ? [key.value] : []
  })
}

/** The gravest of what the entries say; a name that none of them knows did not sign here at all. */
function refusalOf(verdicts: readonly SenderVerdict['verdict'][]): Refused {
  if (verdicts.includes('other-recipient')) return 'sealed-again'
  if (verdicts.includes('forged') || verdicts.includes('verified')) return 'forged'
  return 'unknown-sender'
}

/** A body that names another one inside than the one that signed makes its letter say two things. */
function isSaidSender(said: OpenedLetter['header']['sender'], name: string): boolean {
  if (said === null) return true
  const path = [said.authority, ...(said.unit === null ? [] : [said.unit])].join('/')
  return name.endsWith(`/${path}`)
}

function doubtsOf({ header }: OpenedLetter, expected: Expected, isOldKey: boolean): Doubt[] {
  const doubts: Doubt[] = []
  const skew = expected.sentAt === null ? 0 : millisecondsBetween(expected.sentAt, header.sentAt)
  if (skew > skewMillisecondsMax) doubts.push('sent-at-differs')
  if (expected.letter !== null && header.case !== expected.case) doubts.push('case-differs')
  if (isOldKey) doubts.push('old-key')
  return doubts
}

function millisecondsBetween(one: string, other: string): number {
  const [first, second] = [epochOf(one), epochOf(other)]
  return first === null || second === null ? 0 : Math.abs(first - second)
}
