// Goal: every fact that a clause counts leads to its entry in the public log, or says that it has none yet.
// Method: a real log with its signer under the pages; facts before and after a round of it.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { type Fact, publicLog, recordFacts } from '../ledger/index.ts'
import { inTransaction } from '../platform/index.ts'
import { testDesk } from '../../tests/support/desk.ts'
import { recomputePromises } from './recompute-promises.ts'
import { delivery, filedCase } from './sample-facts.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'peyman-leaves-'))
const config = readConfig({ PEYMAN_DEMO: '1', PEYMAN_DATA: folder })
const context = { ...desk.context, config }
const signer = await publicLog.openSigner(folder)
const damage = '10021006'
const record = (facts: readonly Fact[]) =>
  inTransaction(context.db, (tx) =>
    recordFacts(
      tx,
      facts.map((fact) => ({ ...fact, owner: fact.subject }))
    )
  )
const keep = async () => publicLog.keepLog(context, await publicLog.publisherOf(context))
for (const [i, id] of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].entries()) {
  await record([
    ...filedCase(id, '2026-11-01T05:00:00Z', damage),
    ...delivery(id, i % 2 === 0 ? '2026-11-09T05:00:00Z' : '2026-11-02T05:00:00Z', damage)
  ])
}
await recomputePromises(context)
const app = await createApp(context, import.meta.dirname)
after(async () => {
  await app.close()
  await signer.close()
  await rm(folder, { recursive: true, force: true })
})

const read = async (url: string) => {
  const answer = await app.inject({ method: 'GET', url })
  assert.equal(answer.statusCode, 200, url)
  return answer.body
}
const clause = '/agreements/SK/1405/clauses/SK-2.1?service=10021006'
type Promises = { promises: { evidence: string[]; leaves: (string | null)[] }[] }
const evidence = async () => {
  const { promises } = JSON.parse(await read('/promises.json')) as Promises
  return promises.filter((each) => each.evidence.length > 0)
}

test('before a checkpoint covers them, facts say that they are not in the log, and that it is late', async () => {
  const page = await read(`/en${clause}`)
  assert.match(page, /not in the log yet/)
  assert.match(page, /Evidence is delayed/)
  assert.match(await read(clause), /مدرک با تأخیر/)
  assert.doesNotMatch(page, /href="\/en\/log\/1405/)
  for (const each of await evidence()) {
    assert.equal(each.leaves.length, each.evidence.length)
    assert.ok(each.leaves.every((leaf) => leaf === null))
  }
})

test('from the agreement over the clause to the entry of each fact', async () => {
  await keep()
  assert.match(await read('/agreements/SK/1405'), /href="\/agreements\/SK\/1405\/clauses\/SK-2\.1"/)
  const page = await read(clause)
  assert.doesNotMatch(page, /هنوز در دفتر نیامده است|مدرک با تأخیر/)
  assert.match(page, />برگ [۰-۹]+ دفتر ۱۴۰۵<\/a/)
  const rows = [...page.matchAll(/>\s*([0-9a-f-]{36})\s*<[\s\S]*?href="(\/log\/[^"]+)"/g)]
  assert.ok(rows.length > 20, String(rows.length))
  for (const [, id = '', href] of rows) {
    const leaf = await publicLog.leafOf(context.db, id)
    assert.equal(href, `/log/${String(leaf?.log)}/entries/${String(leaf?.index)}`)
  }
  await read(rows[0]?.[2] ?? '')
  assert.ok(gzipSync(page).length < 60_000, String(gzipSync(page).length))
})

test('a fact that came later is not in the log yet, beside others that are', async () => {
  await record(filedCase('z', '2026-11-03T05:00:00Z', damage))
  const page = await read(`/en${clause}`)
  assert.match(page, /leaf [0-9]+ of log 1405/)
  assert.match(page, /not in the log yet/)
  await keep()
  assert.doesNotMatch(await read(`/en${clause}`), /not in the log yet/)
})

test('the open data lead from every id of evidence to its entry', async () => {
  const found = await evidence()
  assert.ok(found.length > 0)
  for (const { leaves } of found) {
    for (const leaf of leaves) assert.match(leaf ?? '', /^\/log\/1405\/entries\/\d+$/)
  }
  const csv = await read('/promises.csv')
  assert.match(csv.split('\n')[0] ?? '', /,evidence,leaves/)
  assert.match(csv, /[0-9a-f]{12},\/log\/1405\/entries\/\d+/)
  const api = JSON.parse(await read('/api/v1/promises?clause=SK-2.1&service=10021006')) as {
    items: { leaves: string[] }[]
  }
  assert.match(api.items[0]?.leaves[0] ?? '', /^\/log\/1405\/entries\/\d+$/)
})
