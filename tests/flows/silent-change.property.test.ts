// Goal: nothing that was published changes before its notice was seen, whatever is done in whatever order.
// Method: random publishing, looking and waiting, compared with the rule at every step.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareCards } from '../../src/catalogue/card-changes.ts'
import { type CardVersion, cardVersionsOf } from '../../src/catalogue/card-store.ts'
import { changeText } from '../../src/catalogue/change-text.ts'
import { listServices, publishCard } from '../../src/catalogue/index.ts'
import { Refusal } from '../../src/platform/index.ts'
import { changeDesk } from '../support/change-desk.ts'
import { drainEffects } from '../support/take-effect.ts'

const { context, clock, admin, held, noticeOf, look } = await changeDesk()
const { db } = context

/** What somebody may do to a card, one after the other. */
const deed = fc.oneof(
  fc.record({
    do: fc.constant('publish' as const),
    visitsMax: fc.integer({ min: 0, max: 4 }),
    amount: fc.integer({ min: 1, max: 4 }),
    afterHours: fc.option(fc.integer({ min: -48, max: 96 }))
  }),
  fc.record({ do: fc.constant('look' as const), which: fc.nat({ max: 20 }) }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) })
)

test('whatever is done in whatever order, each change that comes was told, and seen before', async () => {
  const services = (await listServices(db, { authority: 'ito', at: clock.now() })).map(
    ({ service }) => service
  )
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
      const service = services[run++ % services.length] ?? ''
      await walk(service, deeds)
    }),
    { numRuns: 25 }
  )
})

type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

async function walk(service: string, deeds: readonly Deed[]): Promise<void> {
  let last = await held(service)
  for (const one of deeds) {
    if (one.do === 'wait') clock.advance(`PT${String(one.hours)}H`)
    if (one.do === 'publish') await publish(service, one)
    if (one.do === 'look') {
      const unseen = (await cardVersionsOf(db, service)).filter(
        ({ notice, seenAt }) => notice !== null && seenAt === null
      )
      const chosen = unseen[one.which % Math.max(unseen.length, 1)]
      if (chosen) await look(await noticeOf(chosen.notice))
    }
    await drainEffects(context)
    const now = await held(service)
    await assertTold(last, now)
    last = now
  }
}

async function publish(
  service: string,
  one: { visitsMax: number; amount: number; afterHours: number | null }
): Promise<void> {
  const { card } = await held(service)
  const next = {
    ...card,
    visitsMax: one.visitsMax,
    promisedTime: { ...card.promisedTime, amount: one.amount }
  }
  const asked =
    one.afterHours === null ? {} : { effectiveAt: clock.now().add({ hours: one.afterHours }) }
  const refusal = await publishCard(context, admin, next, asked).then(
    () => null,
    (error: unknown) => error
  )
  if (refusal instanceof Refusal) {
    assert.match(refusal.code, /^card\/(unchanged|effect-in-past)$/)
  } else assert.equal(refusal, null)
}

/** From one version in force to the next: newer, seen before, and told line by line. */
async function assertTold(before: CardVersion, after: CardVersion): Promise<void> {
  if (before.version === after.version) return
  assert.ok(after.version > before.version)
  assert.ok(after.seenAt !== null && after.effectiveAt !== null)
  assert.ok(Temporal.Instant.compare(after.seenAt, after.effectiveAt) <= 0)
  if (after.askedAt !== null) {
    assert.ok(Temporal.Instant.compare(after.askedAt, after.effectiveAt) <= 0)
  }
  const notice = await noticeOf(after.notice)
  const cards = { before: before.card, after: after.card }
  for (const lang of ['fa', 'en'] as const) {
    const lines = notice.body[lang].split('\n\n')
    for (const change of compareCards(before.card, after.card)) {
      const line = changeText(change, cards, lang)
      assert.ok(lines.includes(line), `${line} is not in: ${lines.join(' | ')}`)
    }
  }
}
