// Goal: nothing that was published changes before its notice was seen. Method: try it. Every way to a
// version of a card is walked without a look at its notice, and then with looks that are none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import { type CardVersion, cardVersionsOf } from '../../src/catalogue/card-store.ts'
import { writeCardTable } from '../../src/catalogue/card-table.ts'
import type { ServiceCard } from '../../src/catalogue/card.ts'
import {
  cardInForce,
  cardNameInForce,
  importServices,
  listServices,
  publishCard,
  searchServices
} from '../../src/catalogue/index.ts'
import { publishVersion } from '../../src/catalogue/publish-card.ts'
import { noticeLines } from '../../src/kernel/notices/index.ts'
import { factsBetween, recordFact } from '../../src/ledger/index.ts'
import { type Notice, correctNotice, publishNotice } from '../../src/notices/index.ts'
import { correctWritten } from '../../src/notices/publish-written.ts'
import { changeDesk, pageOf } from '../support/change-desk.ts'
import { drainEffects, takeEffects } from '../support/take-effect.ts'

const { context, clock, admin, held, noticeOf, look } = await changeDesk()
const { db } = context
const code = '10021003'

/** Nobody has seen anything: whoever asks is still told what was. */
async function assertUnchanged(before: CardVersion): Promise<void> {
  await drainEffects(context)
  for (const hours of [0, 24, 24 * 400]) {
    const at = clock.now().add({ hours })
    const { service } = before
    assert.deepEqual((await cardInForce(db, service, at))?.card, before.card)
    assert.equal(await cardNameInForce(db, service, at), `${service}@${String(before.version)}`)
    const listed = (await listServices(db, { at })).find((one) => one.service === service)
    assert.deepEqual(listed?.card, before.card)
    const found = (await searchServices(db, service, { at })).find((one) => one.code === service)
    assert.deepEqual(found, before.card)
  }
}

test('a card that is published is not in force, whichever way it was published', async () => {
  const before = await held(code)
  const ways: ((card: ServiceCard) => Promise<unknown>)[] = [
    (card) => publishCard(context, admin, card),
    (card) => publishCard(context, admin, card, { effectiveAt: clock.now() }),
    (card) =>
      db.transaction().execute((tx) =>
        publishVersion(tx, card, {
          actor: 'x',
          at: clock.now(),
          effectiveAt: clock.now().subtract({ hours: 24 * 30 })
        })
      ),
    (card) => {
      const bytes = Buffer.from(stringify(writeCardTable([card])))
      return importServices(context, admin, { name: 'x.csv', bytes })
    }
  ]
  for (const [i, way] of ways.entries()) {
    await way({ ...before.card, visitsMax: 5 + i, feeRial: 0 })
    await assertUnchanged(before)
  }
  const versions = await cardVersionsOf(db, code)
  assert.equal(versions.length, before.version + ways.length)
  await takeEffects(context)
  assert.equal((await held(code)).card.visitsMax, 5 + ways.length - 1)
})

test('a fee is not charged before its notice was seen', async () => {
  const before = await held('10021004')
  const decree = { issuer: { fa: 'شورا', en: 'Council' }, number: '۷', date: '1405-08-01' }
  const { notice } = await publishCard(context, admin, {
    ...before.card,
    feeRial: 500_000,
    feeDecree: { ...decree, effectiveFrom: '1405-09-01' },
    payment: { electronic: true }
  })
  await assertUnchanged(before)
  const told = await noticeOf(notice)
  assert.equal(told.kind, 'fee')
  assert.equal(await look(told), 'seen')
  assert.equal((await held('10021004')).card.feeRial, 500_000)
})

test('what only looks like a sighting puts nothing in force', async () => {
  const before = await held(code)
  const { notice, version } = await publishCard(context, admin, { ...before.card, visitsMax: 11 })
  const told = await noticeOf(notice)
  const lines = noticeLines(told)
  for (const [missing, line] of lines.entries()) {
    const page = pageOf(told, lines.toSpliced(missing, 1))
    assert.equal(await look(told, { page }), 'not-found', line)
  }
  const hidden = pageOf(told).toString().replaceAll('<p>', '<p hidden>')
  assert.equal(await look(told, { page: Buffer.from(hidden) }), 'not-found')
  const { id: other } = await db
    .transaction()
    .execute((tx) =>
      publishNotice(
        tx,
        { ...told, about: { kind: 'card', id: `${code}@${String(version)}` } },
        { actor: 'x', at: clock.now() }
      )
    )
  assert.equal(await look(await noticeOf(other)), 'seen')
  await assertUnchanged(before)
  await db.transaction().execute((tx) =>
    recordFact(tx, {
      owner: 'sko',
      authority: 'sko',
      kind: 'vantage-point.registered',
      subject: 'far-away',
      at: clock.now(),
      actor: 'x',
      body: { vantage: 'far-away', outside: true }
    })
  )
  assert.equal(await look(told, { vantage: 'self', outside: false }), 'already')
  await assertUnchanged(before)
  assert.equal(await look(told), 'seen')
  assert.equal((await held(code)).card.visitsMax, 11)
})

test('the notice of a change is not corrected into silence', async () => {
  const before = await held(code)
  const { notice } = await publishCard(context, admin, { ...before.card, visitsMax: 12 })
  const told = await noticeOf(notice)
  const correct = (fa: string, en: string) =>
    db
      .transaction()
      .execute((tx) =>
        correctNotice(tx, told.id, { ...told, body: { fa, en } }, { actor: 'x', at: clock.now() })
      )
  const leavesOut = { code: 'notice/leaves-out' }
  await assert.rejects(correct('چیزی تغییر نمی‌کند.', 'Nothing changes.'), leavesOut)
  const line = told.body.en.split('\n\n').find((one) => one.startsWith('Visits')) ?? ''
  const english = told.body.en.replace(line, 'A little changes.')
  await assert.rejects(correct(told.body.fa, english), leavesOut)
  await assert.rejects(correct(`${told.body.fa}\n\n${told.body.en}`, english), leavesOut)
  await assertUnchanged(before)
  await assert.rejects(
    correct(`${told.body.fa}\n\nبا پوزش.`, `Sorry.\n\n${told.body.en}`),
    leavesOut
  )
  const more = await correct(`${told.body.fa}\n\nبا پوزش.`, `${told.body.en}\n\nSorry.`)
  assert.equal(await look(more), 'seen')
  assert.equal((await held(code)).card.visitsMax, 12)
})

test('no hand, and no program, makes the notice of a fee look like another', async () => {
  const before = await held('10021005')
  const decree = { issuer: { fa: 'شورا', en: 'Council' }, number: '۹', date: '1405-08-01' }
  const { notice } = await publishCard(context, admin, {
    ...before.card,
    feeRial: 9_900_000,
    feeDecree: { ...decree, effectiveFrom: '1405-09-01' },
    payment: { electronic: true }
  })
  const told = await noticeOf(notice)
  const greetings = { fa: 'تبریک عید', en: 'Season greetings' }
  const first = {
    fa: `هزینه عوض نمی‌شود.\n\n${told.body.fa}`,
    en: `No fee changes.\n\n${told.body.en}`
  }
  const disguises: [Partial<Notice>, string][] = [
    [{ kind: 'general', changes: [], services: [], title: greetings, body: first }, 'notice/fixed'],
    [{ kind: 'change' }, 'notice/fixed'],
    [{ changes: ['card'] }, 'notice/fixed'],
    [{ services: [] }, 'notice/fixed'],
    [{ effectiveAt: clock.now().add({ hours: 9999 }) }, 'notice/fixed'],
    [{ title: greetings }, 'notice/leaves-out'],
    [{ body: first }, 'notice/leaves-out']
  ]
  for (const [disguise, refusal] of disguises) {
    const text = { ...told, ...disguise }
    const by = { actor: 'x', at: clock.now() }
    const written = { id: told.id, corrects: 1, text }
    await assert.rejects(correctWritten(context, admin, written), { code: refusal })
    await assert.rejects(
      db.transaction().execute((tx) => correctNotice(tx, told.id, text, by)),
      { code: refusal }
    )
  }
  const about = { kind: 'card', id: '10021003@1' } as const
  const elsewhere = db
    .transaction()
    .execute((tx) =>
      correctNotice(tx, told.id, { ...told, about }, { actor: 'x', at: clock.now() })
    )
  await assert.rejects(elsewhere, { code: 'notice/fixed' })
  assert.equal((await noticeOf(notice)).version, 1)
  await assertUnchanged(before)
  const body = { fa: `${told.body.fa}\n\nبا پوزش.`, en: `${told.body.en}\n\nSorry.` }
  const more = await correctWritten(context, admin, {
    id: told.id,
    corrects: 1,
    text: { ...told, body }
  })
  assert.deepEqual([more.version, more.kind, more.changes], [2, 'fee', told.changes])
  assert.equal(await look(more), 'seen')
  assert.equal((await held('10021005')).card.feeRial, 9_900_000)
})

test('an instant before the sighting, or in the past, is not honoured', async () => {
  const before = await held(code)
  const effectiveAt = clock.now().add({ hours: 48 })
  const { notice } = await publishCard(
    context,
    admin,
    { ...before.card, visitsMax: 13 },
    { effectiveAt }
  )
  clock.advance('PT72H')
  await assertUnchanged(before)
  // The probe saw it long ago and tells it only now: nothing changes in the past.
  assert.equal(await look(await noticeOf(notice), { at: effectiveAt }), 'seen')
  const now = await held(code)
  assert.equal(now.effectiveAt?.toString(), clock.now().toString())
  assert.equal(now.seenAt?.toString(), effectiveAt.toString())
  const justBefore = clock.now().subtract({ milliseconds: 1 })
  assert.equal((await cardInForce(db, code, justBefore))?.version, before.version)
  const past = { effectiveAt: clock.now().subtract({ milliseconds: 1 }) }
  await assert.rejects(publishCard(context, admin, { ...before.card, visitsMax: 14 }, past), {
    code: 'card/effect-in-past'
  })
})

test('an instant that is asked for is kept to the microsecond, and its fact is recorded then', async () => {
  const before = await held(code)
  const effectiveAt = clock.now().add({ hours: 100 })
  const { notice, version } = await publishCard(
    context,
    admin,
    { ...before.card, visitsMax: 15 },
    { effectiveAt }
  )
  const facts = async () =>
    (await factsBetween(db, { kinds: ['card.effective'], service: code })).filter(
      (fact) => fact.body['version'] === version
    )
  assert.equal(await look(await noticeOf(notice)), 'seen')
  const justBefore = effectiveAt.subtract({ microseconds: 1 })
  assert.equal((await cardInForce(db, code, justBefore))?.version, before.version)
  assert.equal((await cardInForce(db, code, effectiveAt))?.version, version)
  clock.set(justBefore)
  await drainEffects(context)
  assert.deepEqual(await facts(), [])
  clock.set(effectiveAt.add({ hours: 5 }))
  await drainEffects(context)
  const [fact, ...more] = await facts()
  assert.deepEqual(more, [])
  assert.equal(fact?.at.toString(), effectiveAt.toString())
  assert.equal(fact.cardVersion, `${code}@${String(version)}`)
  const { seenAt, ...body } = fact.body
  assert.equal(typeof seenAt, 'string')
  assert.deepEqual(body, { service: code, version, notice, changes: ['rules'] })
})

test('a version that was overtaken never comes into force, and no version follows a newer one', async () => {
  const before = await held(code)
  const far = { effectiveAt: clock.now().add({ hours: 24 * 300 }) }
  const late = await publishCard(context, admin, { ...before.card, visitsMax: 16 }, far)
  assert.equal(await look(await noticeOf(late.notice)), 'seen')
  const soon = await publishCard(context, admin, { ...before.card, visitsMax: 17 })
  const told = await noticeOf(soon.notice)
  assert.match(told.body.en, new RegExp(`Version ${String(late.version)}, which was announced`))
  assert.equal(await look(told), 'seen')
  assert.equal((await held(code)).version, soon.version)
  clock.advance('PT8000H')
  await drainEffects(context)
  assert.equal((await held(code)).version, soon.version)
  const facts = await factsBetween(db, { kinds: ['card.effective'], service: code })
  assert.ok(facts.every((fact) => fact.body['version'] !== late.version))
})
