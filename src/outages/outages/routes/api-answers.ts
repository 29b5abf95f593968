import { z } from 'zod'
import type { Correction } from '../correction-store.ts'
import { type Outage, correctionReasons, outageCauses, outageState } from '../outage.ts'

/** RFC 3339. */
export const instant = z.iso.datetime({ offset: true })
/** The same in both languages. */
export const both = z.object({ fa: z.string().max(2000), en: z.string().max(2000) })

/** An outage as programs read it. */
export const outageSchema = z.object({
  id: z.string(),
  authority: z.string(),
  component: z.string().describe('`desk`, `portal`, `service:<code>`, `portal:<host>`, …'),
  service: z.string().nullable(),
  state: z.enum(['open', 'closed', 'void']),
  from: instant.describe('First failed probe, or what people found.'),
  to: instant.nullable(),
  cause: z.enum(outageCauses),
  automatic: z.boolean().describe('Found by probes.'),
  vantagePoints: z.int().describe('How many vantage points saw it.'),
  scope: both.nullable(),
  note: both.nullable().describe('Closing note.'),
  expectedReturnAt: instant.nullable(),
  nextUpdateAt: instant.nullable(),
  planned: z.string().nullable().describe('The planned outage in whose valid window it falls.'),
  notice: z.string().nullable().describe('Id of the public notice.'),
  settled: z.boolean().describe('People decided on its times.'),
  knownAt: instant,
  revision: z.int()
})

/** One thing that happened to an outage. */
export const entrySchema = z.object({
  kind: z.enum(['opened', 'updated', 'closed', 'corrected']),
  at: instant,
  fact: z.string().describe('The fact; `/receipts/{id}` proves it.'),
  text: both.nullable(),
  body: z.record(z.string(), z.unknown())
})

/** A proposed correction. */
export const correctionSchema = z.object({
  id: z.string(),
  outage: z.string(),
  from: instant,
  to: instant.nullable(),
  cause: z.enum(outageCauses),
  void: z.boolean(),
  reason: z.enum(correctionReasons),
  approved: z.boolean().nullable()
})

/** An outage as its answer. */
export function outageAnswer(outage: Outage) {
  const { from, to, expectedReturnAt, nextUpdateAt, knownAt } = outage
  return {
    ...outage,
    state: outageState(outage),
    from: from.toString(),
    to: textOf(to),
    expectedReturnAt: textOf(expectedReturnAt),
    nextUpdateAt: textOf(nextUpdateAt),
    knownAt: knownAt.toString()
  }
}

/** A correction as its answer. */
export function correctionAnswer(correction: Correction) {
  return { ...correction, from: correction.from.toString(), to: textOf(correction.to) }
}

function textOf(at: Temporal.Instant | null): string | null {
  return at === null ? null : at.toString()
}
