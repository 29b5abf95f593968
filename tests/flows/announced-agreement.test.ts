import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../support/database.ts'
import { takeEffects } from '../support/take-effect.ts'
import { readConfig } from '../../src/config.ts'
import { createServer } from '../../src/platform/http/index.ts'
import { type Context, manualClock, silentLog } from '../../src/platform/index.ts'
import { importAuthorities } from '../../src/people/index.ts'
import { importAgreements } from '../../src/agreements/import-agreements.ts'
import { routes } from '../../src/agreements/routes.ts'
import { routes as livingPages } from '../../src/promises/routes.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
await importAuthorities(context)
await importAgreements(context)
const app = await createServer({
  context,
  assetsFolder: import.meta.dirname,
  describeReader: () => ({ account: null, nav: [] })
})
await routes(app, context)
await livingPages(app, context)
const folder = await mkdtemp(join(tmpdir(), 'peyman-announced-'))
after(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})
const get = async (url: string) => (await app.inject({ method: 'GET', url })).body
const announcedIn = async () =>
  (JSON.parse(await get('/api/v1/agreements/SK')) as { announced: Record<string, unknown>[] })
    .announced

test('a text that was announced is shown as such, everywhere, until its notice is seen', async () => {
  assert.deepEqual(await announcedIn(), [])
  const text = await readFile(resolve(import.meta.dirname, '../../agreements/sk-1398.yaml'), 'utf8')
  const file = join(folder, 'sk.yaml')
  await writeFile(file, text.replace('en: "Cover page"', 'en: "The cover page"'))
  await importAgreements(context, [file])
  const [one] = await announcedIn()
  assert.deepEqual(
    [one?.['id'], one?.['revision'], one?.['source']],
    ['SK@1398', 2, '/agreements/SK/1398.yaml?revision=2']
  )
  for (const url of ['/agreements', '/agreements/SK', '/agreements/SK/versions']) {
    const page = await get(url)
    assert.match(page, /منتظر است تا پایشگری بیرونی اطلاعیه آن را بخواند/, url)
    assert.ok(page.includes(`href="/notices/${String(one?.['notice'])}"`), url)
  }
  assert.match(await get('/en/agreements/SK/versions'), /waits for an outside probe/)
  assert.doesNotMatch(await get('/agreements/PI/versions'), /پایشگری بیرونی/)
  assert.equal(await get('/agreements/SK/1398.yaml'), text)
  assert.match(await get('/agreements/SK/1398.yaml?revision=2'), /The cover page/)
  await takeEffects(context)
  assert.deepEqual(await announcedIn(), [])
  for (const url of ['/agreements/SK', '/agreements/SK/versions']) {
    assert.doesNotMatch(await get(url), /منتظر است تا پایشگری بیرونی/, url)
  }
  assert.match(await get('/agreements/SK/1398.yaml'), /The cover page/)
})
