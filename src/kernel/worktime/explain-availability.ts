import { z } from 'zod'
import { availabilityOf } from './availability.ts'
import type { Availability } from './availability.ts'
import { instantText } from './calendar.ts'
import { parseInput } from './input.ts'

const instant = instantText.transform((text) => Temporal.Instant.from(text))
const stretch = { from: instant, to: instant }

const shareText = 'must be a share of the time, above 0 and at most 1: 0.995 for 99.5 percent'

/** The JSON that `peyman availability explain` reads (`docs/specs/worktime.md`, section 8). */
export const availabilityCaseSchema = z.strictObject({
  window: z.strictObject({
    from: instant,
    nominalSeconds: z.int().positive(),
    to: instant.optional()
  }),
  target: z.number().positive(shareText).max(1, shareText),
  outages: z.array(z.strictObject(stretch)).max(100_000).optional(),
  planned: z
    .array(
      z.strictObject({
        ...stretch,
        noticeSeenAt: instant.nullish(),
        moves: z
          .array(z.strictObject({ at: instant, ...stretch }))
          .max(1000)
          .optional()
      })
    )
    .max(10_000)
    .optional(),
  unknown: z.array(z.strictObject(stretch)).max(100_000).optional()
})

/**
 * Answers a window given as JSON, with the same code that the status page uses.
 * @param json - Untrusted.
 * @throws {WorktimeError} `field` is the path of what is wrong, such as `outages[0].to`.
 */
export function explainAvailability(json: unknown): Availability {
  const { window, target, ...record } = parseInput(availabilityCaseSchema, json)
  return availabilityOf(window, target, record)
}
