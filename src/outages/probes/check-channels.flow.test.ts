// Goal: a declared channel is said to be alive or not only by whoever can see it, when it changes and once
// a day. Method: a desk whose clock moves, a probe that reports, and a real mail server.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { testDesk } from '../../../tests/support/desk.ts'
import { seeNotice } from '../../../tests/support/sighting.ts'
import { factsBetween } from '../../ledger/index.ts'
import { drainOutbox } from '../../channels/index.ts'
import type { Context } from '../../platform/index.ts'
import { jobs } from '../jobs.ts'
import { openOutage } from '../outages/open-outage.ts'
import { openOutages } from '../outages/outage-store.ts'
import { closeOutage } from '../outages/update-outage.ts'
import { announcePlanned } from '../planned/announce-planned.ts'
import { channelChecks } from './channel-store.ts'
import { checkChannels } from './check-channels.ts'
import { replaceGaps } from './gap-store.ts'
import { syncWatching } from './sync-watching.ts'
import { detectOutages } from '../outages/detect-outages.ts'
import { inTransaction } from '../../platform/index.ts'

const desk = await testDesk('2026-11-22T06:00:00Z')
const { clock } = desk
const mail = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
await new Promise<void>((listening) => {
  mail.listen(0, '127.0.0.1', listening)
})
after(() => {
  mail.close()
})
const address = mail.server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0
const config = {
  ...desk.context.config,
  mail: {
    url: `smtp://127.0.0.1:${String(port)}`,
    from: { name: 'desk', address: 'desk@example.org' }
  }
}
const context: Context = { ...desk.context, config }

async function factsNow(): Promise<string[]> {
  const facts = await factsBetween(context.db, { authority: 'sko', kinds: ['channel.checked'] })
  return facts.map(({ body }) =>
    `${JSON.stringify(body.channel)} ${JSON.stringify(body.alive)}`.replaceAll('"', '')
  )
}

test('what can be seen is recorded, what cannot is shown so', async () => {
  await syncWatching(context)
  await detectOutages(context)
  await checkChannels(context)
  const checks = await channelChecks(context.db, 'sko')
  const said = checks.map(({ channel, alive, reason }) => [channel, alive, reason])
  assert.deepEqual(said, [
    ['e-mail', true, null],
    ['in-person', false, 'not-probed'],
    ['pishkhan', false, 'not-probed'],
    ['post', false, 'not-probed'],
    ['site', false, 'unknown']
  ])
  assert.deepEqual(await factsNow(), ['e-mail true'])
})

test('a change and a new day are recorded, and nothing between', async () => {
  for (const component of ['desk', 'portal']) {
    await inTransaction(context.db, (tx) =>
      replaceGaps(tx, { authority: 'sko', component }, { from: clock.now(), gaps: [] })
    )
  }
  await checkChannels(context)
  await checkChannels(context)
  assert.deepEqual(await factsNow(), ['e-mail true', 'site true'])
  clock.advance('PT5M')
  await openOutage(context, await desk.as('kamran-mousavi'), {
    authority: 'sko',
    component: 'desk',
    from: clock.now(),
    cause: 'unknown',
    scope: null,
    expectedReturnAt: null,
    nextUpdateAt: null
  })
  await checkChannels(context)
  assert.deepEqual(await factsNow(), ['e-mail true', 'site true', 'site false'])
  mail.close()
  clock.advance('PT10M')
  await checkChannels(context)
  assert.equal((await factsNow()).at(-1), 'e-mail false')
  clock.advance('PT24H')
  await checkChannels(context)
  assert.deepEqual((await factsNow()).slice(4).toSorted(), ['e-mail false', 'site false'])
})

test('a planned outage that was seen in time says nothing against the channel', async () => {
  const manager = await desk.as('kamran-mousavi')
  const [open] = await openOutages(context.db, 'sko')
  const end = { id: open!.id, to: clock.now(), cause: 'unknown', note: { fa: 'پایان', en: 'Over' } }
  await closeOutage(context, manager, end)
  const from = clock.now().add({ hours: 80 }).round('hour')
  const planned = await announcePlanned(context, manager, {
    authority: 'sko',
    kind: 'outage',
    components: ['desk'],
    from,
    to: from.add({ hours: 2 })
  })
  await seeNotice(context, planned.notice)
  await drainOutbox(context, jobs.outbox ?? {})
  clock.set(from.add({ minutes: 1 }))
  const down = { cause: 'unknown', scope: null, expectedReturnAt: null, nextUpdateAt: null }
  await openOutage(context, manager, { authority: 'sko', component: 'desk', from, ...down })
  const before = (await factsNow()).filter((said) => said === 'site false').length
  await checkChannels(context)
  const site = (await channelChecks(context.db, 'sko')).find(({ channel }) => channel === 'site')
  assert.equal(site?.reason, 'planned')
  assert.equal((await factsNow()).filter((said) => said === 'site false').length, before)
})
