import { recordFact } from '../ledger/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, inTransaction, withScope } from '../platform/index.ts'
import { type PublicState, publicStateOf } from './case-by-code.ts'
import { type AtCounter, consentBody, proveCaseConsent, useCaseConsent } from './case-consent.ts'
import type { CaseFile } from './case-file.ts'
import { demandCaseUse } from './case-use.ts'
import { missingDocuments } from './case-rules.ts'
import { currentDocuments } from './case.ts'
import type { CounterConsent } from './counter-consent.ts'
import { openAtCounter } from './counter-file.ts'
import { notesOf } from './document-store.ts'
import type { ViewedNote } from './view-case.ts'

/** Whose state is shown at a counter. */
export interface ViewAtCounterInput extends AtCounter {
  /** Id or tracking code. */
  readonly case: string
}

/** Where a case stands, as its applicant reads it: nothing of the answers or documents in it. */
export interface CounterView extends Pick<CaseFile, 'card' | 'history'> {
  readonly id: string
  readonly state: PublicState
  /** Codes of documents that are still missing. */
  readonly missing: readonly string[]
  readonly notes: Readonly<Record<string, ViewedNote>>
}

/**
 * Shows where a case stands, with the reasons, to whoever stands at a counter and agreed to this: the
 * look is the clerk's, names the consent, and the applicant reads it.
 * @throws {CaseNotFoundError}
 * @throws {InvalidInputError} At `/consentCode`, `/officeCode`.
 */
export async function viewAtCounter(
  context: Context,
  clerk: Actor,
  input: ViewAtCounterInput
): Promise<CounterView> {
  const file = await openAtCounter(context, clerk, input.case)
  const { record, history, card } = file
  const use = { record, access: null, relation: 'assigned', quiet: true } as const
  await demandCaseUse(context, clerk, use)
  const given = await proveCaseConsent(context, clerk, { file, act: 'view', input })
  await recordLook(context, clerk, { file, given })
  // The applicant agreed to be shown this, also of a case that has ended.
  const notes = await withScope('system', () => notesOf(context.db, record.id))
  return {
    ...{ id: record.id, card, history },
    state: publicStateOf(file, context.clock.now()),
    missing: missingDocuments(card, new Set(currentDocuments(history).keys())),
    notes: Object.fromEntries(
      notes.map(({ id, text, writtenAt: at, author }) => [id, { text, at, author }])
    )
  }
}

async function recordLook(
  context: Context,
  clerk: Actor,
  { file, given }: { file: CaseFile; given: CounterConsent }
): Promise<void> {
  const { id, applicant, authority, service, agreementVersion, cardVersion } = file.record
  const at = context.clock.now()
  const body = { case: id, service, by: clerk.id, role: 'clerk', ...consentBody(given) }
  await inTransaction(context.db, async (tx) => {
    await useCaseConsent(context, tx, { given, applicant })
    await recordFact(tx, {
      ...{ owner: applicant, authority, subject: id, agreementVersion, cardVersion },
      ...{ kind: 'case.viewed', at, actor: clerk.id, body }
    })
  })
}
