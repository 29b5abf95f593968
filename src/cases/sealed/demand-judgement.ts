import { schemaHash } from '../../kernel/forms/index.ts'
import { type JudgementVerdict, judgementFault } from '../../kernel/seal/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, InvalidInputError, type Tx, newId } from '../../platform/index.ts'
import type { CaseFile } from '../case-file.ts'
import type { CaseFact } from '../change-case.ts'
import { type CaseHistory, currentDocuments } from '../case.ts'
import { problem } from '../refusals.ts'
import { sealedMessages } from './messages.ts'
import { JudgementNeededError, NotAcceptedError, judgementRefusal } from './refusals.ts'
import { isSealed, receivingUnit, sealedFormType } from './sealed-form.ts'
import { insertJudgement } from './sealed-store.ts'
import { demandSealingKey, formerKeys } from './unit-key.ts'

/** What the unit found, with its signature. */
export interface GivenJudgement {
  readonly verdict: JudgementVerdict
  readonly defects: readonly { readonly code: string; readonly item: string }[]
  /** The signed note. */
  readonly note: string | undefined
  /** `schemaHash` of the form by which it was judged, where whoever judged says it. */
  readonly schema?: string | undefined
}

/** A judgement that holds: its fact, and its row. */
export interface HeldJudgement {
  readonly fact: CaseFact
  insert(tx: Tx): Promise<void>
}

/** The sealed files that a case has now: what a judgement is about. */
export function sealedFilesOf(history: Pick<CaseHistory, 'documents'>) {
  const forms = history.documents.filter(({ type }) => type === sealedFormType)
  const documents = [...currentDocuments(history as CaseHistory).values()]
    .filter(({ type }) => type !== sealedFormType)
    .map(({ type: code, sha256 }) => ({ code, sha256 }))
  return { forms: forms.map(({ sha256 }) => sha256), documents }
}

/**
 * Demands that the unit which opened a sealed case signed this, of the files that the case has now, with the
 * key that it has in the key directory.
 * @returns `null` of a case that is not sealed.
 * @throws {InvalidInputError} At `/schema`, where it was judged by another form than that of its card.
 * @throws {JudgementNeededError} Where no note was given.
 * @throws {JudgementWrongError} Where it says something else.
 * @throws {JudgementOfOtherCaseError} {@link JudgementKeyLeftError} {@link JudgementUnsignedError}
 */
export async function demandJudgement(
  context: Context,
  actor: Actor,
  { file, given }: { readonly file: CaseFile; readonly given: GivenJudgement }
): Promise<HeldJudgement | null> {
  const { card, record, history } = file
  if (!isSealed(card)) return null
  const { note, verdict, defects, schema } = given
  if (schema !== undefined && schema !== schemaHash(card.form)) {
    throw new InvalidInputError([
      problem('/schema', 'sealed/schema', sealedMessages.entries.judged)
    ])
  }
  if (note === undefined) throw new JudgementNeededError()
  const at = context.clock.now()
  const { keys } = await demandSealingKey(context.db, card, at)
  const former = await formerKeys(context.db, card, at)
  const after = history.judgements.at(-1)?.id ?? null
  const judged = { case: record.id, verdict, after, defects, ...sealedFilesOf(history) }
  const fault =
    note.length > noteBytesMax ? 'no-note' : judgementFault(note, { ...judged, keys, former })
  if (fault !== null) throw judgementRefusal(fault)
  const [id, unit] = [newId(at), receivingUnit(card)]
  return {
    fact: { kind: 'case.judged', body: { judgement: id, verdict, unit } },
    insert: (tx) => insertJudgement(tx, record.id, { id, unit, verdict, note, by: actor.id, at })
  }
}

// Two keys of a mailbox sign, one of them after quantum computers: some 3.5 kB, and a line for each document.
const noteBytesMax = 32_768

/**
 * Demands that the unit has opened a sealed case: to grant it, it must have accepted all that came; to refuse
 * it, it must have looked.
 * @throws {NotAcceptedError}
 */
export function demandOpened(
  { card, history }: Pick<CaseFile, 'card' | 'history'>,
  outcome: 'granted' | 'refused'
): void {
  if (!isSealed(card)) return
  const last = history.judgements.at(-1)
  if (last === undefined) throw new NotAcceptedError()
  if (outcome === 'refused') return
  const isNewer = history.documents.some(
    ({ registeredAt }) => Temporal.Instant.compare(registeredAt, last.knownAt) > 0
  )
  if (last.verdict !== 'accepted' || isNewer) throw new NotAcceptedError()
}
