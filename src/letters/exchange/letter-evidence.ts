import { type Fact, factsOf } from '../../ledger/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { stateOfFact } from './letter-facts.ts'
import type { StoredLetter } from './letter.ts'
import { type LetterState, erdsEvents } from './letter-state.ts'
import { type StoredProof, proofsOf } from './proof-store.ts'
import { type Remark, remarksOf } from './remark-store.ts'
import { type Side, seeLetter } from './see-letter.ts'

/** One thing that happened to a letter, as both sides are shown it. */
export interface EvidenceItem {
  /** Id of the fact: `/api/v1/receipts/{fact}` is its receipt, for both sides. */
  readonly fact: string
  readonly kind: string
  /** The state that it brought the letter to; `null` for what is no state. */
  readonly state: LetterState | null
  /** Its name in ETSI EN 319 522; `null` for what is no state. */
  readonly event: string | null
  readonly at: Temporal.Instant
  /** SHA-256 of the sealed file then, base64. */
  readonly sha256: string | null
  /** Code that goes with it: the kind of a report, the way of a page by post, how an ended letter was opened. */
  readonly code: string | null
}

/** All that is known of a letter from outside it. */
export interface LetterEvidence {
  readonly letter: StoredLetter
  readonly side: Side
  readonly items: readonly EvidenceItem[]
  readonly proofs: readonly StoredProof[]
  readonly remarks: readonly Remark[]
}

/**
 * What happened to a letter, for its sender and its recipient alike.
 * @throws {LetterNotFoundError}
 */
export async function letterEvidence(
  context: Context,
  actor: Actor,
  id: string
): Promise<LetterEvidence> {
  const { letter, side } = await seeLetter(context, actor, { letter: id })
  const { db } = context
  const [facts, proofs, remarks] = await Promise.all([
    factsOfLetter(context, letter),
    proofsOf(db, letter),
    remarksOf(db, letter)
  ])
  const shown = facts.filter(({ kind }) => side === 'sender' || !senderOnly.includes(kind))
  return { letter, side, items: shown.map(itemOf), proofs, remarks: remarksFor(side, remarks) }
}

// What a unit settles within itself before it sends.
const senderOnly = ['letter.approval-asked', 'letter.approved', 'letter.approval-refused']

/** Facts from before a letter was resealed lie where it lay then: with its sender. */
async function factsOfLetter({ db }: Context, { id, heldBy, sender }: StoredLetter) {
  const places = [...new Set([sender.mailbox, heldBy])]
  const found = await Promise.all(places.map((owner) => factsOf(db, owner, id)))
  return found
    .flat()
    .filter(({ kind }) => kind.startsWith('letter.'))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1))
}

/** What one side reported is told to the other by its kind alone. */
function remarksFor(side: Side, remarks: readonly Remark[]): Remark[] {
  return remarks.filter(({ kind }) =>
    side === 'sender' ? kind !== 'report' : kind === 'withdrawal' || kind === 'report'
  )
}

function itemOf({ id, kind, at, body }: Fact): EvidenceItem {
  const state = stateOfFact(kind)
  const { sha256 } = body
  return {
    fact: id,
    kind,
    state,
    event: state && erdsEvents[state],
    at,
    sha256: typeof sha256 === 'string' ? sha256 : null,
    code: codeOf(kind, body)
  }
}

function codeOf(kind: string, body: Fact['body']): string | null {
  const { report, way, opened, openedBy, was } = body
  if (typeof report === 'string') return report
  if (kind === 'letter.claimed') return way === 'kept' ? 'page-kept' : 'page-opened'
  if (opened === undefined) return null
  if (opened === true) return openedBy === 'page' ? 'opened-by-page' : 'opened'
  return was === 'fetched' ? 'fetched-unproven' : 'opening-unproven'
}
