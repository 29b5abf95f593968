import { announcements } from '../agreements/index.ts'
import type { Context, JsonObject, OutboxMessage, Tx } from '../platform/index.ts'
import { noticeById } from './notice-store.ts'
import { publishNotice } from './publish-notice.ts'

/**
 * Publishes the notices that new texts of agreements ask for: agreements stand below notices and can
 * only leave word. The notice's id is made with the text, so a repeated message publishes nothing.
 */
export async function announceAgreements(
  { clock }: Context,
  tx: Tx,
  messages: readonly OutboxMessage[]
): Promise<void> {
  for (const { payload } of messages) {
    const { id, ...text } = await announcements.agreementNotice(tx, payload, clock.now())
    if ((await noticeById(tx, id)) !== null) continue
    await publishNotice(tx, text, { id, actor: 'system:agreements.announced', at: clock.now() })
  }
}

/** Puts texts of agreements in force whose notices were seen. */
export async function effectAgreements(
  { clock }: Context,
  tx: Tx,
  messages: readonly OutboxMessage[]
): Promise<void> {
  for (const { payload } of messages) {
    const { notice, about, seenAt } = payload as JsonObject & {
      readonly notice: string
      readonly about: { readonly id: string }
      readonly seenAt: string
    }
    const seen = Temporal.Instant.from(seenAt)
    await announcements.takeEffect(tx, { about: about.id, notice, seenAt: seen, at: clock.now() })
  }
}
