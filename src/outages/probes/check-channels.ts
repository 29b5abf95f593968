import { agreementVersions, listAgreements } from '../../agreements/index.ts'
import { listServices } from '../../catalogue/index.ts'
import { checkMailServer } from '../../channels/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { listAuthorities, systemActor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { openOutages } from '../outages/outage-store.ts'
import { plannedCovering } from '../planned/read-planned.ts'
import { type ChannelCheck, channelChecks, saveChannelCheck } from './channel-store.ts'
import { gapsBetween } from './gap-store.ts'

const actor = systemActor('probes.channels').id
const recordedHours = 24
const mailMinutes = 10

/** What was found out about a channel; `alive: null`: from here nobody can tell. */
interface Found {
  readonly alive: boolean | null
  readonly reason: string | null
}

/** Components by which a channel is alive. */
const siteComponents: Readonly<Record<string, readonly string[]>> = {
  site: ['desk', 'portal'],
  desk: ['desk']
}

/**
 * Checks the channels that cards and agreements declare, and that of e-mail where it is configured: the
 * site by what its probes say, the mail server by greeting it. What is outside of the system (post,
 * offices) cannot be probed from here, is shown so, and has no fact: nobody is told that it is alive.
 */
export async function checkChannels(context: Context): Promise<void> {
  for (const { id } of await listAuthorities(context.db)) {
    const before = await channelChecks(context.db, id)
    for (const channel of await declaredChannels(context, id)) {
      const last = before.find((check) => check.channel === channel) ?? null
      if (channel === 'e-mail' && last !== null && isFresh(context, last)) continue
      await keep(context, { authority: id, channel, last, found: await look(context, id, channel) })
    }
  }
}

async function declaredChannels(context: Context, authority: string): Promise<string[]> {
  const { db, clock, config } = context
  const cards = await listServices(db, { authority, at: clock.now() })
  const declared = new Set<string>(cards.flatMap(({ card }) => card.channels))
  for (const { agreement, authority: whose } of await listAgreements(db)) {
    if (whose !== authority) continue
    const last = (await agreementVersions(db, agreement)).at(-1)
    for (const { channel } of last?.document.channels ?? []) declared.add(channel)
  }
  if (config.mail !== null) declared.add('e-mail')
  return [...declared].toSorted()
}

function isFresh({ clock }: Context, { checkedAt }: ChannelCheck): boolean {
  return clock.now().since(checkedAt).total('minutes') < mailMinutes
}

async function look(context: Context, authority: string, channel: string): Promise<Found> {
  const { db, clock, config } = context
  if (channel === 'e-mail' && config.mail !== null) {
    const answer = await checkMailServer(config.mail)
    return answer === 'alive' ? { alive: true, reason: null } : { alive: false, reason: answer }
  }
  const components = siteComponents[channel]
  if (components === undefined) return { alive: null, reason: 'not-probed' }
  const isOf = ({ component }: { component: string }) => components.includes(component)
  const now = clock.now()
  const open = (await openOutages(db, authority)).filter(isOf)
  for (const { component } of open) {
    // What was announced in time and seen says nothing against the channel.
    if ((await plannedCovering(db, { authority, component }, now)) === null)
      return { alive: false, reason: 'outage' }
  }
  if (open.length > 0) return { alive: null, reason: 'planned' }
  const gaps = await gapsBetween(db, { authority, from: now, to: now.add({ seconds: 1 }) })
  if (gaps.some(isOf)) return { alive: null, reason: 'unknown' }
  return { alive: true, reason: null }
}

async function keep(
  context: Context,
  given: {
    readonly authority: string
    readonly channel: string
    readonly last: ChannelCheck | null
    readonly found: Found
  }
): Promise<void> {
  const { authority, channel, last, found } = given
  const at = context.clock.now()
  const alive = found.alive === true
  const isSame = last !== null && last.alive === alive && last.reason === found.reason
  const isRecent = last !== null && at.since(last.recordedAt).total('hours') < recordedHours
  if (isSame && isRecent && channel !== 'e-mail') return
  const recordedAt = isSame && isRecent ? last.recordedAt : at
  const check = { authority, channel, alive, reason: found.reason, checkedAt: at, recordedAt }
  await inTransaction(context.db, async (tx) => {
    if (!(await saveChannelCheck(tx, check, last))) return
    if (found.alive === null || recordedAt !== at) return
    await recordFact(tx, {
      owner: authority,
      authority,
      kind: 'channel.checked',
      subject: `${authority}/${channel}`,
      at,
      actor,
      body: { channel, alive, reason: found.reason }
    })
  })
}
