/** What can keep a service from being given. */
export const interruptionKinds = [
  'outage',
  'form-closed',
  'service-withdrawn',
  'office-closure'
] as const
export type InterruptionKind = (typeof interruptionKinds)[number]

/** A time in which a service is not given, or not wholly, and the notice that says so. */
export interface Interruption {
  /** Id of the planned outage or suspension. */
  readonly id: string
  readonly authority: string
  readonly kind: InterruptionKind
  /** Codes of services; all of the authority where empty. */
  readonly services: readonly string[]
  readonly from: Temporal.Instant
  /** `null`: nobody knows yet. */
  readonly to: Temporal.Instant | null
  /**
   * When new applications are refused: the time that was announced in time, or an emergency; `null`
   * where none are.
   */
  readonly closed: { readonly from: Temporal.Instant; readonly to: Temporal.Instant | null } | null
  readonly emergency: boolean
  /** Code of the reason of an emergency. */
  readonly reason: string | null
  /** Id of the notice. */
  readonly notice: string
}

/** Whether an interruption is about a service. */
export function concerns(interruption: Interruption, service: string): boolean {
  return interruption.services.length === 0 || interruption.services.includes(service)
}

/** Whether an interruption is under way at an instant. */
export function isUnderWay({ from, to }: Interruption, at: Temporal.Instant): boolean {
  return within({ from, to }, at)
}

/**
 * Whether what an interruption says is so at an instant: a form is closed while it is refused, and not
 * because somebody announced it.
 */
export function standsAt(interruption: Interruption, at: Temporal.Instant): boolean {
  const { kind } = interruption
  const refuses = kind === 'form-closed' || kind === 'service-withdrawn'
  return refuses ? closes(interruption, at) : isUnderWay(interruption, at)
}

/** Whether an interruption refuses new applications at an instant. */
export function closes({ closed }: Interruption, at: Temporal.Instant): boolean {
  return closed !== null && within(closed, at)
}

function within(
  span: { readonly from: Temporal.Instant; readonly to: Temporal.Instant | null },
  at: Temporal.Instant
): boolean {
  const begun = Temporal.Instant.compare(span.from, at) <= 0
  return begun && (span.to === null || Temporal.Instant.compare(at, span.to) < 0)
}
