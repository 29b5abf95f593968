// Goal: roles and posts change hands by whoever may, leave their facts, and never change days that passed.
// Method: the people slice on a database of its own; its administrators act through the forms.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsBetween } from '../../ledger/index.ts'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { demonstrationId } from '../demonstration.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import { actorOfPerson } from '../actor.ts'
import { postHolderOn } from '../authority-store.ts'
import { giveGrant } from '../give-grant.ts'
import { holds } from '../role.ts'
import { grantsAt, holdingsAt } from './staff-store.ts'

const { app, context, clock } = await peopleServer()
const first = await signedIn('vahid-rostami')

async function signedIn(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/sign-in')
  await visitor.post('/sign-in/demonstration', { person })
  return visitor
}

const named = { name: 'لیلا صابری', nationalId: '9900040406' }

async function actorNow(person: string) {
  return (await actorOfPerson(context.db, person, clock.now()))!
}

test('an administrator gives a role to somebody new, who gets a code, and takes it back', async () => {
  const given = await first.post('/desk/people/roles', {
    authority: 'sko',
    ...named,
    role: 'officer',
    unit: 'investment'
  })
  assert.equal(given.statusCode, 200, given.body)
  assert.match(given.body, /sign-in\/enrol/)
  const grant = (await grantsAt(context.db, 'sko', clock.now())).find(
    ({ name }) => name.fa === named.name
  )
  assert.ok(grant)
  const demand = { authority: 'sko', role: 'officer', unit: 'investment' } as const
  assert.ok(holds(await actorNow(grant.person), demand))
  const taken = await first.post(`/desk/people/roles/${grant.id}/revocation`, { authority: 'sko' })
  assert.equal(taken.statusCode, 303)
  clock.advance('PT1S')
  assert.equal(holds(await actorNow(grant.person), demand), false)
  const again = await first.post(`/desk/people/roles/${grant.id}/revocation`, { authority: 'sko' })
  assert.equal(again.statusCode, 404)
  const facts = await factsBetween(context.db, { kinds: ['grant.given', 'grant.revoked'] })
  const own = facts.filter(({ subject }) => subject === grant.person)
  assert.deepEqual(
    own.map(({ kind, actor }) => [kind, actor]),
    [
      ['grant.given', demonstrationId('vahid-rostami')],
      ['grant.revoked', demonstrationId('vahid-rostami')]
    ]
  )
})

test('what is not right comes back with its fields, and nothing is written', async () => {
  const before = (await grantsAt(context.db, 'sko', clock.now())).length
  const wrong: [Record<string, string>, RegExp][] = [
    [{ ...named, role: 'operator' }, /Choose the role/],
    [{ ...named, role: 'applicant' }, /Choose the role/],
    [{ ...named, role: 'clerk', unit: 'nowhere' }, /Choose the unit/],
    [{ ...named, role: 'authority-admin', unit: 'investment' }, /whole authority/],
    [{ ...named, role: 'it-manager', unit: 'it' }, /whole authority/],
    [{ ...named, role: 'clerk', until: '1499/01/01' }, /ten years/],
    [{ name: 'کسی', role: 'clerk' }, /Write the national id/],
    [{ ...named, mobile: '09990000001', role: 'clerk' }, /somebody else’s/],
    [{ ...named, role: 'clerk', until: '1405/08/01' }, /later than now/],
    [{ ...named, role: 'clerk', until: 'فردا' }, /form-wrong|field-wrong/],
    [{ name: 'لیلا‮صابری', role: 'clerk' }, /field-wrong/],
    [{ ...named, nationalId: '9900000405', role: 'clerk' }, /field-wrong/]
  ]
  for (const [fields, expected] of wrong) {
    const answer = await first.post('/en/desk/people/roles', { authority: 'sko', ...fields })
    assert.equal(answer.statusCode, 422, JSON.stringify(fields))
    assert.match(answer.body, expected)
  }
  assert.equal((await grantsAt(context.db, 'sko', clock.now())).length, before)
})

test('an inspector of one unit looks after that unit and nothing of the whole body', async () => {
  const inspector = { authority: 'sko', role: 'inspector', unit: 'investment' } as const
  const person = { name: 'بازرس نمونه', nationalId: '9900040414' }
  const given = await first.post('/desk/people/roles', { ...person, ...inspector })
  assert.equal(given.statusCode, 200, given.body)
  const grants = await grantsAt(context.db, 'sko', clock.now())
  const actor = await actorNow(grants.find(({ name }) => name.fa === person.name)?.person ?? '')
  assert.ok(holds(actor, inspector))
  assert.ok(!holds(actor, { ...inspector, unit: 'it' }))
  assert.ok(!holds(actor, { authority: 'sko', role: 'inspector' }))
})

test('the same role is not given twice', async () => {
  const twice = { authority: 'sko', name: 'حمید راد', nationalId: '9900061616', role: 'clerk' }
  assert.equal((await first.post('/desk/people/roles', twice)).statusCode, 200)
  const again = await first.post('/en/desk/people/roles', twice)
  assert.equal(again.statusCode, 409)
  assert.match(again.body, /that very role/)
})

test('an administrator of one unit, from before, administers nothing', async () => {
  const person = demonstrationId('sina-moradi')
  await inTransaction(context.db, (tx) =>
    giveGrant(tx, {
      id: newId(),
      person,
      authority: 'sko',
      unit: 'investment',
      role: 'authority-admin',
      post: null,
      from: clock.now(),
      givenBy: 'test'
    })
  )
  clock.advance('PT1S')
  const sina = await signedIn('sina-moradi')
  assert.equal((await sina.get('/desk/people')).statusCode, 403)
  const more = { authority: 'sko', ...named, role: 'clerk' }
  assert.equal((await sina.post('/desk/people/roles', more)).statusCode, 403)
})

test('nobody gives anything to themselves, elsewhere, by a stale proof, or without the role', async () => {
  const people = context.db.withTables<{ persons: { id: string; national_id: string } }>()
  const own = await people
    .selectFrom('persons')
    .select('national_id')
    .where('id', '=', demonstrationId('vahid-rostami'))
    .executeTakeFirstOrThrow()
  const fields = { authority: 'sko', role: 'approver' }
  const toSelf = await first.post('/desk/people/roles', {
    ...fields,
    name: 'وحید رستمی',
    nationalId: own.national_id
  })
  assert.equal(toSelf.statusCode, 403)
  assert.match(toSelf.body, /به خودش نقش/)
  const elsewhere = await first.post('/desk/people/roles', {
    ...fields,
    ...named,
    authority: 'ito'
  })
  assert.equal(elsewhere.statusCode, 403)
  const citizen = await signedIn('maryam-rezaei')
  assert.equal((await citizen.get('/desk/people')).statusCode, 403)
  assert.equal((await citizen.post('/desk/people/roles', { ...fields, ...named })).statusCode, 403)
  clock.advance('PT11M')
  const stale = await first.post('/en/desk/people/roles', { ...fields, ...named })
  assert.equal(stale.statusCode, 403)
  assert.match(stale.body, /sign-in\/again/)
})

test('a post changes hands from today on, and its past stays', async () => {
  const admin = await signedIn('vahid-rostami')
  const post = 'director-investment'
  const at = { authority: 'sko', post }
  const before = await postHolderOn(context.db, at, clock.now())
  assert.ok(before)
  const past = await admin.post('/desk/people/posts', {
    ...at,
    ...named,
    role: 'approver',
    from: '1405/08/20'
  })
  assert.equal(past.statusCode, 409, 'days that passed belong to who held it')
  const given = await admin.post('/desk/people/posts', {
    ...at,
    ...named,
    role: 'approver',
    from: '1405/09/03'
  })
  assert.equal(given.statusCode, 200, given.body)
  assert.equal((await postHolderOn(context.db, at, clock.now()))?.person, before.person)
  clock.set('2026-11-24T06:00:00Z')
  const now = await postHolderOn(context.db, at, clock.now())
  assert.equal(now?.name.fa, named.name)
  const grants = (await actorNow(now.person)).grants
  assert.ok(grants.some((grant) => grant.post === post && grant.role === 'approver'))
  assert.ok((await actorNow(before.person)).grants.every((grant) => grant.post !== post))
  const facts = await factsBetween(context.db, { authority: 'sko', kinds: ['post.assigned'] })
  const own = facts.filter(({ body }) => body['post'] === post)
  const said = own.map(({ body }) => [body['holder'] === before.person, body['from'], body['to']])
  // Both were recorded at one instant, in either order.
  const ofToday = said.slice(-2).toSorted(([isBefore]) => (isBefore === true ? -1 : 1))
  assert.deepEqual(ofToday, [
    [true, said[0]?.[1], '2026-11-23'],
    [false, '2026-11-24', null]
  ])
})

test('somebody stands in for a while, and the holder holds the post again', async () => {
  const admin = await signedIn('vahid-rostami')
  const at = { authority: 'sko', post: 'director-investment' }
  const other = { name: 'سامان کریمی', nationalId: '9900050509', role: 'approver' }
  const ways = { way: 'stands-in', from: '1405/09/05' }
  const endless = await admin.post('/en/desk/people/posts', { ...at, ...other, ...ways })
  assert.equal(endless.statusCode, 422)
  assert.match(endless.body, /needs a last day/)
  const given = await admin.post('/desk/people/posts', {
    ...at,
    ...other,
    ...ways,
    to: '1405/09/07'
  })
  assert.equal(given.statusCode, 200, given.body)
  const names = []
  for (const day of ['25', '26', '28', '29']) {
    clock.set(`2026-11-${day}T06:00:00Z`)
    names.push((await postHolderOn(context.db, at, clock.now()))?.name.fa)
  }
  assert.deepEqual(names, [named.name, other.name, other.name, named.name])
})

test('a post that has not begun is called off, and the holder of today stays', async () => {
  const admin = await signedIn('vahid-rostami')
  const at = { authority: 'sko', post: 'director-crisis-management' }
  const before = await postHolderOn(context.db, at, clock.now())
  const fields = { ...at, ...named, role: 'approver' }
  const far = await admin.post('/en/desk/people/posts', { ...fields, from: '1410/01/01' })
  assert.equal(far.statusCode, 422)
  const given = await admin.post('/desk/people/posts', { ...fields, from: '1405/10/01' })
  assert.equal(given.statusCode, 200, given.body)
  const all = await holdingsAt(context.db, 'sko')
  const ahead = all.find(({ post, name }) => post === at.post && name.fa === named.name)
  const end = await admin.post(`/desk/people/posts/${ahead!.id}/end`, { authority: 'sko' })
  assert.equal(end.statusCode, 303)
  clock.set('2026-12-25T06:00:00Z')
  const after = await postHolderOn(context.db, at, clock.now())
  assert.deepEqual([after?.person, after?.to], [before!.person, null])
  const grants = (await actorNow(before!.person)).grants
  assert.ok(grants.some(({ post }) => post === at.post))
})

test('the last administrator stays', async () => {
  const admin = await signedIn('vahid-rostami')
  const grants = await grantsAt(context.db, 'sko', clock.now())
  const own = grants.filter(({ role, unit }) => role === 'authority-admin' && unit === null)
  assert.equal(own.length, 1)
  const answer = await admin.post(`/desk/people/roles/${own[0]!.id}/revocation`, {
    authority: 'sko'
  })
  assert.equal(answer.statusCode, 409)
})

test('a review of access is recorded, by the administrator alone', async () => {
  const admin = await signedIn('vahid-rostami')
  assert.match((await admin.get('/en/desk/people')).body, /not been reviewed yet/)
  assert.equal((await admin.post('/desk/people/review', { authority: 'ito' })).statusCode, 403)
  assert.equal((await admin.post('/desk/people/review', { authority: 'sko' })).statusCode, 303)
  assert.match((await admin.get('/en/desk/people')).body, /Last reviewed on/)
  const [fact] = await factsBetween(context.db, { kinds: ['access.reviewed'] })
  assert.equal(fact?.subject, 'sko')
  assert.ok(Number(fact.body['grants']) > 10)
})

test('every holding is said by a fact, and once', async () => {
  const facts = await factsBetween(context.db, { kinds: ['post.assigned'] })
  const seeded = facts.filter(({ actor }) => actor === 'system:posts')
  const said = seeded.map(({ body }) => body['holding'])
  assert.equal(new Set(said).size, said.length)
  const all = [
    ...(await holdingsAt(context.db, 'sko')),
    ...(await holdingsAt(context.db, 'ito'))
  ].map(({ id }) => id)
  const known = new Set(facts.map(({ body }) => body['holding']))
  assert.ok(all.length > 10 && all.every((id) => known.has(id)))
})
