import { z } from 'zod'
import type { OutboxHandlers, SliceJobs } from '../platform/index.ts'
import { noteOwnSystem } from './system/note-system.ts'
import { effectDueTopic, recordCardEffect, takeCardEffect } from './take-card-effect.ts'

const seen = z.object({
  notice: z.string(),
  version: z.number().int(),
  about: z.object({ id: z.string() }),
  seenAt: z.string().transform((text) => Temporal.Instant.from(text))
})
const due = z.object({ service: z.string(), version: z.number().int() })

const outbox: OutboxHandlers = {
  'notice.seen.card': async (context, tx, messages) => {
    for (const { payload } of messages) {
      const { notice, version, about, seenAt } = seen.parse(payload)
      const sighting = { about: about.id, notice, seenAt }
      const effectiveAt = await takeCardEffect(context, tx, sighting)
      if (effectiveAt === null) {
        context.log.warn({ notice, version, card: about.id }, 'a sighting puts no card in force')
      }
    }
  },
  [effectDueTopic]: async (context, tx, messages) => {
    for (const { payload } of messages) await recordCardEffect(context, tx, due.parse(payload))
  }
}

/** Puts announced cards in force once their notices were seen, and tells when another program runs. */
export const jobs: SliceJobs = {
  outbox,
  schedule: [{ name: 'catalogue.system', everySeconds: 3600, run: noteOwnSystem }]
}
