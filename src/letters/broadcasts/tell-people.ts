import { queueOutbox, sendToAddress } from '../../channels/index.ts'
import { type AlertInfo, infoFor } from '../../kernel/alerts/index.ts'
import { contact, staffOf } from '../../people/index.ts'
import { type Context, type OutboxMessage, type Tx, inTransaction } from '../../platform/index.ts'
import { type Broadcast, alertOf } from './broadcast.ts'
import { broadcastById } from './broadcast-store.ts'
import { messages } from './messages.ts'
import {
  type Telling,
  bucketCount,
  claimTelling,
  finishTelling,
  insertTellings,
  noteToldBelow
} from './telling-store.ts'

/** Topic of the outbox under which people wait to be told of a broadcast. */
export const tellingTopic = 'broadcasts.told'

const bucketsAtOnce = 16
/** A broadcast goes before whatever else waits to be sent: it counts as waiting since a day before. */
const aheadHours = 24

/**
 * Queues the next part of everybody who has an address: some buckets of people in one transaction, so
 * that a crash leaves nobody out and tells nobody twice.
 * @returns Whether there is more to do.
 */
export async function tellPeople(context: Context): Promise<boolean> {
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const telling = await claimTelling(tx, at)
    if (telling === null) return false
    const below = telling.status === 'Exercise' ? bucketCount : nextBelow(telling)
    const people =
      telling.status === 'Exercise'
        ? await staffContacts(tx, telling.authority, at)
        : await contact.contactsOfBuckets(tx, { from: telling.toldBelow, below })
    await queueFor(tx, telling.id, { people, at })
    await noteToldBelow(tx, telling.id, below)
    return true
  })
}

const nextBelow = ({ toldBelow }: Telling) => Math.min(toldBelow + bucketsAtOnce, bucketCount)

/** A drill is for those who work there: nobody else is alarmed. */
async function staffContacts(
  tx: Tx,
  authority: string,
  at: Temporal.Instant
): Promise<contact.Contact[]> {
  const roles = [
    'clerk',
    'officer',
    'approver',
    'it-manager',
    'authority-admin',
    'signatory'
  ] as const
  const staff = await staffOf(tx, { authority, roles, at })
  const people = [...new Set(staff.map(({ id }) => id))]
  return (await Promise.all(people.map((person) => contact.contactsOf(tx, person)))).flat()
}

async function queueFor(
  tx: Tx,
  broadcast: string,
  { people, at }: { readonly people: readonly contact.Contact[]; readonly at: Temporal.Instant }
): Promise<void> {
  if (people.length === 0) return
  await insertTellings(tx, broadcast, { ways: people, at })
  const entries = people.map(({ person, channel, address, lang }) => ({
    owner: person,
    topic: tellingTopic,
    payload: { broadcast, person, channel, address, lang }
  }))
  await queueOutbox(tx, entries, at.subtract({ hours: aheadHours }))
}

/** Hands alerts over to the channels; trouble of a channel is tried again while the alert stands. */
export async function deliverTellings(
  context: Context,
  tx: Tx,
  entries: readonly OutboxMessage[]
): Promise<void> {
  for (const { id, payload } of entries) {
    const way = payload as unknown as contact.Contact & { readonly broadcast: string }
    const broadcast = await broadcastById(tx, way.broadcast)
    const at = context.clock.now()
    if (broadcast === null || Temporal.Instant.compare(broadcast.expiresAt, at) <= 0) continue
    const told = textOf(broadcast, way.lang, context.config.origin)
    const { channel, address } = way
    const outcome = await sendToAddress(context.config, { id, channel, address, ...told })
    if (outcome.state === 'delayed' || outcome.state === 'stopped')
      throw new Error(`an alert was not sent by ${channel}: ${outcome.reason}`)
    const state = outcome.state === 'sent' ? 'sent' : 'refused'
    await finishTelling(tx, broadcast.id, { person: way.person, channel, outcome: state, at })
  }
}

function textOf(broadcast: Broadcast, lang: 'fa' | 'en', origin: string) {
  const t = messages.in(lang)
  const said: AlertInfo = infoFor(alertOf(broadcast), lang)
  const address = `${origin}${lang === 'en' ? '/en' : ''}/alerts/${broadcast.id}`
  const isDrill = broadcast.status === 'Exercise'
  const lines = [isDrill ? t.exerciseNote : null, said.headline, said.instruction, address]
  return {
    subject: `${isDrill ? `${t.exercise}: ` : ''}${said.headline}`.replaceAll(/\s+/g, ' '),
    text: lines.filter((line) => line !== null).join('\n')
  }
}
