import { type Bilingual, type Context, withScope } from '../platform/index.ts'
import { type CaseFile, clockNow, readCaseFile } from './case-file.ts'
import { caseIdByCode } from './case-store.ts'
import type { CaseHistory, CaseReopening, Stage } from './case.ts'
import { parseTrackingCode } from './tracking-code.ts'

/** What anybody who has the tracking code is told: where the case stands, and nothing of its people. */
export interface PublicState {
  readonly code: string
  readonly authority: string
  readonly service: string
  readonly serviceTitle: Bilingual
  readonly stage: Stage
  readonly step: string | null
  readonly stepTitle: Bilingual | null
  /** Place of the step from 1, and how many the process has. */
  readonly stepNumber: number | null
  readonly steps: number
  readonly filedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly late: boolean
  readonly endedAt: Temporal.Instant | null
  /** The last reopening: when the case had ended, when it was opened again, and the coded reason. */
  readonly reopened: Pick<CaseReopening, 'at' | 'solvedAt' | 'reason'> | null
}

/** The public state of the case that a tracking code names, however it was typed; `null` for none. */
export function caseByCode(context: Context, text: string): Promise<PublicState | null> {
  // Anybody who has the code is told the public state, which names nobody.
  return withScope('system', () => stateByCode(context, text))
}

/** The id of a case by that id or by its tracking code, however it was typed; `null` for none. */
export function caseIdOf({ db }: Context, text: string): Promise<string | null> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return Promise.resolve(text)
  const code = parseTrackingCode(text)
  // An id opens nothing: who may look at the case is asked when it is looked at.
  return code === null ? Promise.resolve(null) : withScope('system', () => caseIdByCode(db, code))
}

async function stateByCode(context: Context, text: string): Promise<PublicState | null> {
  const code = parseTrackingCode(text)
  const id = code === null ? null : await caseIdByCode(context.db, code)
  const now = context.clock.now()
  const file = id === null ? null : await readCaseFile(context.db, id, now)
  return file === null ? null : publicStateOf(file, now)
}

/** The public state of a case. */
export function publicStateOf(file: CaseFile, now: Temporal.Instant): PublicState {
  const { record, history, card } = file
  const clock = clockNow(file, now)
  const index = card.steps.findIndex((step) => step.code === history.step)
  return {
    code: record.code,
    authority: record.authority,
    service: record.service,
    serviceTitle: card.title,
    stage: history.stage,
    step: history.step,
    stepTitle: card.steps[index]?.title ?? null,
    stepNumber: index < 0 ? null : index + 1,
    steps: card.steps.length,
    filedAt: record.filedAt,
    dueAt: clock.dueAt,
    late: clock.late,
    endedAt: history.decision?.at ?? history.withdrawnAt,
    reopened: reopenedOf(history)
  }
}

/** When and why it was opened again; its outcome and the words of the body are for its people. */
function reopenedOf({ reopenings }: CaseHistory): PublicState['reopened'] {
  const last = reopenings.at(-1)
  if (last === undefined) return null
  const { at, solvedAt, reason } = last
  return { at, solvedAt, reason }
}
