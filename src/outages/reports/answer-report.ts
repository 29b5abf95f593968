import { dataPolicy } from '../../agreements/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { type Actor, NotAllowedError, type Role, anyUnit, holds } from '../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx,
  inTransaction,
  newId
} from '../../platform/index.ts'
import { outageById } from '../outages/outage-store.ts'
import { setOutage } from './match-store.ts'
import { recordMatch } from './match-reports.ts'
import { reportDeskMessages as m } from './messages-desk.ts'
import { textProblems, trimmed } from './read-report-form.ts'
import { OutageUnknownError, ReportNotFoundError } from './refusals.ts'
import { type ClosedReason, type FailureReport, type ReportState, closedReasons } from './report.ts'
import { insertAnswer, reportById } from './report-store.ts'

/** Who works on failure reports. */
const reportRoles = ['it-manager', 'clerk', 'officer'] as const

/** What an officer writes to a report. */
export interface AnswerInput {
  readonly report: string
  readonly state: string | undefined
  readonly words: string | undefined
  readonly closedReason: string | undefined
}

/**
 * Answers a report, and closes it with a reason or leaves it open.
 * @throws {ReportNotFoundError} {@link NotAllowedError}
 * @throws {InvalidInputError} If a text is missing, or a report is closed without a reason.
 */
export async function answerReport(
  context: Context,
  actor: Actor,
  input: AnswerInput
): Promise<FailureReport> {
  const report = await reportFor(context, actor, input.report)
  const { state, closedReason } = checked(input)
  const at = context.clock.now()
  const answer = {
    ...{ id: newId(at), answeredAt: at, answeredBy: actor.id, state, closedReason },
    words: trimmed(input.words) ?? ''
  }
  await inTransaction(context.db, async (tx) => {
    await insertAnswer(tx, report.id, answer)
    await recordFact(tx, {
      ...{ owner: report.id, authority: report.authority, subject: report.id },
      ...{ kind: 'failure-report.answered', at, actor: actor.id },
      body: { report: report.id, state, closedReason }
    })
  })
  return { ...report, state, closedReason }
}

/**
 * A report, for those who work on the reports of its body, by the policy of what people report; who
 * opened it, and who tried to, is recorded.
 */
export async function reportFor(
  context: Context,
  actor: Actor,
  id: string
): Promise<FailureReport> {
  if (!actor.grants.some(({ role }) => isReportRole(role))) throw new NotAllowedError()
  const report = isId(id) ? await reportById(context.db, id) : null
  // Another body's report is not told from one that is not there.
  if (report === null) throw new ReportNotFoundError()
  const { authority } = report
  const use = {
    ...{ actor, authority, owner: report.id },
    dataType: 'failure-reports' as const,
    action: 'read' as const,
    object: { kind: 'failure-report' as const, id: report.id }
  }
  if (!answersReports(actor, authority)) {
    const isOwn = actor.grants.some((grant) => grant.authority === authority)
    await dataPolicy.recordRefusal(context, { ...use, relation: isOwn ? 'colleague' : 'outside' })
    throw new ReportNotFoundError()
  }
  await dataPolicy.demandUse(context, { ...use, relation: 'assigned' })
  return report
}

/** Whether somebody works on the reports of a body: they name what failed, which is of no unit. */
export function answersReports(actor: Actor, authority: string): boolean {
  return (
    holds(actor, { authority, role: ['clerk', 'officer'], unit: anyUnit }) ||
    holds(actor, { authority, role: 'it-manager' })
  )
}

function isReportRole(role: Role): boolean {
  return reportRoles.some((each) => each === role)
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

function checked(input: AnswerInput): { state: ReportState; closedReason: ClosedReason | null } {
  const state = input.state === 'closed' ? 'closed' : 'open'
  const reason = closedReasons.find((each) => each === input.closedReason) ?? null
  const problems: FieldProblem[] = [...textProblems('words', input.words)]
  if (state === 'closed' && reason === null) {
    problems.push({ pointer: '/closedReason', code: 'report/reason', text: m.entries.chooseReason })
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return { state, closedReason: state === 'closed' ? reason : null }
}

/**
 * Links a report to an outage by hand, or (`outage: null`) takes the link away.
 * @throws {OutageUnknownError} If the body has no such outage.
 */
export async function linkReport(
  context: Context,
  actor: Actor,
  input: { readonly report: string; readonly outage: string | null }
): Promise<void> {
  const report = await reportFor(context, actor, input.report)
  if (input.outage !== null) {
    const outage = await outageById(context.db, input.outage)
    if (outage === null || outage.authority !== report.authority || outage.void)
      throw new OutageUnknownError()
  }
  const link = { outage: input.outage, by: actor.id, at: context.clock.now() }
  await inTransaction(context.db, async (tx: Tx) => {
    if (!(await setOutage(tx, report.id, link))) return
    await recordMatch(tx, report, { outage: input.outage, at: link.at, actor: actor.id })
  })
}
