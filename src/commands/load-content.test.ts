import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Context, openDatabase, silentLog, systemClock } from '../platform/index.ts'
import { loadContent } from './load-content.ts'

const { db, url } = await testDatabase()
const config = readConfig({ PEYMAN_DEMO: '1' })
const context: Context = { db, clock: systemClock, config, log: silentLog, nudge: () => {} }

/** What brought content in: who said so, about what. */
async function brought(): Promise<string[]> {
  const facts = await factsBetween(db, {})
  return facts.map(
    ({ kind, subject, actor, body }) => `${kind} ${subject} ${actor} ${JSON.stringify(body)}`
  )
}

test('loadContent brings everything in once, whoever starts at the same time', async () => {
  const others = [openDatabase(url), openDatabase(url)]
  after(() => Promise.all(others.map((other) => other.close())))
  await Promise.all([
    loadContent(context),
    ...others.map((other) => loadContent({ ...context, db: other.db }))
  ])
  const facts = await brought()
  assert.deepEqual(facts.toSorted(), [...new Set(facts)].toSorted())
  assert.equal(facts.filter((fact) => fact.startsWith('agreement.imported')).length, 4)
  assert.ok(facts.filter((fact) => fact.startsWith('card.published')).length >= 12)
})

test('loadContent changes nothing at the next start', async () => {
  const before = await brought()
  await loadContent(context)
  assert.deepEqual(await brought(), before)
})
