import { z } from 'zod'
import { sendToAddress } from '../../channels/index.ts'
import type { Context, OutboxMessage, Tx } from '../../platform/index.ts'
import { messageById } from './message-store.ts'

const queued = z.object({
  person: z.uuid(),
  message: z.uuid(),
  channel: z.enum(['e-mail', 'sms']),
  address: z.string(),
  lang: z.enum(['fa', 'en'])
})

// News of an account is worth sending for two days; it stays in the list for longer.
const hoursWorthSending = 48

/**
 * Sends news to one contact: the outbox topic `people.told`. What a server refuses for good, and what no
 * channel is configured for, stands in the list of its person only; trouble of a server is tried again.
 */
export async function deliverMessages(
  context: Context,
  tx: Tx,
  entries: readonly OutboxMessage[]
): Promise<void> {
  for (const { id, payload } of entries) {
    const { person, message, channel, address, lang } = queued.parse(payload)
    const news = await messageById(tx, { person, id: message })
    if (news === null) continue
    const worthUntil = news.toldAt.add({ hours: hoursWorthSending })
    if (Temporal.Instant.compare(worthUntil, context.clock.now()) < 0) continue
    const outcome = await sendToAddress(context.config, {
      id,
      channel,
      address,
      subject: news.subject[lang],
      text: news.text[lang]
    })
    if (outcome.state === 'delayed' || outcome.state === 'stopped')
      throw new Error(`news of an account was not sent by ${channel}: ${outcome.reason}`)
  }
}
