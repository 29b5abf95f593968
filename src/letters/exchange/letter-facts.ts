import { type Fact, type FactKind, type NewFact, recordFacts } from '../../ledger/index.ts'
import type { JsonObject, Tx } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'
import type { LetterState } from './letter-state.ts'

const kinds: { readonly [S in LetterState]: FactKind } = {
  accepted: 'letter.accepted',
  scheduled: 'letter.scheduled',
  'awaiting-recipient': 'letter.waiting',
  published: 'letter.published',
  fetched: 'letter.fetched',
  opened: 'letter.opened',
  acknowledged: 'letter.acknowledged',
  replied: 'letter.replied',
  refused: 'letter.refused',
  failed: 'letter.failed',
  expired: 'letter.expired',
  withdrawn: 'letter.withdrawn',
  purged: 'letter.purged'
}

const states = new Map(Object.entries(kinds).map(([state, kind]) => [kind, state as LetterState]))

/** The kind of the fact that a letter reached a state. */
export function factKindOf(state: LetterState): FactKind {
  return kinds[state]
}

/** The state that a fact of a letter tells of; `null` for what is no state: an approval, a report. */
export function stateOfFact(kind: string): LetterState | null {
  return states.get(kind as FactKind) ?? null
}

/** What is said of a letter in a fact: ids, codes and hashes, nothing of what it says. */
export interface LetterEvent {
  readonly letter: StoredLetter
  readonly kind: FactKind
  readonly at: Temporal.Instant
  /** Id of whoever did it. */
  readonly actor: string
  readonly more?: JsonObject
}

/** Records what happened to letters: one statement, in the buckets where the letters are. */
export function recordLetterFacts(tx: Tx, events: readonly LetterEvent[]): Promise<Fact[]> {
  return recordFacts(tx, events.map(factOf))
}

function factOf({ letter, kind, at, actor, more }: LetterEvent): NewFact {
  const { id, sha256, lane, sender, recipient } = letter
  const body = { letter: id, sender: sender.mailbox, recipient: recipient.mailbox, lane, sha256 }
  return {
    owner: letter.heldBy,
    authority: letter.authority,
    subject: id,
    ...{ kind, at, actor },
    body: { ...body, ...(letter.case !== null && { case: letter.case }), ...more }
  }
}
