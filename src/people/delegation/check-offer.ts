import { type FieldProblem, InvalidInputError } from '../../platform/index.ts'
import type { Person } from '../person.ts'
import {
  type DelegatedAct,
  type DelegationKind,
  type DelegationScope,
  delegatedActs,
  delegationKinds,
  delegationScope,
  withSight
} from './delegation.ts'
import { offerMessages } from './messages-offer.ts'

/** What a delegation is to be. */
export interface OfferTerms {
  readonly kind: DelegationKind
  readonly scope: DelegationScope
  readonly acts: readonly DelegatedAct[]
  /** First instant at which it holds no more. */
  readonly until: Temporal.Instant | null
}

/** The same as it was typed. */
export interface TypedTerms {
  readonly kind: string
  readonly scope: unknown
  readonly acts: readonly string[]
  readonly until: Temporal.Instant | null
}

/** No delegation is longer than this. */
export const yearsMax = 5

/**
 * Reads what a delegation is to be.
 * @throws {InvalidInputError} At `/kind`, `/scope`, `/acts` and `/until`.
 */
export function checkTerms(
  typed: TypedTerms,
  { grantor, now }: { readonly grantor: Pick<Person, 'kind'>; readonly now: Temporal.Instant }
): OfferTerms {
  const kind = kindsFor(grantor.kind).find((each) => each === typed.kind)
  const scope = delegationScope.safeParse(typed.scope)
  const acts = delegatedActs.filter((act) => typed.acts.includes(act))
  const known = typed.acts.every((act) => acts.some((each) => each === act))
  const t = offerMessages.entries
  const problems: FieldProblem[] = [
    ...(kind === undefined
      ? [{ pointer: '/kind', code: 'delegation/kind', text: t.kindWrong }]
      : []),
    ...(scope.success ? [] : [{ pointer: '/scope', code: 'delegation/scope', text: t.scopeWrong }]),
    ...(acts.length > 0 && known
      ? []
      : [{ pointer: '/acts', code: 'delegation/acts', text: t.actsWrong }]),
    ...problemsOfEnd(typed.until, now)
  ]
  if (kind === undefined || !scope.success || problems.length > 0) {
    throw new InvalidInputError(problems)
  }
  return { kind, scope: scope.data, acts: withSight(acts), until: typed.until }
}

/** Each has an end: nobody grown up gives a guardian by a click, and a thief would give one without end. */
function problemsOfEnd(until: Temporal.Instant | null, now: Temporal.Instant): FieldProblem[] {
  const t = offerMessages.entries
  const pointer = '/until'
  if (until === null) return [{ pointer, code: 'delegation/until-missing', text: t.untilMissing }]
  const latest = now.add({ hours: 24 * 366 * yearsMax })
  const isInTime =
    Temporal.Instant.compare(until, now) > 0 && Temporal.Instant.compare(until, latest) <= 0
  return isInTime ? [] : [{ pointer, code: 'delegation/until-range', text: t.untilRange }]
}

/**
 * As what somebody may act for a person or for a business; a counter office acts by a consent code each
 * time, never by a delegation that lasts.
 */
export function kindsFor(grantor: Person['kind']): readonly DelegationKind[] {
  return delegationKinds.filter(
    (kind) => kind !== 'counter-office' && (grantor === 'person' || kind !== 'guardian')
  )
}
