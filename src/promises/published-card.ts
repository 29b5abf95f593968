import { z } from 'zod'
import type { Fact } from '../ledger/index.ts'

const body = z.object({
  service: z.string(),
  version: z.number().int(),
  feeRial: z.number(),
  visitsMax: z.number().int(),
  promisedTime: z.object({
    amount: z.number(),
    unit: z.enum(['hours', 'calendar-days', 'working-days'])
  }),
  documents: z.array(z.string()),
  channels: z.array(z.string()),
  steps: z.array(z.string()),
  legalBases: z.number().int(),
  missing: z.array(z.string()),
  /** The post that decides; facts of long ago do not say it. */
  approverPost: z.string().nullish(),
  /** The notice that the version waited for; a card that was in force at once has none. */
  notice: z.string().nullish()
})

/** A service card as the fact of its publication tells it: what its cases are held to. */
export interface PublishedCard extends z.infer<typeof body> {
  /** Id of the fact. */
  readonly fact: string
  /** `10021001@3`: how cases name it. */
  readonly ref: string
  /** When it was published; in force it may be later, or never. */
  readonly at: Temporal.Instant
}

/** The card of a `card.published` fact; `null` where the body is not one. */
export function publishedCardOf(fact: Fact): PublishedCard | null {
  const read = body.safeParse(fact.body)
  if (!read.success) return null
  const ref = `${read.data.service}@${String(read.data.version)}`
  return { ...read.data, fact: fact.id, ref, at: fact.at }
}
