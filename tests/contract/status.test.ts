// Goal: tools that read Statuspage's API, Atom and OpenMetrics read ours. Method: fields and words as
// they are published (metastatuspage.com/api/v2, the text format of OpenMetrics 1.0), held against a desk
// with every state of a component; feeds are read by a parser of somebody else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { parseAtomFeed } from 'feedsmith'
import { z } from 'zod'
import { listServices } from '../../src/catalogue/index.ts'
import { announcePlanned } from '../../src/outages/planned/announce-planned.ts'
import { actorOfPerson, demonstrationPeople } from '../../src/people/index.ts'
import { startTestServer } from '../support/server.ts'
import { seeNotice } from '../support/sighting.ts'
import { addWatched, outageOf, writeGap, writeOutages } from '../support/status-history.ts'

const at = (text: string) => Temporal.Instant.from(text)
const server = await startTestServer('2026-11-22T06:00:00Z')
const { db } = server.context
const empty = await server.app.inject({ url: '/status/api/v2/summary.json' })
for (const authority of ['sko', 'ito']) {
  const services = await listServices(db, { authority, at: server.clock.now() })
  const components = ['desk', 'portal', ...services.map(({ service }) => `service:${service}`)]
  await addWatched({ db, authority, addedAt: at('2025-10-01T00:00:00Z'), components })
}
await writeOutages(db, [
  outageOf({
    authority: 'sko',
    component: 'service:10021006',
    from: at('2026-11-22T05:10:07Z'),
    to: null,
    expectedReturnAt: at('2026-11-22T08:00:00Z')
  }),
  outageOf({
    authority: 'sko',
    component: 'desk',
    from: at('2026-11-03T05:10:07Z'),
    to: at('2026-11-03T06:20:08Z'),
    cause: 'software'
  })
])
await writeGap(
  db,
  { authority: 'sko', component: 'portal' },
  { from: at('2026-11-22T01:00:00Z'), to: null }
)

// As an IT manager plans it, seen on the portal in time.
const person = (await demonstrationPeople()).find(({ key }) => key === 'kamran-mousavi')
const manager = person && (await actorOfPerson(db, person.id, server.clock.now()))
assert.ok(manager)
const planned = await announcePlanned(server.context, manager, {
  authority: 'sko',
  kind: 'outage',
  components: ['service:10021001'],
  from: at('2026-11-27T02:00:00Z'),
  to: at('2026-11-27T04:00:00Z')
})
await seeNotice(server.context, planned.notice)

const time = z.iso.datetime({ offset: true })
const page = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  url: z.url(),
  time_zone: z.string().min(1),
  updated_at: time
})
const component = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  // The empty word is Statuspage's own for a component without a status.
  status: z.enum([
    'operational',
    'degraded_performance',
    'partial_outage',
    'major_outage',
    'under_maintenance',
    ''
  ]),
  created_at: time,
  updated_at: time,
  position: z.int().positive(),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z.iso.date().nullable(),
  group_id: z.string().nullable(),
  page_id: z.string(),
  group: z.boolean(),
  only_show_if_degraded: z.boolean(),
  components: z.array(z.string()).optional()
})
const update = (statuses: readonly string[]) =>
  z.strictObject({
    id: z.string(),
    status: z.enum(statuses),
    body: z.string().min(1),
    incident_id: z.string(),
    created_at: time,
    updated_at: time,
    display_at: time,
    affected_components: z
      .array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          old_status: z.string(),
          new_status: z.string()
        })
      )
      .nullable(),
    deliver_notifications: z.boolean(),
    custom_tweet: z.null(),
    tweet_id: z.null()
  })
const incidentWords = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem']
const maintenanceWords = ['scheduled', 'in_progress', 'verifying', 'completed']
const incidentOf = (statuses: readonly string[]) => ({
  id: z.string(),
  name: z.string().min(1),
  status: z.enum(statuses),
  created_at: time,
  updated_at: time,
  monitoring_at: time.nullable(),
  resolved_at: time.nullable(),
  impact: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
  shortlink: z.url(),
  started_at: time,
  page_id: z.string(),
  incident_updates: z.array(update(statuses)).min(1),
  components: z.array(component)
})
const incident = z.strictObject(incidentOf(incidentWords))
const maintenanceFile = z.strictObject({
  ...incidentOf(maintenanceWords),
  scheduled_for: time,
  scheduled_until: time
})
const status = z.strictObject({
  indicator: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
  description: z.string().min(1)
})
const files = {
  'summary.json': z.strictObject({
    page,
    status,
    components: z.array(component),
    incidents: z.array(incident),
    scheduled_maintenances: z.array(maintenanceFile)
  }),
  'status.json': z.strictObject({ page, status }),
  'components.json': z.strictObject({ page, components: z.array(component) }),
  'incidents.json': z.strictObject({ page, incidents: z.array(incident) }),
  'incidents/unresolved.json': z.strictObject({ page, incidents: z.array(incident) }),
  'scheduled-maintenances.json': z.strictObject({
    page,
    scheduled_maintenances: z.array(maintenanceFile)
  }),
  'scheduled-maintenances/active.json': z.strictObject({
    page,
    scheduled_maintenances: z.array(maintenanceFile)
  }),
  'scheduled-maintenances/upcoming.json': z.strictObject({
    page,
    scheduled_maintenances: z.array(maintenanceFile)
  })
}

for (const [name, schema] of Object.entries(files)) {
  test(`/status/api/v2/${name} has the published fields and words, and no others`, async () => {
    const answer = await server.app.inject({ url: `/status/api/v2/${name}` })
    assert.equal(answer.statusCode, 200)
    assert.match(String(answer.headers['content-type']), /^application\/json/)
    assert.equal(answer.headers['access-control-allow-origin'], '*')
    schema.parse(JSON.parse(answer.body))
  })
}

test('the summary says what is down, and never that all is well while something is not known', async () => {
  const read = files['summary.json'].parse(
    JSON.parse((await server.app.inject({ url: '/status/api/v2/summary.json' })).body)
  )
  assert.equal(read.status.indicator, 'major')
  assert.equal(read.incidents.length, 1)
  const of = (id: string) => read.components.find((each) => each.id === id)
  assert.equal(of('sko/service:10021006')?.status, 'major_outage')
  assert.equal(of('sko/portal')?.status, '')
  assert.match(of('sko/portal')?.description ?? '', /unknown/)
  assert.equal(of('sko/desk')?.status, 'operational')
  assert.equal(of('sko')?.status, 'partial_outage')
  const [maintenance] = read.scheduled_maintenances
  assert.equal(maintenance?.id, planned.id)
  assert.equal(maintenance.status, 'scheduled')
  assert.equal(maintenance.scheduled_for, '2026-11-27T02:00:00Z')
  assert.deepEqual(
    maintenance.components.map(({ id }) => id),
    ['sko/service:10021001']
  )
  const first = files['summary.json'].parse(JSON.parse(empty.body))
  assert.notEqual(first.status.indicator, 'none')
})

test('a file that the API does not have is not there', async () => {
  for (const name of ['nothing.json', '../../../package.json', '__proto__', 'constructor']) {
    const answer = await server.app.inject({ url: `/status/api/v2/${name}` })
    assert.equal(answer.statusCode, 404, name)
  }
})

test('the Atom feed is read by a parser of somebody else', async () => {
  const { body, headers } = await server.app.inject({ url: '/status/history.atom' })
  assert.match(String(headers['content-type']), /^application\/atom\+xml/)
  const feed = parseAtomFeed(body)
  assert.equal(feed.entries?.length, 2)
  assert.ok(feed.id && feed.updated && feed.authors?.[0]?.name)
})

test('pages of the status are under 40 kB compressed, with their styles', async () => {
  const styles = /href="(\/assets\/main[^"]+)"/
  for (const path of ['/status', '/en/status', '/status/sko', '/status/services/10021006']) {
    const { body } = await server.app.inject({ url: path })
    const sheet = await server.app.inject({
      url: styles.exec(body)?.[1] ?? '',
      headers: { 'accept-encoding': 'br' }
    })
    const bytes = brotliCompressSync(body).length + sheet.rawPayload.length
    assert.ok(bytes < 40_000, `${path}: ${String(bytes)} bytes`)
    assert.doesNotMatch(body, /<script/, path)
  }
})
