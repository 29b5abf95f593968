// Goal: a counter writes down citizens, businesses and bodies by their papers, and opens no account that it
// must not. Method: the people slice on a database of its own; clerks act through forms and the API.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsBetween } from '../../ledger/index.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { messagesOf } from '../contact/message-store.ts'
import { demonstrationId } from '../demonstration.ts'
import { giveGrant } from '../give-grant.ts'
import { delegationsTo } from '../delegation/index.ts'
import { findPerson } from '../find-person.ts'

const { app, context, clock } = await peopleServer()
const clerk = await signedIn('fatemeh-nakhaei')

async function signedIn(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/sign-in')
  await visitor.post('/sign-in/demonstration', { person })
  return visitor
}

const known = { name: 'مریم رضایی', nationalId: '9900000013' }
const foreigner = { name: 'عبدالله نوری', foreignerCode: '990300129999' }
const business = { kind: 'business', name: 'شرکت پسته بیرجند', legalId: '10380284790' }

async function lastToldTo(person: string): Promise<string> {
  const [last] = await messagesOf(context.db, demonstrationId(person), 1)
  return last?.text.en ?? ''
}

function representative(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`representative.${name}`, value])
  )
}

test('a citizen gets a code that opens their account once, and hears of it', async () => {
  for (const citizen of [known, foreigner]) {
    const given = await clerk.post('/desk/registry/person', { authority: 'sko', ...citizen })
    assert.equal(given.statusCode, 200, given.body)
    assert.match(given.body, /sign-in\/enrol/)
  }
  const facts = await factsBetween(context.db, {
    kinds: ['enrolment.issued', 'person.registered']
  })
  const maryam = facts.filter(({ subject }) => subject === demonstrationId('maryam-rezaei'))
  assert.deepEqual(
    maryam.map(({ kind, actor }) => [kind, actor]),
    [['enrolment.issued', demonstrationId('fatemeh-nakhaei')]]
  )
  assert.equal(facts.filter(({ kind }) => kind === 'person.registered').length, 1)
  assert.match(await lastToldTo('maryam-rezaei'), /enrolment code was taken/)
})

test('no counter opens an account of staff, nor the clerk’s own', async () => {
  const officer = { name: 'علی قنبری', nationalId: '9900000080' }
  const own = { name: 'فاطمه نخعی', nationalId: '9900000072' }
  for (const citizen of [officer, own]) {
    const refused = await clerk.post('/en/desk/registry/person', { authority: 'sko', ...citizen })
    assert.equal(refused.statusCode, 403)
    assert.match(refused.body, /administrator/)
    const renamed = await clerk.post('/desk/registry/correction', { authority: 'sko', ...citizen })
    assert.equal(renamed.statusCode, 403)
  }
})

test('what is not right comes back at its field', async () => {
  const wrong: [string, Record<string, string>, RegExp][] = [
    ['person', { name: 'مریم رضایی' }, /Write the national id or/],
    ['person', { ...known, nationalId: '9900000014' }, /href="#field-nationalId"/],
    ['person', { ...known, name: '12' }, /href="#field-name"/],
    ['organisation', { ...business, ...representative(known), legalId: '' }, /legal person/],
    [
      'organisation',
      { ...business, legalId: '10380284791', ...representative(known) },
      /#field-legalId"/
    ],
    [
      'organisation',
      { ...business, ...representative({ ...known, nationalId: '1' }) },
      /href="#field-representative-nationalId"/
    ],
    ['correction', { name: '', nationalId: '9900000013' }, /href="#field-name"/]
  ]
  for (const [path, fields, expected] of wrong) {
    const answer = await clerk.post(`/en/desk/registry/${path}`, { authority: 'sko', ...fields })
    assert.equal(answer.statusCode, 422, `${path} ${JSON.stringify(fields)}`)
    assert.match(answer.body, expected)
  }
  const nobody = { authority: 'sko', name: 'هیچ کس', nationalId: '9900060601' }
  assert.equal((await clerk.post('/desk/registry/correction', nobody)).statusCode, 404)
})

test('a business acts through the person named at the counter, and those they name', async () => {
  const fields = { authority: 'sko', ...business }
  const first = await clerk.post('/desk/registry/organisation', {
    ...fields,
    ...representative(known)
  })
  assert.equal(first.statusCode, 303, first.body)
  assert.match(await lastToldTo('maryam-rezaei'), /registered as representative/)
  clock.advance('PT1S')
  const second = await clerk.post('/en/desk/registry/organisation', {
    ...fields,
    ...representative(foreigner)
  })
  assert.equal(second.statusCode, 409, 'one counter puts nobody beside who speaks for it')
  assert.match(second.body, /already/)
  const organisation = await findPerson(context.db, { legalId: business.legalId })
  assert.equal(organisation?.kind, 'business')
  const person = await findPerson(context.db, known)
  const held = await delegationsTo(context.db, person!.id, clock.now())
  assert.ok(
    held.some(({ grantor, kind }) => grantor === organisation.id && kind === 'representative')
  )
  const renamed = { authority: 'sko', name: 'شرکت پسته قاین', legalId: business.legalId }
  assert.equal((await clerk.post('/desk/registry/correction', renamed)).statusCode, 303)
  assert.match(await lastToldTo('maryam-rezaei'), /business or body that you speak for/)
})

test('no clerk names themselves, and no code comes with a business', async () => {
  const own = { name: 'فاطمه نخعی', nationalId: '9900000072' }
  const fields = { authority: 'sko', ...business }
  const before = (await factsBetween(context.db, { kinds: ['enrolment.issued'] })).length
  const refused = await clerk.post('/desk/registry/organisation', {
    ...fields,
    ...representative(own)
  })
  assert.equal(refused.statusCode, 403)
  const after = (await factsBetween(context.db, { kinds: ['enrolment.issued'] })).length
  assert.equal(after, before)
})

test('a code of a counter opens no work, and ends where a role is given', async () => {
  const future = {
    id: newId(),
    person: demonstrationId('hossein-barati'),
    role: 'approver'
  } as const
  await inTransaction(context.db, (tx) =>
    giveGrant(tx, {
      ...future,
      authority: 'sko',
      unit: 'investment',
      post: 'director-investment',
      from: clock.now().add({ hours: 24 }),
      givenBy: 'test'
    })
  )
  const approver = { authority: 'sko', name: 'حسین براتی', nationalId: '9900000021' }
  assert.equal((await clerk.post('/desk/registry/person', approver)).statusCode, 403, 'tomorrow')
  const given = await clerk.post('/desk/registry/person', { authority: 'sko', ...known })
  const code = /([0-9A-Z]{4}-?){3}/.exec(given.body)?.[0] ?? ''
  const admin = await signedIn('vahid-rostami')
  const role = { authority: 'sko', ...known, role: 'officer', unit: 'investment' }
  assert.equal((await admin.post('/desk/people/roles', role)).statusCode, 200)
  const thief = new Visitor(app)
  await thief.get('/sign-in')
  assert.equal((await thief.post('/sign-in/enrol', { code })).statusCode, 401)
})

test('a name is corrected from a paper, and no fact holds it', async () => {
  const fields = { authority: 'sko', name: 'سینا مرادی‌فر', nationalId: '9900000056' }
  assert.equal((await clerk.post('/desk/registry/correction', fields)).statusCode, 303)
  assert.equal((await findPerson(context.db, fields))?.name.fa, fields.name)
  const facts = await factsBetween(context.db, { kinds: ['person.changed'] })
  assert.deepEqual(facts[0]?.body, { fields: ['name'], by: 'counter' })
})

test('only a clerk who proved it within the hour, and never a key', async () => {
  const citizen = await signedIn('sina-moradi')
  const fields = { authority: 'sko', ...known }
  assert.equal((await citizen.get('/desk/registry')).statusCode, 403)
  assert.equal((await citizen.post('/desk/registry/person', fields)).statusCode, 403)
  assert.equal(
    (await clerk.post('/desk/registry/person', { ...fields, authority: 'nobody' })).statusCode,
    403
  )
  clock.advance('PT61M')
  const stale = await clerk.post('/desk/registry/person', fields)
  assert.equal(stale.statusCode, 403)
  assert.match(stale.body, /sign-in\/again/)
})
