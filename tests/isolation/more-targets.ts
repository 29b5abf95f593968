import { offerDelegation } from '../../src/people/delegation/offer-delegation.ts'
import { askExport } from '../../src/people/personal-data/ask-export.ts'
import { placeHold } from '../../src/people/personal-data/place-hold.ts'
import { personalDataHolders } from '../../src/personal-data.ts'
import { sql } from 'kysely'
import { type Db, bucketOf, newId } from '../../src/platform/index.ts'
import { type Actor, createApiKey } from '../../src/people/index.ts'
import { currentChoices } from '../../src/outages/reports/sync-choices.ts'
import { proposeCorrection } from '../../src/outages/outages/correct-outage.ts'
import { proposeExtension } from '../../src/outages/planned/extend-for-outage.ts'
import { registerHost } from '../../src/outages/probes/register-host.ts'
import { registerVantage } from '../../src/outages/probes/register-vantage.ts'
import type { TestServer } from '../support/server.ts'
import type { Target } from './target.ts'

const elsewhere = { relation: 'another authority', more: {}, canary: 'none' } as const
const bilingual = { fa: 'آزمایش', en: 'A trial' }

/** What a body publishes and only its own staff change, and what it works on: of another authority. */
export async function targetsOfAnotherBody(
  server: TestServer,
  { staff, code }: { readonly staff: Actor; readonly code: string }
): Promise<Target[]> {
  const post = await poster(server, 'it-manager')
  const now = server.context.clock.now()
  const ago = (minutes: number) => now.subtract({ minutes }).toString()
  const components = (await currentChoices(server.context))
    .filter(({ authority }) => authority === 'ito')
    .flatMap(({ component }) => component ?? [])
  const first = components.find((each) => !each.startsWith('service:')) ?? ''
  // Work on applications depends on the service whose outage is corrected and made up for.
  const second = components.find((each) => each.startsWith('service:')) ?? ''
  const open = await post('/outages', { authority: 'ito', component: first, from: ago(30) })
  const over = await post('/outages', { authority: 'ito', component: second, from: ago(60) })
  await post(`/outages/${over}/closing`, { cause: 'software', note: bilingual })
  // Two people correct an outage; no program does.
  const { id: correction } = await proposeCorrection(server.context, staff, {
    ...{ id: over, from: now.subtract({ minutes: 60 }), to: now, cause: 'power' },
    ...{ void: false, reason: 'wrong-cause', words: bilingual }
  })
  const window = { from: now.add({ hours: 100 }), to: now.add({ hours: 101 }) }
  const planned = await post('/planned-outages', {
    ...{ authority: 'ito', kind: 'outage', components: [first], words: bilingual },
    ...{ from: window.from.toString(), to: window.to.toString() }
  })
  const suspension = await post('/suspensions', {
    ...{ authority: 'ito', kind: 'form-closed', services: ['18051005'], reason: 'security' },
    words: bilingual
  })
  const { id: extension } = await proposeExtension(server.context, staff, {
    ...{ outage: over, reason: 'سامانه از کار افتاد' }
  })
  const hold = await placeHold(server.context, staff, {
    ...{ authority: 'ito', matter: code, scope: 'case' as const, reason: 'برای دادرسی' },
    holders: personalDataHolders
  })
  const published = { ...elsewhere, published: true } as const
  return [
    { kind: 'outage', id: open, ...published },
    { kind: 'correction', id: over, ...published, more: { correction } },
    { kind: 'planned', id: planned, ...published },
    { kind: 'suspension', id: suspension, ...published },
    { kind: 'extension', id: extension, ...elsewhere },
    { kind: 'hold', id: hold, ...elsewhere },
    { kind: 'card', id: '18051003', ...published, more: { code: '18051003' } },
    ...(await watching(server, staff)),
    { kind: 'body', id: 'ito', ...published, more: { authority: 'ito', host: 'ito.gov.ir' } },
    { kind: 'queue', id: 'case-changed', ...published },
    { kind: 'bulletin', id: await bulletinOf(server), ...published }
  ]
}

/** What a person asked for. */
export async function targetsOfPerson({ context }: TestServer, person: string): Promise<Target[]> {
  const copy = await askExport(context, person)
  const { offer } = await offerDelegation(context, {
    giver: person,
    ...{ kind: 'lawyer', scope: { all: true }, acts: ['view'] },
    until: context.clock.now().add({ hours: 24 * 30 })
  })
  const about = { relation: 'another person', more: {}, canary: 'none' } as const
  return [
    { kind: 'export', id: copy.id, ...about },
    { kind: 'offer', id: offer, ...about, more: { grantor: person } },
    { kind: 'subscription', id: await subscriptionOf(context.db, person), ...about }
  ]
}

async function subscriptionOf(db: Db, person: string): Promise<string> {
  const id = newId()
  const address = 'neda@example.org'
  await sql`
    insert into notice_subscriptions (bucket, id, address, person, lang, services, kinds, asked_at,
      confirmed_at)
    values (${bucketOf(address)}, ${id}, ${address}, ${person}, 'fa', '{}', '{}', now(), now())`.execute(
    db
  )
  return id
}

/** A notice that was published. */
async function bulletinOf({ context }: TestServer): Promise<string> {
  const found = await sql<{ id: string }>`
    select id from notices where authority = 'ito' limit 1`.execute(context.db)
  return found.rows[0]?.id ?? ''
}

/** Three hosts, since there are three ways to retire one. */
async function watching({ context }: TestServer, staff: Actor): Promise<Target[]> {
  const about = { ...elsewhere, published: true } as const
  const hosts: string[] = []
  for (const name of ['one', 'two', 'three'])
    hosts.push(
      await registerHost(context, staff, {
        ...{ authority: 'ito', address: `https://${name}.example.ir` }
      })
    )
  const vantages = ['far-away', 'farther'].map((id) => ({ authority: 'ito', id, label: id }))
  for (const each of vantages) await registerVantage(context, { ...each, outside: true }, staff.id)
  const found = await sql<{ id: string }>`
    select id from probe_targets where authority = 'ito' limit 2`.execute(context.db)
  const more = { authority: 'ito' }
  return [
    ...hosts.map((host) => ({ kind: 'watching', id: host, ...about, more: { ...more, host } })),
    ...found.rows.map(({ id }) => ({
      ...{ kind: 'probe-target', id, ...about },
      more: { ...more, target: id }
    })),
    ...vantages.map(({ id }) => ({
      ...{ kind: 'vantage', id, ...about },
      more: { ...more, vantage: id }
    }))
  ]
}

/** Calls operations of `ito` by a key of its own. */
async function poster({ app, context }: TestServer, role: string) {
  const { text } = await createApiKey(context, { authority: 'ito', role, live: true })
  return async (path: string, body: object): Promise<string> => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${text}` },
      payload: body
    })
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`)
    const { id = '' } = JSON.parse(answer.body) as { id?: string }
    return id
  }
}
