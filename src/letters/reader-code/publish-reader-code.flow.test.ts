// Goal: each new build of the scripts that open letters stands in the public log, once, and the page shows
// what is served beside it. Method: the built assets, and a build in which one script is another.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startTestServer } from '../../../tests/support/server.ts'
import { publicLog } from '../../ledger/index.ts'
import { asset } from '../../platform/html/index.ts'
import { publishReaderCode, publishedScripts } from './publish-reader-code.ts'
import { readerScripts } from './reader-scripts.ts'

const { app, context, clock, origin } = await startTestServer()
const signer = await publicLog.openSigner(context.config.dataFolder)
const folder = app.edge.assetsFolder
const other = await mkdtemp(join(tmpdir(), 'peyman-assets-'))
after(async () => {
  await signer.close()
  await rm(other, { recursive: true, force: true })
})
const page = async (path: string) => (await fetch(`${origin}${path}`)).text()

test('a build is entered once, and the page says so', async () => {
  assert.match(await page('/en/letters/reader-code'), /has not been entered in the log yet/)
  assert.equal(await publishReaderCode(context, folder), readerScripts.length)
  assert.equal(await publishReaderCode(context, folder), 0)
  clock.advance('PT1M')
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
  const text = await page('/en/letters/reader-code')
  assert.match(text, /Served now/)
  assert.match(text, /href="\/en\/log\//)
  assert.doesNotMatch(text, /not been entered/)
  const [reader] = await publishedScripts(context.db)
  const path = asset('islands/letters-reader.js')
  const served = await (await fetch(`${origin}${path}`)).text()
  assert.equal(createHash('sha256').update(served).digest('hex'), reader?.body.sha256)
})

test('a script that is another is entered beside the one of before', async () => {
  await cp(folder, other, { recursive: true })
  const file = asset('islands/letters-reader.js').replace('/assets/', '')
  await appendFile(join(other, file), '//')
  clock.advance('PT1H')
  assert.equal(await publishReaderCode(context, other), 1)
  const digests = (await publishedScripts(context.db))
    .filter(({ subject }) => subject === 'letters-reader')
    .map(({ body }) => body.sha256)
  assert.equal(new Set(digests).size, 2)
  assert.match(await page('/letters/reader-code'), /پیش از این/)
})

test('the saved reader tells the digest of the script that its own policy allows', async () => {
  const text = await page('/en/letters/offline.html')
  const [saved] = (await publishedScripts(context.db)).filter(
    ({ subject }) => subject === 'letters-reader-offline'
  )
  const sha256 = saved?.body.sha256
  assert.ok(typeof sha256 === 'string')
  assert.ok(text.includes(sha256), 'told')
  assert.ok(text.includes(Buffer.from(sha256, 'hex').toString('base64')), 'and enforced')
})
