// Goal: the pages of outages and probes can be read and used by everyone: on a telephone, in the dark, in
// both languages. Method: a desk with an outage that probes found and one that people
// opened; axe looks at every page.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { detectOutages, openOutages } from '../../src/outages/index.ts'
import { proposeCorrection } from '../../src/outages/outages/correct-outage.ts'
import { openOutage } from '../../src/outages/outages/open-outage.ts'
import { registerVantage } from '../../src/outages/probes/register-vantage.ts'
import { syncWatching } from '../../src/outages/probes/sync-watching.ts'
import { noteHosts } from '../../src/outages/probes/note-hosts.ts'
import { takeResults } from '../../src/outages/probes/take-results.ts'
import { liveTargets } from '../../src/outages/probes/target-store.ts'
import { type Actor, actorOfPerson, demonstrationPeople } from '../../src/people/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { assertAccessible, openReader, signInAs } from '../support/reader.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { context, clock, origin } = server
const browser = await launchBrowser()
after(() => browser.close())
const authority = 'sko'
const probe: Actor = {
  kind: 'api-key',
  id: 'north',
  name: { fa: 'شمال', en: 'north' },
  grants: [{ authority, unit: null, role: 'probe', post: null }],
  person: null
}

async function personCalled(key: string): Promise<Actor> {
  const person = (await demonstrationPeople()).find((each) => each.key === key)
  const actor = await actorOfPerson(context.db, person?.id ?? '', clock.now())
  assert.ok(actor !== null)
  return actor
}

/** Probes find the form of one service down; people open the portal's outage and propose a correction. */
async function prepare(): Promise<string[]> {
  await syncWatching(context)
  const vantage = await registerVantage(
    context,
    { authority, id: 'north', label: 'north', outside: true },
    'north'
  )
  const begun = clock.now()
  clock.set(begun.add({ minutes: 10 }))
  const results = (await liveTargets(context.db, authority)).flatMap((target) => {
    const isDown = target.component === 'service:10021006' && target.what === 'form'
    return [5, 4, 3, 2, 1].map((minutes) => ({
      target: target.id,
      ageMs: minutes * 60_000,
      ok: !isDown,
      tookMs: 34,
      reason: isDown ? ('status' as const) : null,
      detail: isDown ? 'the answer is 503, not 200' : null
    }))
  })
  const batch = { v: 1 as const, batch: randomUUID(), results, sightings: [], hosts: [] }
  const report = { batch, receivedAt: clock.now(), batchAge: '0' }
  await takeResults(context, { actor: probe, label: 'north' }, report)
  await noteHosts(context, [vantage], [{ host: 'old.example', foundOn: `${origin}/services` }])
  await detectOutages(context)
  const manager = await personCalled('kamran-mousavi')
  const opened = await openOutage(context, manager, {
    authority,
    component: 'portal',
    from: begun,
    cause: 'power',
    scope: { fa: 'تنها بارگذاری فایل', en: 'Only uploads' },
    expectedReturnAt: clock.now().add({ hours: 2 }),
    nextUpdateAt: null
  })
  await proposeCorrection(context, manager, {
    id: opened.id,
    from: begun.add({ minutes: 2 }),
    to: null,
    cause: 'supplier',
    void: false,
    reason: 'wrong-cause',
    words: { fa: 'خبر تأمین‌کننده', en: 'Word of the supplier' }
  })
  return (await openOutages(context.db, authority)).map(({ id }) => id)
}

const ids = await prepare()
const looks = [{ width: 360 }, { width: 1280, dark: true }]

test('an outage reads well for everyone', async () => {
  assert.equal(ids.length, 2)
  for (const look of looks) {
    const reader = await openReader(browser, look)
    for (const path of ids.flatMap((id) => [`/outages/${id}`, `/en/outages/${id}`])) {
      await reader.page.goto(`${origin}${path}`)
      await assertAccessible(reader.page)
      await shoot(reader.page, path, look.width)
    }
    assert.deepEqual(reader.faults, [])
    await reader.context.close()
  }
})

test('the desk of outages and probes can be used by everyone', async () => {
  for (const look of looks) {
    const reader = await openReader(browser, look)
    await signInAs(reader.page, origin, 'کامران موسوی')
    const paths = ['/desk/outages', '/desk/probes', ...ids.map((id) => `/desk/outages/${id}`)]
    for (const path of paths.flatMap((each) => [each, `/en${each}`])) {
      await reader.page.goto(`${origin}${path}`)
      await openAll(reader.page)
      await assertAccessible(reader.page)
      await shoot(reader.page, path, look.width)
    }
    assert.deepEqual(reader.faults, [])
    await reader.context.close()
  }
})

type Page = Awaited<ReturnType<typeof openReader>>['page']

/** What can be folded away is looked at as well. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
}

/** Pictures for people, where somebody asks for them. */
async function shoot(page: Page, path: string, width: number): Promise<void> {
  const folder = process.env.PEYMAN_PICTURES
  if (folder === undefined) return
  const name = `${path.replaceAll(/[^a-z]+/g, '-').slice(0, 40)}-${String(width)}`
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
