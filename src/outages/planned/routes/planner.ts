import {
  type Actor,
  type Authority,
  NotAllowedError,
  actorOf,
  holds,
  listAuthorities
} from '../../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  Refusal
} from '../../../platform/index.ts'
import type { Page } from '../../../platform/http/index.ts'
import { plannerRoles } from '../announce-planned.ts'
import { earliestLawfulStart } from '../plan-limits.ts'
import type { PlanForm, TypedPlan } from '../views/plan-form-page.ts'
import { namesOf } from '../write-planned.ts'
import { atFields } from './typed-plan.ts'

/**
 * The authorities whose plans an actor makes.
 * @throws {NotAllowedError} For whoever makes none.
 */
export async function plannedBy(context: Context, actor: Actor): Promise<Authority[]> {
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: plannerRoles })
  )
  if (own.length === 0) throw new NotAllowedError()
  return own
}

/** What the form of a plan needs, for the authority that is meant. */
export async function planForm(
  context: Context,
  p: Page,
  of: {
    readonly authority: string | undefined
    readonly typed: TypedPlan
    readonly problems: readonly FieldProblem[]
  }
): Promise<PlanForm> {
  const authorities = await plannedBy(context, actorOf(p.request))
  const authority = authorities.find(({ id }) => id === of.authority) ?? authorities[0]
  if (authority === undefined) throw new NotAllowedError()
  const [{ components }, earliest] = await Promise.all([
    namesOf(context.db, authority.id, context.clock.now()),
    earliestLawfulStart(context, authority.id)
  ])
  return { authority, authorities, components, earliest, typed: of.typed, problems: of.problems }
}

/** What came of a form: done, or what to say on its page. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[]; readonly status: number }

/** Tries the act of a form; a refusal becomes the problems of its fields, at the first where it has none. */
export async function tried<T>(first: string, act: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await act() }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 401 || error.status === 404) throw error
    const { code, text, status } = error
    const own = error.fields.length > 0 ? error.fields : [{ pointer: first, code, text }]
    return { ok: false, problems: atFields(own), status }
  }
}

/** Both times of a window. @throws {InvalidInputError} With everything that is wrong with either. */
export function demandTyped(...problems: readonly (readonly FieldProblem[])[]): void {
  const all = problems.flat()
  if (all.length > 0) throw new InvalidInputError(all)
}
