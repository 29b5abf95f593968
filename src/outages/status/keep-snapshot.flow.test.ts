// Goal: whoever asks for the status while the database is away gets the copy, a signed-in reader too, and
// also where it hangs instead of refusing; without a copy they are told so. Method: the whole desk over
// databases that are not there, on the data folder of one that was.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, type Socket, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createApp } from '../../app.ts'
import { assetFolder } from '../../platform/html/index.ts'
import { type Context, newId, openDatabase } from '../../platform/index.ts'
import { startTestServer } from '../../../tests/support/server.ts'
import { addWatched, outageOf, writeOutages } from '../../../tests/support/status-history.ts'
import { keepSnapshot } from './keep-snapshot.ts'
import { readSnapshot } from './snapshot-files.ts'

const at = (text: string) => Temporal.Instant.from(text)
const server = await startTestServer('2026-11-22T06:00:00Z')
const { context, clock } = server
await addWatched({
  db: context.db,
  authority: 'sko',
  addedAt: at('2026-10-01T00:00:00Z'),
  components: ['desk', 'portal']
})
await keepSnapshot(context)
const index = join(context.config.dataFolder, 'status/index.en.html')

// It takes connections and never says a word.
const silent = createServer()
const held: Socket[] = []
silent.on('connection', (socket) => held.push(socket)).listen(0, 'localhost')
await once(silent, 'listening')
after(() => {
  for (const socket of held) socket.destroy()
  silent.close()
})

async function without(port: number, more: Partial<Context['config']> = {}) {
  const away = openDatabase(`postgres://nobody@localhost:${String(port)}/nothing`)
  const config = { ...context.config, ...more }
  const app = await createApp({ ...context, db: away.db, config }, assetFolder)
  after(async () => {
    await app.close()
    await away.close()
  })
  return (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
}

test('keepSnapshot writes what changed at once, and what did not after a minute', async () => {
  const before = await readFile(index, 'utf8')
  clock.advance('PT10S')
  await keepSnapshot(context)
  assert.equal(await readFile(index, 'utf8'), before)
  const outage = outageOf({ authority: 'sko', component: 'desk', from: clock.now(), to: null })
  await writeOutages(context.db, [outage])
  await keepSnapshot(context)
  const changed = await readFile(index, 'utf8')
  assert.match(changed, /1 down/)
  assert.match(changed, /This page is a copy/)
  // Nothing in it is for a reader, and no form in it is sent anywhere but to the choice of a theme.
  assert.doesNotMatch(changed, /_csrf|sign-out/)
  clock.advance('PT60S')
  await keepSnapshot(context)
  assert.notEqual(await readFile(index, 'utf8'), changed)
})

test('the copy is sent with its age, to a signed-in reader too', async () => {
  const get = await without(1)
  clock.advance('PT90S')
  const token = `${newId(clock.now())}.${'b'.repeat(43)}`
  for (const cookie of ['', `session=${token}`]) {
    const answer = await get('/en/status', cookie === '' ? {} : { cookie })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['age'], '90')
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.match(answer.body, /this copy, 1 minute and 30 seconds old/)
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/)
  }
  const json = await get('/status/api/v2/summary.json')
  assert.match(json.body, /"status":\{"indicator":"major"/)
  for (const url of ['/status/nobody', '/status/services/10021006', '/status/sko/desk/1405-09']) {
    assert.equal((await get(url)).statusCode, 503, url)
  }
})

test('a database that hangs does not keep anybody from the copy', async () => {
  const { port } = silent.address() as AddressInfo
  const get = await without(port)
  const answer = await get('/status')
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /این صفحه یک رونوشت است/)
  for (const socket of held) socket.destroy()
})

test('without a copy the answer is 503, and says when to come again', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'peyman-none-'))
  after(() => rm(dataFolder, { recursive: true, force: true }))
  const get = await without(1, { dataFolder })
  const answer = await get('/status')
  assert.equal(answer.statusCode, 503)
  assert.ok(answer.headers['retry-after'])
})

test('readSnapshot gives out nothing but its own files', async () => {
  const { config } = context
  await writeFile(join(config.dataFolder, 'secret.json'), '{}')
  for (const url of [
    '/status/api/v2/../../../secret.json',
    '/status/../secret.json',
    '/status/api/v2/%2e%2e/secret.json',
    '/status/made-at.fa.html/..',
    '/statusx',
    '/en/status/history.atom'
  ]) {
    assert.equal(await readSnapshot(config, url, clock.now()), null, url)
  }
})

test('components of this very second are told, from when they are there', async () => {
  const young = await startTestServer('2026-11-22T06:00:00.4Z')
  const addedAt = young.clock.now()
  await addWatched({ db: young.context.db, authority: 'ito', addedAt, components: ['desk'] })
  const { components } = (await young.app.inject({ url: '/status/api/v2/components.json' })).json<{
    components: { updated_at: string }[]
  }>()
  const [group, desk] = components
  assert.deepEqual([group?.updated_at, desk?.updated_at], [addedAt.toString(), addedAt.toString()])
})
