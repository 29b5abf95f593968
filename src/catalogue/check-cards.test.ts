// Goal: a hand in the database changes no card unnoticed. Method: change one, each way that there is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { changeDesk } from '../../tests/support/change-desk.ts'
import { json } from '../platform/index.ts'
import { cardSha256 } from './card-store.ts'
import type { ServiceCard } from './card.ts'
import { checkCards } from './check-cards.ts'
import { publishCard } from './publish-card.ts'

const { context, clock, admin, held, noticeOf, look } = await changeDesk()
const { db } = context
const code = '10021006'
const first = await held(code)
const late = { effectiveAt: clock.now().add({ hours: 90 }) }
const { notice } = await publishCard(context, admin, { ...first.card, visitsMax: 4 }, late)

async function found(): Promise<string[]> {
  const { differences } = await checkCards(db)
  return [...new Set(differences.map(({ card, what }) => `${card} ${what}`))]
}

/** Does something to the database, looks, and takes it back. */
async function during(statement: ReturnType<typeof sql>): Promise<string[]> {
  let told: string[] = []
  await db
    .transaction()
    .execute(async (tx) => {
      await statement.execute(tx)
      const { differences } = await checkCards(tx)
      told = [...new Set(differences.map(({ card, what }) => `${card} ${what}`))]
      throw new Error('taken back')
    })
    .catch((error: Error) => assert.equal(error.message, 'taken back'))
  return told
}

test('checkCards finds nothing where nobody touched anything, at any stage', async () => {
  const { checked } = await checkCards(db)
  assert.equal(checked, 15)
  assert.deepEqual(await found(), [], 'announced')
  await look(await noticeOf(notice))
  assert.deepEqual(await found(), [], 'seen, and to come')
  clock.advance('PT100H')
  assert.deepEqual(await found(), [], 'in force, its fact not yet recorded')
  await publishCard(context, admin, first.card)
  assert.deepEqual(await found(), [], 'another one waits')
})

test('checkCards finds a card whose content was changed by hand', async () => {
  const [cheaper, renamed] = [
    { ...first.card, feeRial: 5 },
    { ...first.card, title: { ...first.card.title, fa: 'عنوانی دیگر' } }
  ]
  const write = (card: ServiceCard, sha256: string) =>
    sql`update card_versions set card = ${json(card)}, sha256 = ${sha256}
      where service = ${code} and version = 1`
  const lines = (...told: string[]) => told.map((line) => `${code}@${line}`)
  assert.deepEqual(
    await during(write(cheaper, first.sha256)),
    lines('2 changes', '1 content', '1 published')
  )
  // The hash was mended as well.
  assert.deepEqual(
    await during(write(cheaper, cardSha256(cheaper))),
    lines('2 changes', '1 published')
  )
  assert.deepEqual(await during(write(renamed, cardSha256(renamed))), lines('2 changes'))
})

test('checkCards finds a version that no sighting put in force', async () => {
  const effect = (version: number) =>
    sql`insert into card_effects values (${code}, ${version}, ${clock.now()})`
  assert.deepEqual(await during(effect(3)), [`${code}@3 effect`])
  const sight = sql`
    with seen as (update card_announcements set seen_at = ${clock.now()}
      where service = ${code} and version = 3)
    insert into card_effects values (${code}, 3, ${clock.now()})`
  assert.deepEqual(await during(sight), [`${code}@3 effect`], 'a sighting that no fact knows')
  const earlier = sql`
    update card_effects set effective_at = effective_at - interval '4 days'
    where service = ${code}`
  assert.deepEqual(await during(earlier), [`${code}@2 effect`, `${code}@1 effect`])
  const gone = sql`delete from card_effects where service = ${code} and version = 2`
  assert.deepEqual(await during(gone), [], 'what holds back a version changes nothing')
})
