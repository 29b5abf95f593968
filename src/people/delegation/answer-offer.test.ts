// Goal: delegations are offered, accepted and ended by those who can, and by nobody else; nothing says
// whether a person exists. Method: the use cases over a real database with the invented people.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleServer } from '../../../tests/support/people-server.ts'
import { drainOutbox } from '../../channels/index.ts'
import { factsOf } from '../../ledger/index.ts'
import type { Refusal } from '../../platform/index.ts'
import { messagesOf } from '../contact/index.ts'
import { demonstrationId, demonstrationPeople } from '../demonstration.ts'
import { jobs } from '../jobs.ts'
import { acceptOffer, declineOffer, offerOfCode, offersTo, takeBackOffer } from './answer-offer.ts'
import type { DelegatedAct } from './delegation.ts'
import { delegationsTo } from './may-act.ts'
import { type OfferInput, offerDelegation } from './offer-delegation.ts'
import { revokeDelegation } from './revoke-delegation.ts'

const { context, clock } = await peopleServer()
const id = demonstrationId
const [maryam, sina, director, zahra] = [
  id('maryam-rezaei'),
  id('sina-moradi'),
  id('hossein-barati'),
  id('zahra-khosravi')
]
const business = id('zafaran-kavir')
const until = () => clock.now().add({ hours: 24 * 30 })
const terms = (more: Partial<OfferInput> = {}): OfferInput => ({
  giver: maryam,
  kind: 'lawyer',
  scope: { all: true },
  acts: ['apply'],
  until: until(),
  ...more
})
const refused = (code: string) => (error: Refusal) =>
  error.code === code || error.fields.some((field) => field.code === code)
const accepted = async (person: string, more: Partial<OfferInput> = {}) => {
  const { code } = await offerDelegation(context, terms(more))
  return acceptOffer(context, { person, offer: { code: code ?? '' } })
}
const end = (by: string, given: { grantor: string; id: string }) =>
  revokeDelegation(context, { by, grantor: given.grantor, delegation: given.id })
const nationalIdOf = async (key: string) =>
  (await demonstrationPeople()).find((each) => each.key === key)?.nationalId

test('a code makes one delegation, tells both sides, and is worth nothing after', async () => {
  const { code } = await offerDelegation(context, terms())
  assert.match(code ?? '', /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const typed = (code ?? '').toLowerCase().replaceAll('-', ' ')
  assert.equal((await offerOfCode(context, typed)).grantor, maryam)
  const given = await acceptOffer(context, { person: sina, offer: { code: typed } })
  assert.deepEqual(given.acts, ['view', 'apply'])
  const [fact] = await factsOf(context.db, maryam, given.id)
  assert.equal(fact?.kind, 'delegation.granted')
  for (const person of [maryam, sina]) {
    const [news] = await messagesOf(context.db, person, 5)
    assert.equal(news?.kind, 'delegation')
  }
  const again = acceptOffer(context, { person: zahra, offer: { code: typed } })
  await assert.rejects(again, refused('delegation/code-refused'))
  await end(maryam, given)
  assert.deepEqual(await delegationsTo(context.db, sina, clock.now()), [])
  await assert.rejects(end(maryam, given), refused('delegation/not-found'))
})

test('two who accept one code at once: one of them acts', async () => {
  const { code } = await offerDelegation(context, terms())
  const outcomes = await Promise.allSettled(
    [sina, zahra].map((person) => acceptOffer(context, { person, offer: { code: code ?? '' } }))
  )
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  for (const outcome of outcomes)
    if (outcome.status === 'fulfilled') await end(maryam, outcome.value)
})

test('an identifier is answered alike whoever it belongs to, and reaches only its owner', async () => {
  const known = await nationalIdOf('sina-moradi')
  const answers = []
  for (const nationalId of [known, '0499370899']) {
    const { code, ...rest } = await offerDelegation(context, terms({ to: { nationalId } }))
    answers.push({ code, keys: Object.keys(rest) })
  }
  assert.deepEqual(answers[0], answers[1])
  assert.equal((await offersTo(context, zahra)).length, 0)
  const [offer] = await offersTo(context, sina)
  assert.ok(offer)
  await drainOutbox(context, jobs.outbox ?? {})
  const news = await messagesOf(context.db, sina, 5)
  assert.match(news[0]?.text.en ?? '', /offered that you act/)
  const foreign = acceptOffer(context, { person: zahra, offer: { id: offer.id } })
  await assert.rejects(foreign, refused('delegation/not-found'))
  const given = await acceptOffer(context, { person: sina, offer: { id: offer.id } })
  await end(sina, given)
})

test('an offer that was declined, taken back or left alone is none', async () => {
  const nationalId = await nationalIdOf('sina-moradi')
  const { offer } = await offerDelegation(context, terms({ to: { nationalId } }))
  await assert.rejects(
    declineOffer(context, { person: zahra, offer }),
    refused('delegation/not-found')
  )
  await declineOffer(context, { person: sina, offer })
  const by = { giver: maryam, grantor: maryam }
  await assert.rejects(takeBackOffer(context, { ...by, offer }), refused('delegation/not-found'))
  const second = await offerDelegation(context, terms())
  await assert.rejects(
    takeBackOffer(context, { giver: zahra, grantor: maryam, offer: second.offer }),
    refused('delegation/beyond-own')
  )
  await takeBackOffer(context, { ...by, offer: second.offer })
  const third = await offerDelegation(context, terms())
  clock.advance('PT168H')
  for (const { code } of [second, third]) {
    const late = acceptOffer(context, { person: sina, offer: { code: code ?? '' } })
    await assert.rejects(late, refused('delegation/code-refused'))
  }
})

test('terms that are not right are said by their field', async () => {
  const give = (more: Partial<OfferInput>) => offerDelegation(context, terms(more))
  await assert.rejects(give({ kind: 'counter-office' }), refused('delegation/kind'))
  await assert.rejects(give({ kind: 'king' }), refused('delegation/kind'))
  await assert.rejects(give({ acts: [] }), refused('delegation/acts'))
  await assert.rejects(give({ acts: ['apply', 'rule'] }), refused('delegation/acts'))
  await assert.rejects(give({ scope: { all: false } }), refused('delegation/scope'))
  await assert.rejects(give({ scope: { all: true, more: 1 } }), refused('delegation/scope'))
  await assert.rejects(give({ until: null }), refused('delegation/until-missing'))
  await assert.rejects(give({ until: clock.now() }), refused('delegation/until-range'))
  const century = clock.now().add({ hours: 24 * 36_500 })
  await assert.rejects(give({ until: century }), refused('delegation/until-range'))
  await assert.rejects(give({ to: {} }), refused('delegation/identifier'))
  await assert.rejects(
    give({ to: { nationalId: '1234567890' } }),
    refused('national-id/check-digit')
  )
  const endless = give({ kind: 'guardian', until: null })
  await assert.rejects(endless, refused('delegation/until-missing'))
  await give({ kind: 'guardian' })
})

test('nobody becomes their own delegate', async () => {
  const nationalId = await nationalIdOf('maryam-rezaei')
  await assert.rejects(
    offerDelegation(context, terms({ to: { nationalId } })),
    refused('delegation/self')
  )
  await assert.rejects(accepted(maryam), refused('delegation/self'))
  await assert.rejects(
    accepted(director, { giver: director, grantor: business, kind: 'employee' }),
    refused('delegation/self')
  )
})

test('a delegate cannot pass it on, a representative of a business can, within their own', async () => {
  const lawyer = await accepted(sina)
  const passed = offerDelegation(context, terms({ giver: sina, grantor: maryam }))
  await assert.rejects(passed, refused('delegation/beyond-own'))
  await end(maryam, lawyer)
  const acts: DelegatedAct[] = ['apply', 'withdraw']
  const scope = { authority: 'sko' }
  const chief = await accepted(zahra, {
    giver: director,
    grantor: business,
    kind: 'representative',
    acts,
    scope
  })
  const within = { giver: zahra, grantor: business, kind: 'employee', scope, acts: ['apply'] }
  const beyond = (more: Partial<OfferInput>) =>
    assert.rejects(
      offerDelegation(context, terms({ ...within, ...more })),
      refused('delegation/beyond-own')
    )
  await beyond({ acts: ['answer'] })
  await beyond({ scope: { all: true } })
  await beyond({ until: until().add({ hours: 1 }) })
  const employee = await accepted(sina, within)
  assert.equal(employee.via, chief.id)
  await beyond({ giver: sina })
  // What was given by a representation ends with it.
  await end(director, chief)
  assert.deepEqual(await delegationsTo(context.db, sina, clock.now()), [])
})

test('an offer of a representative who is one no more is worth nothing', async () => {
  const chief = await accepted(zahra, {
    giver: director,
    grantor: business,
    kind: 'representative'
  })
  const { code } = await offerDelegation(
    context,
    terms({ giver: zahra, grantor: business, kind: 'employee' })
  )
  await end(director, chief)
  const late = acceptOffer(context, { person: sina, offer: { code: code ?? '' } })
  await assert.rejects(late, refused('delegation/beyond-own'))
})

test('a stranger ends nothing, and is not told whether there was something', async () => {
  const given = await accepted(sina)
  await assert.rejects(end(zahra, given), refused('delegation/not-found'))
  await end(sina, given)
})

test('there is an end to how many offers wait', async () => {
  for (let made = 0; made < 20; made += 1) await offerDelegation(context, terms({ giver: zahra }))
  await assert.rejects(
    offerDelegation(context, terms({ giver: zahra })),
    refused('delegation/too-many')
  )
})

test('somebody of the sandbox neither gives nor gets a delegation', async () => {
  const invented = id('sandbox applicant')
  await assert.rejects(accepted(invented), refused('sandbox/invented-only'))
  const offered = offerDelegation(context, terms({ giver: invented }))
  await assert.rejects(offered, refused('sandbox/invented-only'))
})
