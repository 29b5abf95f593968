import { type Actor, demand } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction,
  problem
} from '../../platform/index.ts'
import { plannedCovering } from '../planned/read-planned.ts'
import { componentById } from '../probes/component-store.ts'
import { probeSettings } from '../probes/settings-store.ts'
import { openOutageIn } from './change-outage.ts'
import {
  newsProblems,
  pastProblems,
  reachProblems,
  textOrNull,
  textProblems
} from './outage-input.ts'
import { type Outage, type OutageCause, outageCauses } from './outage.ts'
import { OutageOpenAlreadyError } from './refusals.ts'

/** An outage that people found. */
export interface OpenOutageInput {
  readonly authority: string
  readonly component: string
  /** When it began. */
  readonly from: Temporal.Instant
  readonly cause: string
  readonly scope: Bilingual | null
  readonly expectedReturnAt: Temporal.Instant | null
  /** When there will be news; as the authority usually says it where `null`. */
  readonly nextUpdateAt: Temporal.Instant | null
}

/**
 * Opens an outage that people found before the probes did, or that probes cannot see.
 * @throws {NotAllowedError} If the actor is no IT manager of the authority.
 * @throws {OutageOpenAlreadyError} If the component has an open one.
 * @throws {InvalidInputError} With every field that is not right.
 */
export async function openOutage(
  context: Context,
  actor: Actor,
  input: OpenOutageInput
): Promise<Outage> {
  const { authority, component, from } = input
  demand(actor, { authority, role: 'it-manager' })
  const at = context.clock.now()
  const problems = await problemsOf(context, input, at)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const opened = await inTransaction(context.db, async (tx) => {
    const known = await componentById(tx, { authority, component })
    const { nextUpdateMinutes } = await probeSettings(tx, authority)
    const planned = await plannedCovering(tx, { authority, component }, from)
    return openOutageIn(
      tx,
      {
        authority,
        component,
        service: known?.service ?? null,
        from,
        to: null,
        cause: input.cause as OutageCause,
        automatic: false,
        vantagePoints: 0,
        targets: [],
        reason: null,
        detail: null,
        planned: planned?.id ?? null,
        scope: textOrNull(input.scope),
        note: null,
        expectedReturnAt: input.expectedReturnAt,
        nextUpdateAt: input.nextUpdateAt ?? at.add({ minutes: nextUpdateMinutes }),
        void: false,
        settled: false,
        closedKnownAt: null
      },
      { actor: actor.id, at }
    )
  })
  if (opened === null) throw new OutageOpenAlreadyError()
  context.nudge()
  return opened
}

async function problemsOf(
  context: Context,
  input: OpenOutageInput,
  now: Temporal.Instant
): Promise<FieldProblem[]> {
  const { authority, component } = input
  const known = await componentById(context.db, { authority, component })
  const isThere = known !== null && known.retiredAt === null
  return [
    ...(isThere
      ? reachProblems('/from', input.from, { addedAt: known.addedAt, known: now })
      : [problem('/component', 'outage/component', noComponent)]),
    ...causeProblems(input.cause),
    ...pastProblems('/from', input.from, now),
    ...textProblems('/scope', input.scope, { isNeeded: false }),
    ...newsProblems(input, now)
  ]
}

/** What is wrong with the code of a cause. */
export function causeProblems(cause: string): FieldProblem[] {
  if (outageCauses.some((known) => known === cause)) return []
  const list = outageCauses.join(', ')
  return [
    problem('/cause', 'outage/cause', {
      fa: `علت باید یکی از این‌ها باشد: ${list}`,
      en: `The cause must be one of: ${list}`
    })
  ]
}

const noComponent = {
  fa: 'چنین بخشی در سامانه نیست؛ یکی از بخش‌های فهرست را برگزینید.',
  en: 'There is no such component; choose one of the list.'
}
