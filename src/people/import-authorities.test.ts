import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Context, silentLog, systemClock } from '../platform/index.ts'
import { actorOfPerson } from './actor.ts'
import { authorityById, listAuthorities, postById, postHolderOn } from './authority-store.ts'
import { demonstrationPeople } from './demonstration.ts'
import { InstallationFileError, importAuthorities } from './import-authorities.ts'
import { representedBy } from './delegation/may-act.ts'
import { roles } from './role.ts'
import { seedDemonstration } from './seed-demonstration.ts'

const { db } = await testDatabase()
const config = readConfig({ PEYMAN_DEMO: '1' })
const context: Context = { db, clock: systemClock, config, log: silentLog, nudge: () => {} }
const now = Temporal.Instant.from('2026-11-22T06:00:00Z')
await importAuthorities(context)
await seedDemonstration(context)

test('importAuthorities and seedDemonstration a second time change nothing', async () => {
  const before = await listAuthorities(db)
  const given = await factsBetween(db, { kinds: ['grant.given'] })
  assert.deepEqual(await importAuthorities(context), ['ito', 'sandbox', 'sko'])
  await seedDemonstration(context)
  assert.deepEqual(await listAuthorities(db), before)
  assert.deepEqual(await factsBetween(db, { kinds: ['grant.given'] }), given)
})

test('seedDemonstration is refused where this is no demonstration', async () => {
  await assert.rejects(seedDemonstration({ ...context, config: { ...config, demo: false } }))
})

test('importAuthorities says file, line and column, and then writes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-authorities-'))
  const file = join(folder, 'new.yaml')
  await writeFile(
    file,
    `authority:
  id: new
  position: 3
  title: { fa: تازه, en: New }
  shortTitle: { fa: تازه, en: New }
  portal: https://example.org
  province: null
  timeZone: Asia/Tehran
units: []
posts:
  - { id: head, unit: nowhere, title: { fa: رئیس, en: Head } }
`
  )
  await assert.rejects(
    importAuthorities(context, [file]),
    (error) =>
      error instanceof InstallationFileError && /new\.yaml:11:\d+ .*nowhere/.test(error.message)
  )
  assert.equal(await authorityById(db, 'new'), null)
  await rm(folder, { recursive: true })
})

test('postById tells posts of the same name apart by their authority', async () => {
  assert.equal((await postById(db, { authority: 'sko', post: 'head-it' }))?.unit, 'it')
  assert.equal((await postById(db, { authority: 'ito', post: 'head-it' }))?.unit, null)
  assert.equal(await postById(db, { authority: 'ito', post: 'deputy-economic' }), null)
})

test('postHolderOn names whoever held the post that day, by days of Tehran', async () => {
  const post = { authority: 'sko', post: 'director-citizen-services' }
  const holder = async (at: string) =>
    (await postHolderOn(db, post, Temporal.Instant.from(at)))?.name.en ?? null
  // 30 Esfand 1403 is 2025-03-20; midnight in Tehran is 20:30 the evening before in UTC.
  assert.equal(await holder('2025-03-20T20:29:59Z'), 'Mahmoud Ameri')
  assert.equal(await holder('2025-03-20T20:30:00Z'), 'Mohsen Alavi')
  assert.equal(await holder('2020-01-01T00:00:00Z'), null)
})

test('every role has a demonstration person, every post a holder, every grant its post', async () => {
  const people = await demonstrationPeople()
  const given = new Set(people.flatMap((one) => one.grants.map((grant) => grant.role)))
  assert.deepEqual(
    // Everybody is an applicant, and what watches is a program.
    roles.filter((role) => !['applicant', 'probe'].includes(role) && !given.has(role)),
    []
  )
  for (const { id, posts } of await listAuthorities(db)) {
    for (const post of posts) {
      const holder = await postHolderOn(db, { authority: id, post: post.id }, now)
      assert.notEqual(holder, null, `${id}/${post.id}`)
      const actor = await actorOfPerson(db, holder?.person ?? '', now)
      assert.ok(actor?.grants.some((grant) => grant.authority === id && grant.post === post.id))
    }
  }
})

test('representedBy gives the business of its managing director', async () => {
  const people = await demonstrationPeople()
  const director = people.find((one) => one.key === 'hossein-barati')
  const [business] = await representedBy(db, director?.id ?? '', now)
  assert.equal(business?.kind, 'business')
  assert.equal(business?.name.en, 'Saffron of the Desert Co.')
})
