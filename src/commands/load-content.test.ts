import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
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
  return facts.map(({ kind, subject, body }) => `${kind} ${subject} ${JSON.stringify(body)}`)
}

test('loadContent brings everything in once, whoever starts at the same time', async () => {
  const others = [openDatabase(url), openDatabase(url)]
  after(() => Promise.all(others.map((other) => other.close())))
  await Promise.all([
    loadContent(context),
    ...others.map((other) => loadContent({ ...context, db: other.db }))
  ])
  const facts = await brought()
  // Whose an acceptance is stands in its row, not in its fact.
  const isAcceptance = (fact: string) => fact.startsWith('agreement.accepted')
  const once = facts.filter((fact) => !isAcceptance(fact))
  assert.deepEqual(once.toSorted(), [...new Set(once)].toSorted())
  const accepted = await sql<{ count: number }>`
    select count(distinct (person, version)) as count from agreement_acceptances`.execute(db)
  assert.equal(facts.filter(isAcceptance).length, accepted.rows[0]?.count)
  assert.equal(facts.filter((fact) => fact.startsWith('agreement.imported')).length, 4)
  assert.ok(facts.filter((fact) => fact.startsWith('card.published')).length >= 12)
})

test('loadContent changes nothing at the next start', async () => {
  const before = await brought()
  await loadContent(context)
  assert.deepEqual(await brought(), before)
})
