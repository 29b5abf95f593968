import type { Channel, ServiceCard } from '../catalogue/index.ts'
import { recordFact } from '../ledger/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { channelNames } from './channel-names.ts'
import { ChannelRefusedError } from './refusals.ts'

/** Ways that people try and that no agreement names; any other word is counted as `other`. */
const knownElsewhere = ['messenger', 'e-mail', 'sms', 'fax', 'by-hand']

/**
 * Lets only the channels of the card through. A refusal is a fact of its own, which stays although
 * nothing is taken in: refused intakes are counted (SK-5.1a, PI-4.2.1).
 * @throws {ChannelRefusedError} With the channels that are accepted.
 */
export async function checkChannel(
  context: Context,
  actor: Actor,
  asked: { card: ServiceCard; cardVersion: string; channel: string }
): Promise<Channel> {
  const { card, channel } = asked
  const found = card.channels.find((each) => each === channel)
  if (found !== undefined) return found
  const named = card.channels.map((each) => channelNames[each])
  const refusal = new ChannelRefusedError(card.channels, {
    fa: named.map((name) => name.fa).join('، '),
    en: named.map((name) => name.en).join(', ')
  })
  await inTransaction(context.db, (tx) =>
    recordFact(tx, {
      owner: card.authority,
      authority: card.authority,
      kind: 'intake.refused',
      subject: card.code,
      at: context.clock.now(),
      actor: actor.id,
      cardVersion: asked.cardVersion,
      body: {
        service: card.code,
        channel: channel in channelNames || knownElsewhere.includes(channel) ? channel : 'other',
        code: refusal.code
      }
    })
  )
  throw refusal
}
