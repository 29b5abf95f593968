import { DeskClient } from './desk-client.ts'
import { readPlan } from './plan-text.ts'
import { HostResolver } from './resolve-host.ts'
import type { ProbePlan } from './wire.ts'

/** The desk gave no plan; the message says why. */
export class NoPlanError extends Error {
  readonly code = 'probe/no-plan'
}

/**
 * Asks the desk once for the plan of a vantage point.
 * @throws {NoPlanError} If it gives none.
 * @throws {PlanError} If what it gives is none.
 */
export async function askPlan({ desk, key }: { desk: string; key: string }): Promise<ProbePlan> {
  const answer = await new DeskClient(desk, key, new HostResolver()).plan(null)
  if (answer.kind === 'new') return readPlan(answer.text).plan
  throw new NoPlanError(answer.kind === 'later' ? answer.why : 'the desk gives no plan')
}
