// Goal: no other text of an agreement holds before the notice that tells of it was seen. Method: files
// imported one after the other, sightings told in every order, on a clock that is moved by hand.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { drainOutbox } from '../channels/index.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Context, type JsonObject, manualClock, silentLog } from '../platform/index.ts'
import { type AgreementNotice, agreementNotice } from './agreement-notice.ts'
import { listVersions } from './agreement-store.ts'
import { waitingRevisions } from './effect-store.ts'
import { agreementInForce, agreementVersions } from './find-agreement.ts'
import { importAgreements } from './import-agreements.ts'
import { takeEffect } from './take-effect.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const folder = await mkdtemp(join(tmpdir(), 'peyman-effect-'))
after(() => rm(folder, { recursive: true }))
const pi1400 = await readFile(resolve(import.meta.dirname, '../../agreements/pi-1400.yaml'), 'utf8')

const first = 'To agree on the quality of delivering the service'
assert.ok(pi1400.includes(first))

async function take(text: string): Promise<string[]> {
  const file = join(folder, 'agreement.yaml')
  await writeFile(file, text)
  return importAgreements(context, [file])
}

async function notices(): Promise<AgreementNotice[]> {
  const asked: JsonObject[] = []
  await drainOutbox(context, {
    'agreement.announced': (_context, _tx, messages) => {
      asked.push(...messages.map(({ payload }) => payload))
      return Promise.resolve()
    }
  })
  return Promise.all(asked.map((payload) => agreementNotice(db, payload, clock.now())))
}

const see = (notice: AgreementNotice, seenAt = clock.now()) =>
  db
    .transaction()
    .execute((tx) =>
      takeEffect(tx, { about: notice.about.id, notice: notice.id, seenAt, at: clock.now() })
    )

async function holding(): Promise<[number, string]> {
  const [one] = await agreementVersions(db, 'PI')
  return [one?.revision ?? 0, one?.document.purpose?.en.split(' to recipients')[0] ?? '']
}

test('the first texts of an agreement hold at once, without a notice', async () => {
  await take(pi1400)
  assert.deepEqual(await notices(), [])
  assert.deepEqual(await holding(), [1, first])
})

test('a corrected text waits until its notice was seen, and then holds', async () => {
  await take(pi1400.replace(first, 'Another purpose'))
  const [notice] = await notices()
  assert.ok(notice)
  assert.equal(notice.about.id, 'PI@1400#2')
  assert.equal(notice.authority, 'ito')
  assert.match(notice.body.en, /^Purpose: from "To agree .+" to "Another purpose to .+"$/m)
  assert.match(notice.body.fa, /متن پیشین برقرار است تا پایشگری بیرونی/)
  assert.doesNotMatch(notice.title.fa + notice.body.fa, /<|&/)
  clock.advance('PT240H')
  assert.deepEqual(await holding(), [1, first], 'however long nobody looks')
  const seenAt = clock.now().subtract({ minutes: 10 })
  assert.deepEqual(await see(notice, seenAt), ['PI@1400#2'])
  assert.deepEqual(await holding(), [2, 'Another purpose'])
  assert.deepEqual(await see(notice), [], 'a sighting that is told again')
  const [fact, ...more] = await factsBetween(db, { kinds: ['agreement.effective'] })
  assert.deepEqual(more, [])
  assert.equal(fact?.subject, 'PI@1400')
  assert.equal(fact.at.toString(), clock.now().toString(), 'not in the past')
  assert.deepEqual(fact.body, {
    agreement: 'PI',
    version: '1400',
    revision: 2,
    notice: notice.id,
    seenAt: seenAt.toString()
  })
})

test('texts take effect in their order, whichever notice is seen first', async () => {
  await take(pi1400.replace(first, 'Third purpose'))
  await take(pi1400.replace(first, 'Fourth purpose'))
  const [third, fourth] = await notices()
  assert.ok(third && fourth)
  assert.match(fourth.body.en, /from "Third purpose .+" to "Fourth purpose /)
  assert.deepEqual(await see(fourth), [])
  assert.deepEqual(await holding(), [2, 'Another purpose'])
  assert.deepEqual(await see(third), ['PI@1400#3', 'PI@1400#4'])
  assert.deepEqual(await holding(), [4, 'Fourth purpose'])
  assert.deepEqual(await waitingRevisions(db), [])
})

test('the sighting of another notice puts nothing in force', async () => {
  await take(pi1400.replace(first, 'Fifth purpose'))
  const [notice] = await notices()
  assert.ok(notice)
  assert.deepEqual(await see({ ...notice, id: '019ab000-0000-7000-8000-000000000000' }), [])
  assert.deepEqual(await see({ ...notice, about: { kind: 'agreement', id: 'PI@1400#9' } }), [])
  assert.deepEqual(await see({ ...notice, about: { kind: 'agreement', id: 'nonsense' } }), [])
  assert.equal((await holding())[0], 4)
  assert.equal((await see(notice)).length, 1)
})

test('a file that differs in a comment alone is announced too, and says so', async () => {
  await take(`# A remark\n${pi1400.replace(first, 'Fifth purpose')}`)
  const [notice] = await notices()
  assert.match(notice?.body.en ?? '', /No clause changes/)
})

test('a new version that will have force waits for its notice; a draft and an ended one do not', async () => {
  const version = (name: string, text: string) =>
    text.replace('version: "1400"', `version: "${name}"`)
  await take(version('1399', pi1400))
  const draft = await readFile(
    resolve(import.meta.dirname, '../../agreements/pi-1405.yaml'),
    'utf8'
  )
  await take(draft)
  assert.deepEqual(await notices(), [])
  await take(version('1406', pi1400).replace('to: 1400-12-29', 'to: 1406-12-29'))
  const [notice] = await notices()
  assert.ok(notice)
  assert.equal(notice.about.id, 'PI@1406#1')
  assert.match(notice.body.en, /A new version|Version 1406/)
  const listed = async () => (await listVersions(db, 'PI')).map((one) => one.version)
  assert.ok(!(await listed()).includes('1406'))
  assert.equal(await agreementInForce(db, 'PI', clock.now()), null)
  assert.deepEqual(await see(notice), ['PI@1406#1'])
  assert.ok((await listed()).includes('1406'))
  assert.equal((await agreementInForce(db, 'PI', clock.now()))?.ref, 'PI@1406')
})
