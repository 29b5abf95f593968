import { z } from 'zod'
import { calendarSchema, instantText } from './calendar.ts'
import { compileCalendar } from './compiled-calendar.ts'
import { parseInput } from './input.ts'
import { readClock } from './reading.ts'
import type { ClockReading, ExplanationSegment } from './reading.ts'
import { changePolicies, reopeningPolicies } from './run.ts'
import { modes } from './target.ts'
import { checkZone } from './zone.ts'

const instant = instantText.transform((text) => Temporal.Instant.from(text))
const target = z.string().max(100)
const mode = z.enum(modes).optional()

/** The JSON that `peyman clock explain` reads (`docs/specs/worktime.md`, section 7). */
export const clockCaseSchema = z.strictObject({
  zone: z.string().max(100),
  calendar: calendarSchema,
  target,
  mode,
  start: instant,
  pauses: z
    .array(
      z.strictObject({
        from: instant,
        to: instant.optional(),
        cause: z.string().max(200).nullish(),
        knownAt: instant.optional()
      })
    )
    .max(5000)
    .optional(),
  changes: z
    .array(
      z.strictObject({
        at: instant,
        target,
        mode,
        policy: z.enum(changePolicies).optional(),
        knownAt: instant.optional()
      })
    )
    .max(500)
    .optional(),
  reopened: z
    .array(z.strictObject({ solvedAt: instant, at: instant, policy: z.enum(reopeningPolicies) }))
    .max(500)
    .optional(),
  done: instant.optional(),
  now: instant.optional(),
  asKnownAt: instant.optional()
})

/** The JSON that `peyman clock explain` writes; instants as RFC 3339 in UTC. */
export interface ClockAnswer extends Omit<ClockReading, 'due' | 'explanation' | 'calendarVersion'> {
  readonly due: string | null
  readonly explanation: readonly (Omit<ExplanationSegment, 'from' | 'to'> & {
    readonly from: string
    readonly to: string | null
  })[]
}

/**
 * Answers a case given as JSON, with the same code that the server's clocks use.
 * @param json - Untrusted.
 * @throws {WorktimeError} `field` is the path of what is wrong, such as `pauses[0].to`.
 */
export function explainClock(json: unknown): ClockAnswer {
  const { zone, calendar, ...run } = parseInput(clockCaseSchema, json)
  const compiled = compileCalendar(calendar, checkZone(zone))
  const {
    due,
    explanation,
    calendarVersion: _,
    ...reading
  } = readClock({ ...run, calendar: compiled })
  return {
    due: due?.toString() ?? null,
    ...reading,
    explanation: explanation.map((segment) => ({
      ...segment,
      from: segment.from.toString(),
      to: segment.to?.toString() ?? null
    }))
  }
}
