import { recoveryWaitHours } from '../directory/index.ts'
import { type CaseJudgement, type JudgementFault, judgementFault } from '../seal/index.ts'
import type { Primitives } from '../tlog/index.ts'
import { epochOf } from './plain-time.ts'
import type { SenderKeys } from './read-letter.ts'

/** What a page shows of a sealed case beside a note: what the note has to say, if it is the unit's. */
export interface ShownWord {
  readonly says: CaseJudgement
  /** When the unit is shown to have signed it, milliseconds since 1970. */
  readonly at: number
  /** SHA-256 of all sealed forms that the case is shown to have now, the application first. */
  readonly forms: readonly string[]
}

/** SHA-256 of the sealed forms that this device sent itself, and so knows for certain. */
export interface SentForms {
  /** The application, each time that it was sent: where an answer was lost, it is sealed again. Empty: from elsewhere. */
  readonly applications: readonly string[]
  readonly corrections: readonly string[]
}

/** Why the word of a unit is not believed: as of a note, or other forms are there than were sent from here. */
export type WordFault = JudgementFault | 'other-forms'

/**
 * Checks a note of a unit for whoever reads it in a case: that it says what the page shows, signed by every key
 * that the unit had then, and of the forms that this device sent, where it sent some. A key signs on until the
 * wait of a recovery after it was followed by another: only then it surely counts no more.
 * @param senders - Keys of the unit as the directory proves them (`sendersOf`).
 * @returns `null` of one that holds.
 * @see docs/specs/sealed-cases.md §4
 */
export function caseWordFault(
  note: string,
  {
    shown,
    senders,
    sent
  }: {
    readonly shown: ShownWord
    readonly senders: readonly SenderKeys[]
    readonly sent: SentForms | null
  },
  primitives?: Primitives
): WordFault | null {
  const then = senders.filter((each) => countsAt(each, senders, shown.at)).map(({ keys }) => keys)
  const former = senders.map(({ keys }) => keys)
  let fault: JudgementFault = 'unsigned'
  for (const keys of then.length > 0 ? then : [[]]) {
    const found = judgementFault(note, { ...shown.says, keys, former }, primitives)
    if (found === null) return isOfSent(shown.forms, sent) ? null : 'other-forms'
    fault = found
  }
  return fault
}

/** Whether keys of an entry may have signed something at an instant. */
function countsAt(
  { sequence, at }: SenderKeys,
  senders: readonly SenderKeys[],
  instant: number
): boolean {
  const from = epochOf(at)
  if (from === null || from > instant) return false
  const next = senders.filter((each) => each.sequence > sequence).map((each) => epochOf(each.at))
  const left = Math.min(...next.map((each) => each ?? 0), Number.POSITIVE_INFINITY)
  return instant <= left + recoveryWaitHours * 3_600_000
}

function isOfSent(forms: readonly string[], sent: SentForms | null): boolean {
  if (sent === null) return true
  const { applications, corrections } = sent
  if (applications.length > 0 && !applications.includes(forms[0] ?? '')) return false
  return corrections.every((sha256) => forms.includes(sha256))
}
