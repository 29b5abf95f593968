// Goal: a text that leaked into any column or file is found, and one that is only sealed is not. Method:
// fragments put by hand into tables of text, of json and of bytes, and into a file of the data folder.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { testDesk } from '../../../tests/support/desk.ts'
import { drainOutbox } from '../../channels/index.ts'
import { factsBetween } from '../../ledger/index.ts'
import { type Actor, systemActor } from '../../people/index.ts'
import { type Context, json, newId } from '../../platform/index.ts'
import { discloseLetter } from './disclose-letter.ts'
import { confidentialityJobs } from './jobs.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'peyman-plaintext-'))
after(() => rm(folder, { recursive: true, force: true }))
const { config } = desk.context
const context: Context = { ...desk.context, config: { ...config, dataFolder: folder } }
const probe: Actor = {
  ...systemActor('probe'),
  grants: [{ authority: 'ito', unit: null, role: 'probe', post: null }]
}
const fragment = () => `متن آزمایشی ${randomBytes(12).toString('hex')}`

/** Discloses a letter, lets the worker look, and gives what was recorded last. */
async function searched(fragments: readonly string[]) {
  const letter = newId(context.clock.now())
  await discloseLetter(context, probe, { letter, fragments })
  await drainOutbox(context, confidentialityJobs.outbox ?? {})
  const query = { authority: 'ito', kinds: ['confidentiality.tested'] as const }
  const fact = (await factsBetween(context.db, query)).at(-1)
  assert.equal(fact?.body['letter'], letter)
  return fact.body
}

test('searchPlaintext finds nothing of a letter that lies nowhere', async () => {
  const body = await searched([fragment(), fragment()])
  assert.deepEqual([body['ok'], body['fragments'], body['found']], [true, 2, 0])
  assert.ok(Number(body['places']) > 300, 'every column is a place')
})

test('searchPlaintext finds a fragment in text, in json, in bytes and in a file', async () => {
  const leaks = [fragment(), fragment(), fragment(), fragment()] as const
  const { db } = context
  await sql`update authorities set title = ${json({ fa: leaks[0], en: 'x' })} where id = 'ito'`.execute(
    db
  )
  await sql`insert into migrations (name, sha256) values ('999999-leak.sql', ${leaks[1]})`.execute(
    db
  )
  await sql`
    insert into link_secrets (day, secret)
    values ('2026-01-01', ${Buffer.concat([randomBytes(9), Buffer.from(leaks[2]), randomBytes(9)])})`.execute(
    db
  )
  const file = join(folder, 'some.log')
  await writeFile(file, `${'x'.repeat(65_530)}${leaks[3]}`)
  const now = context.clock.now().epochMilliseconds / 1000 + 60
  await utimes(file, now, now)
  const body = await searched([...leaks, fragment()])
  assert.deepEqual([body['ok'], body['fragments'], body['found']], [false, 5, 4])
})

test('discloseLetter takes it from probes alone, and no fragment that could stand anywhere', async () => {
  const letter = newId(context.clock.now())
  const nobody = { ...probe, grants: [] }
  const fragments = [fragment()]
  await assert.rejects(discloseLetter(context, nobody, { letter, fragments }), {
    code: 'people/not-allowed'
  })
  for (const wrong of [
    { letter: 'x', fragments },
    { letter: letter.replace(/-7/, '-4'), fragments },
    { letter, fragments: [] },
    { letter, fragments: ['short'] }
  ])
    await assert.rejects(discloseLetter(context, probe, wrong), { code: 'input/invalid' })
})
