import type { Bilingual } from '../../platform/index.ts'

/** Kinds of data that an authority sets a time for. */
export const retainedTypes = ['forms-documents', 'failure-reports', 'letters'] as const
export type RetainedType = (typeof retainedTypes)[number]

/** How long an authority keeps a kind of data after it has ended. */
export interface RetentionRule {
  readonly authority: string
  readonly dataType: RetainedType
  /** Code of the service whose card it is about; empty: of every service without a rule of its own. */
  readonly service: string
  /** Days after the last thing that happened, >= 1; then the data is erased. */
  readonly keepDays: number
  /** Whether the person may have it erased before. */
  readonly erasable: boolean
  readonly changedAt: Temporal.Instant
  readonly changedBy: string
}

/** The longest and the shortest time that can be set, in days. */
export const keepDaysBounds = { least: 1, most: 36_500 }

/** The rule for one service: its own, else that of all services of the authority. */
export function ruleFor(
  rules: readonly RetentionRule[],
  of: { readonly authority: string; readonly dataType: string; readonly service: string }
): RetentionRule | null {
  const fitting = rules.filter(
    (rule) => rule.authority === of.authority && rule.dataType === of.dataType
  )
  return (
    fitting.find((rule) => rule.service === of.service) ??
    fitting.find((rule) => rule.service === '') ??
    null
  )
}

/** Until when a rule keeps what ended at an instant although its person asks for it to be erased. */
export function keptUntil(
  rule: RetentionRule | null,
  endedAt: Temporal.Instant,
  now: Temporal.Instant
): Temporal.Instant | null {
  if (rule === null || rule.erasable) return null
  const until = endedAt.add({ hours: 24 * rule.keepDays })
  return Temporal.Instant.compare(now, until) < 0 ? until : null
}

/** Why something whose time has not passed is left. */
export const retainedBecause: Bilingual = {
  fa: 'دستگاه باید آن را تا پایان مدت نگهداری نگه دارد.',
  en: 'The authority has to keep it until the end of its retention time.'
}
