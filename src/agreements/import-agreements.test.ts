import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Context, manualClock, silentLog } from '../platform/index.ts'
import { listVersions, sourceTextOf } from './agreement-store.ts'
import { AgreementFileError } from './content-file.ts'
import { waitingRevisions } from './effect-store.ts'
import { agreementInForce, agreementVersions, serviceAgreementState } from './find-agreement.ts'
import { importAgreements } from './import-agreements.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const folder = await mkdtemp(join(tmpdir(), 'peyman-agreements-'))
after(() => rm(folder, { recursive: true }))
const instant = (text: string) => Temporal.Instant.from(text)
const sk1398 = await readFile(resolve(import.meta.dirname, '../../agreements/sk-1398.yaml'), 'utf8')

async function inForce(id: string, time: string): Promise<string | null> {
  return (await agreementInForce(db, id, instant(time)))?.ref ?? null
}

test('importAgreements takes the four files once, each with its fact', async () => {
  assert.deepEqual(await importAgreements(context), ['PI@1400', 'PI@1405', 'SK@1398', 'SK@1405'])
  assert.deepEqual(await importAgreements(context), [])
  const facts = await factsBetween(db, { kinds: ['agreement.imported'] })
  assert.deepEqual(facts.map(({ subject, authority }) => `${authority} ${subject}`).toSorted(), [
    'ito PI@1400',
    'ito PI@1405',
    'sko SK@1398',
    'sko SK@1405'
  ])
  const [version] = await listVersions(db, 'SK')
  const { body } = facts.find(({ subject }) => subject === 'SK@1398') ?? {}
  assert.deepEqual(body, {
    agreement: 'SK',
    version: '1398',
    revision: 1,
    state: 'expired',
    validFrom: null,
    validTo: '2020-03-19T20:30:00Z',
    articles: 7,
    clauses: 51,
    sha256: version?.sha256
  })
})

test('agreementVersions gives the documents, and sourceTextOf the file itself', async () => {
  const versions = await agreementVersions(db, 'SK')
  assert.deepEqual(
    versions.map(({ ref, state }) => [ref, state]),
    [
      ['SK@1398', 'expired'],
      ['SK@1405', 'draft']
    ]
  )
  assert.equal(versions[0]?.document.articles.length, 7)
  assert.equal(await sourceTextOf(db, { agreement: 'SK', version: '1398' }), sk1398)
  assert.deepEqual(await agreementVersions(db, 'XX'), [])
})

test('agreementInForce ends with the last second of the last day, and no draft is in force', async () => {
  assert.equal(await inForce('SK', '2020-03-19T20:29:59.999Z'), 'SK@1398')
  assert.equal(await inForce('SK', '2020-03-19T20:30:00Z'), null)
  assert.equal(await inForce('PI', '2022-03-20T20:29:59Z'), 'PI@1400')
  assert.equal(await inForce('PI', '2022-03-20T20:30:00Z'), null)
  assert.equal(await inForce('SK', '2026-11-22T06:00:00Z'), null)
})

test('serviceAgreementState marks a service with no agreement in force', async () => {
  const service = { authority: 'sko', code: '10021001' }
  const now = await serviceAgreementState(db, service, instant('2026-11-22T06:00:00Z'))
  assert.deepEqual([now.version, now.covered, now.agreements], [null, false, ['SK']])
  const then = await serviceAgreementState(db, service, instant('2019-06-01T06:00:00Z'))
  assert.deepEqual([then.version?.ref, then.covered], ['SK@1398', false])
})

test('importAgreements announces a corrected text, and the first one holds meanwhile', async () => {
  const file = join(folder, 'sk-1398.yaml')
  await writeFile(file, sk1398.replace('en: "Cover page"', 'en: "The cover page"'))
  assert.deepEqual(await importAgreements(context, [file]), ['SK@1398'])
  assert.deepEqual(await importAgreements(context, [file]), [])
  const [version] = await listVersions(db, 'SK')
  assert.equal(version?.revision, 1)
  const named = { agreement: 'SK', version: '1398' }
  assert.equal(await sourceTextOf(db, named), sk1398)
  assert.match((await sourceTextOf(db, { ...named, revision: 2 })) ?? '', /The cover page/)
  assert.equal(await sourceTextOf(db, { ...named, revision: 3 }), null)
})

test('importAgreements names file, line and column of every problem, and then writes nothing', async () => {
  const [good, bad] = [join(folder, 'good.yaml'), join(folder, 'bad.yaml')]
  await writeFile(good, sk1398.replace('version: "1398"', 'version: "1399"'))
  await writeFile(bad, sk1398.replace('articleCount: 7', 'articleCount: 70'))
  await assert.rejects(importAgreements(context, [good, bad]), (error) => {
    assert.ok(error instanceof AgreementFileError)
    assert.match(error.message, /bad\.yaml:\d+:15: The file holds 7 articles/)
    return true
  })
  assert.ok((await listVersions(db, 'SK')).every(({ version }) => version !== '1399'))
})

test('many imports at once leave one revision', async () => {
  const file = join(folder, 'twice.yaml')
  await writeFile(file, sk1398.replace('version: "1398"', 'version: "1397"'))
  // Some find the row there, some while it is written, some wait for one that is not committed.
  const imports = Array.from({ length: 24 }, async (_, i) => {
    await setTimeout(i % 6)
    return importAgreements(context, [file])
  })
  const imported = await Promise.all(imports)
  assert.deepEqual(imported.flat(), ['SK@1397'])
  const found = (await listVersions(db, 'SK')).filter(({ version }) => version === '1397')
  assert.deepEqual(
    found.map(({ revision }) => revision),
    [1]
  )
  assert.equal(await sourceTextOf(db, { agreement: 'SK', version: '1397', revision: 2 }), null)
  const facts = await factsBetween(db, { kinds: ['agreement.imported'] })
  assert.equal(facts.filter(({ subject }) => subject === 'SK@1397').length, 1)
})

test('two corrections at once are two revisions', async () => {
  const files = ['الف', 'ب'].map((word, i) => ({
    path: join(folder, `correction-${String(i)}.yaml`),
    text: sk1398
      .replace('version: "1398"', 'version: "1397"')
      .replace('en: "Cover page"', `en: "Cover ${word}"`)
  }))
  for (const { path, text } of files) await writeFile(path, text)
  const imported = await Promise.all(files.map(({ path }) => importAgreements(context, [path])))
  assert.deepEqual(imported, [['SK@1397'], ['SK@1397']])
  const waiting = await waitingRevisions(db, { agreement: 'SK', version: '1397' })
  assert.deepEqual(
    waiting.map(({ revision }) => revision),
    [2, 3]
  )
})
