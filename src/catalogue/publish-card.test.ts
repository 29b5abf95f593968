import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { takeEffects } from '../../tests/support/take-effect.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Actor, importAuthorities } from '../people/index.ts'
import { type Context, manualClock, silentLog } from '../platform/index.ts'
import type { ServiceCard } from './card.ts'
import { cardInForce, cardVersion, cardVersionsOf, draftOf, listServices } from './card-store.ts'
import { discardDraft, draftCard, openCard } from './draft-card.ts'
import { importCards } from './import-cards.ts'
import { publishCard } from './publish-card.ts'
import { CardChangedMeanwhileError, CardIncompleteError, CardInvalidError } from './refusals.ts'
import { searchServices } from './search-services.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-03-21T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const name = { fa: 'ویراستار', en: 'Editor' }
const editorOf = (authority: string): Actor => ({
  kind: 'person',
  id: `editor-${authority}`,
  name,
  grants: [{ authority, unit: null, role: 'authority-admin', post: null }],
  person: `editor-${authority}`
})
const editor = editorOf('sko')
const rejectsWith = (publication: Promise<unknown>, refusal: string) =>
  assert.rejects(publication, { code: refusal })
const code = '10021006'

await importAuthorities(context)
const imported = await importCards(context)
const inForce = (service = code) => cardInForce(db, service, clock.now())
const original = (await inForce())?.card
assert.ok(original)

test('importCards publishes every file once, with its fact', async () => {
  assert.equal(imported.length, 14)
  assert.deepEqual(await importCards(context), [])
  const facts = await factsBetween(db, { kinds: ['card.published'], service: code })
  assert.equal(facts.length, 1)
  assert.equal(facts[0]?.cardVersion, `${code}@1`)
  assert.deepEqual(facts[0]?.body, {
    service: code,
    version: 1,
    feeRial: 0,
    visitsMax: 0,
    promisedTime: { amount: 72, unit: 'hours' },
    documents: ['damage-photos', 'ownership'],
    channels: ['site', 'post', 'pishkhan', 'in-person'],
    steps: ['registration', 'visit', 'assessment'],
    approverPost: 'director-crisis-management',
    legalBases: 1,
    missing: [],
    notice: null,
    changes: []
  })
  assert.equal((await listServices(db, { authority: 'ito', at: clock.now() })).length, 5)
})

test('publishCard makes the next version, keeps the old one, and says what changed', async () => {
  clock.set('2026-04-01T06:00:00Z')
  const changed: ServiceCard = { ...original, promisedTime: { amount: 48, unit: 'hours' } }
  const published = await publishCard(context, editor, changed)
  assert.equal(published.version, 2)
  assert.deepEqual(
    published.changes.map(({ field, before, after }) => [field, before, after]),
    [['promisedTime.amount', 72, 48]]
  )
  const before = Temporal.Instant.from('2026-03-31T00:00:00Z')
  assert.equal((await inForce())?.card.promisedTime.amount, 72, 'nobody has seen its notice')
  await takeEffects(context)
  assert.equal((await inForce())?.card.promisedTime.amount, 48)
  assert.equal((await cardInForce(db, code, before))?.version, 1)
  assert.equal(await cardInForce(db, code, Temporal.Instant.from('2026-01-01T00:00:00Z')), null)
  assert.equal((await cardVersion(db, `${code}@1`))?.card.promisedTime.amount, 72)
  assert.equal(await cardVersion(db, `${code}@9`), null)
  assert.equal(await cardVersion(db, "x'@1"), null)
  assert.deepEqual(
    (await cardVersionsOf(db, code)).map(({ version }) => version),
    [2, 1]
  )
  assert.deepEqual(await importCards(context), [], 'the file of version 1 is not published again')
})

test('publishCard refuses an incomplete card, names what is missing, and records the refusal', async () => {
  const incomplete = { ...original, approver: undefined, title: { fa: 'عنوان' } }
  await assert.rejects(publishCard(context, editor, incomplete), (error) => {
    assert.ok(error instanceof CardIncompleteError)
    assert.equal(error.code, 'card/incomplete')
    assert.match(error.text.fa, /مسئول تأییدکننده/)
    assert.equal(error.fields[0]?.pointer, '/title/en')
    return true
  })
  const facts = await factsBetween(db, { kinds: ['card.publication-refused'], service: code })
  assert.deepEqual(facts[0]?.body, {
    service: code,
    missing: ['title', 'approver.post', 'approver.title', 'approver.phone']
  })
  assert.equal((await inForce())?.version, 2)
})

test('publishCard refuses wrong values and posts that the authority does not have', async () => {
  const [step] = original.steps
  assert.ok(step)
  const refused = async (draft: object): Promise<string[]> => {
    try {
      await publishCard(context, editor, { ...original, ...draft })
      return []
    } catch (error) {
      assert.ok(error instanceof CardInvalidError)
      return error.fields.map(({ pointer }) => pointer)
    }
  }
  assert.deepEqual(await refused({ visitsMax: 99 }), ['/visitsMax'])
  assert.deepEqual(await refused({ url: 'javascript:alert(1)' }), ['/url'])
  assert.deepEqual(await refused({ steps: [{ ...step, post: 'head-messaging' }] }), [
    '/steps/0/post'
  ])
  assert.deepEqual(await refused({ steps: [step, step] }), ['/steps'])
  assert.deepEqual(await refused({ secret: 1 }), ['/secret'])
})

test('publishCard refuses strangers, an unchanged card, and the code of another authority', async () => {
  const held = (await inForce())?.card
  assert.ok(held)
  await rejectsWith(publishCard(context, editorOf('ito'), held), 'people/not-allowed')
  await rejectsWith(publishCard(context, editor, held), 'card/unchanged')
  const stolen = (await inForce('18051001'))?.card
  assert.ok(stolen)
  const claimed = { ...original, code: stolen.code }
  await rejectsWith(publishCard(context, editor, claimed), 'card/code-taken')
})

test('two editors who publish at once make one version', async () => {
  const meeting = (await inForce('10021001'))?.card
  assert.ok(meeting)
  const lost: string[] = []
  const won = await Promise.all(
    [3, 4, 5].map((visitsMax) =>
      publishCard(context, editor, { ...meeting, visitsMax }).catch((error: unknown) => {
        assert.ok(error instanceof CardChangedMeanwhileError)
        lost.push(error.code)
        return null
      })
    )
  )
  const versions = won.flatMap((one) => (one === null ? [] : [one.version]))
  assert.equal(versions.length + lost.length, 3)
  assert.deepEqual(
    versions.toSorted((a, b) => a - b),
    versions.map((_, i) => i + 2)
  )
})

test('drafts are kept however unfinished, and two editors do not undo each other', async () => {
  const at = { code: '10029999', authority: 'sko' }
  await rejectsWith(openCard(context, editor, at.code), 'service/not-found')
  const opened = await openCard(context, editor, code)
  assert.deepEqual([opened.revision, opened.version], [0, 2])
  const first = await draftCard(context, editor, {
    card: { ...at, title: { fa: 'الف' } },
    revision: 0
  })
  assert.equal(first.revision, 1)
  await assert.rejects(draftCard(context, editor, { card: at, revision: 0 }), {
    code: 'card/changed-meanwhile'
  })
  const second = await draftCard(context, editor, { card: { ...at, visitsMax: 1 }, revision: 1 })
  assert.equal(second.revision, 2)
  assert.deepEqual((await openCard(context, editor, at.code)).card, { ...at, visitsMax: 1 })
  await assert.rejects(openCard(context, editorOf('ito'), at.code), { code: 'people/not-allowed' })
  await assert.rejects(draftCard(context, editor, { card: { ...at, code: '12' }, revision: 0 }), {
    code: 'card/bad-code'
  })
  await publishCard(context, editor, { ...original, ...at })
  assert.equal(await draftOf(db, at.code), null)
  await draftCard(context, editor, { card: at, revision: 0 })
  await discardDraft(context, editor, at.code)
  assert.equal(await draftOf(db, at.code), null)
})

test('searchServices sees a card as soon as it is in force', async () => {
  const search = (query: string, of = {}) => searchServices(db, query, { at: clock.now(), ...of })
  assert.equal((await search('سيل')).at(0)?.code, code)
  const found = await search('شناورسازی')
  assert.deepEqual(found, [])
  await publishCard(context, editor, {
    ...original,
    keywords: ['شناورسازی'],
    promisedTime: { amount: 24, unit: 'hours' }
  })
  assert.notEqual((await search('شناور سازی'))[0]?.code, code)
  await takeEffects(context)
  assert.equal((await search('شناور سازی'))[0]?.code, code)
  assert.equal((await search('', { authority: 'ito' })).length, 5)
})
