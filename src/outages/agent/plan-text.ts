import { z } from 'zod'
import { noticeToSeeSchema, planSchema, targetSchema } from './wire.ts'
import type { ProbePlan } from './wire.ts'

/** A plan as far as this agent understands it. */
export interface ReadPlan {
  readonly plan: ProbePlan
  /** Targets and notices that it does not understand: those of a newer desk. */
  readonly unknown: number
}

const envelope = planSchema.extend({
  targets: z.array(z.unknown()),
  notices: z.array(z.unknown())
})

/** A plan that is none, with what is wrong. */
export class PlanError extends Error {
  readonly code = 'probe/plan'
}

/**
 * Reads a plan. What it does not understand of a newer desk is left out: it is then unknown there, and
 * everything else goes on.
 * @throws {PlanError} If it is no plan.
 */
export function readPlan(text: string): ReadPlan {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new PlanError('the plan is not JSON', { cause })
  }
  const read = envelope.safeParse(value)
  if (!read.success) throw new PlanError(`the plan is none: ${z.prettifyError(read.error)}`)
  const targets = known(targetSchema, read.data.targets)
  const notices = known(noticeToSeeSchema, read.data.notices)
  const asked = read.data.targets.length + read.data.notices.length
  return {
    plan: { ...read.data, targets, notices },
    unknown: asked - targets.length - notices.length
  }
}

function known<T>(schema: z.ZodType<T>, values: readonly unknown[]): T[] {
  return values.flatMap((value) => {
    const read = schema.safeParse(value)
    return read.success ? [read.data] : []
  })
}
