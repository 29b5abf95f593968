// Goal: a letter to somebody without a mailbox opens by the key on a page, once, to whoever holds the page, and
// is kept by nobody but its addressee, with its sender's signature whole. Bad keys, used and old pages are told
// plainly. Method: the real routes on PostgreSQL, real keys; what the desk holds is searched for the key.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import {
  claimHandle,
  claimIdentity,
  claimRecipient,
  claimText,
  newClaimSecret
} from '../../../kernel/mailbox/index.ts'
import {
  openAgeFile,
  readSealedHead,
  sealLetter,
  sizeClassOf,
  tokenHashOf,
  wrapForMailbox
} from '../../../kernel/seal/index.ts'
import { deskServer } from '../../../../tests/support/desk-server.ts'
import {
  openTestMailbox,
  sealTestLetter,
  sha256,
  streamed
} from '../../../../tests/support/letters.ts'
import { actorOfPerson } from '../../../people/index.ts'
import { acceptLetter, exchangeJobs, exchangeRoutes, withdrawLetter } from '../../exchange/index.ts'
import { claimJobs } from '../jobs.ts'
import { emptyClaimsBefore } from './claim-store.ts'
import { openClaim } from './claim-letter.ts'
import { claimApi } from './api.ts'

const desk = await deskServer(undefined, async (app, context) => {
  await exchangeRoutes(app, context)
  claimApi(app, context)
})
const { context, app } = desk
const { db } = context
const addressee = await desk.as('maryam-rezaei')
const stranger = await desk.as('sina-moradi')
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })
const officer = await actorOfPerson(db, (await desk.as('mohsen-alavi')).id, context.clock.now())
assert.ok(officer)

type Answer = Record<string, string> & { code?: string }

async function send(key: string | null, url: string, body: object) {
  const headers = key === null ? {} : (await desk.signIn(key)).headers
  const answer = await app.inject({
    ...{ method: 'POST', url: `/api/v1${url}`, payload: JSON.stringify(body) },
    headers: { ...headers, 'content-type': 'application/json' }
  })
  const read = answer.body === '' ? ({} as Answer) : answer.json<Answer>()
  return { status: answer.statusCode, body: read, code: read.code ?? answer.statusCode }
}

/** A letter that waits for the addressee, with the page that an officer makes of it. */
async function waiting(person = addressee.id) {
  const { input, file } = await sealTestLetter(context, { from: unit, to: null, person })
  await acceptLetter(context, officer as never, { letter: input, content: streamed(file) })
  return input.id
}

async function pageOf(letter: string) {
  const secret = newClaimSecret()
  const recipient = await claimRecipient(secret)
  const sealed = await sealLetter(
    {
      ...{ letter, sender: { authority: 'sko', unit: 'citizen-services' }, subject: 'موضوع' },
      ...{ sentAt: context.clock.now().toString(), case: null, body: 'متن نامه', attachments: [] }
    },
    { recipient, signers: unit.keys.signers }
  )
  assert.ok(sealed.ok)
  const { file, token } = sealed.value
  const body = {
    handle: claimHandle(secret),
    recipientKey: sha256(recipient),
    sizeClass: sizeClassOf(file.length, readSealedHead(file)?.headBytes ?? 0) ?? 0,
    sha256: sha256(file),
    tokenHash: tokenHashOf(token),
    content: Buffer.from(file).toString('base64')
  }
  const proof = { handle: body.handle, token: Buffer.from(token).toString('base64') }
  return { secret, recipient, body, proof, handle: { handle: body.handle } }
}

test('a page is made by staff who send from that unit, of what waits, and is sealed as stated', async () => {
  const letter = await waiting()
  const { body } = await pageOf(letter)
  const url = `/letters/${letter}/claim`
  assert.equal((await send('sina-moradi', url, body)).code, 'letter/not-found')
  const made = (more: object) => send('mohsen-alavi', url, { ...body, ...more })
  assert.equal((await made({ sha256: sha256('other') })).code, 'letter-claim/form')
  assert.equal((await made({ sizeClass: body.sizeClass + 1 })).code, 'letter/size-class')
  const noFile = Buffer.from('no age file')
  const none = { content: noFile.toString('base64'), sha256: sha256(noFile) }
  assert.equal((await made(none)).code, 'letter/form')
  assert.equal((await made({ handle: 'x' })).code, 'input/invalid')
  assert.equal((await made({})).status, 201)
  assert.equal((await made({})).code, 'letter-claim/form', 'a handle is taken once')
})

test('whoever holds the page opens it; used, replaced, withdrawn and old ones are told apart', async () => {
  const letter = await waiting()
  const first = await pageOf(letter)
  const page = await pageOf(letter)
  for (const { body } of [first, page]) {
    assert.equal((await send('mohsen-alavi', `/letters/${letter}/claim`, body)).status, 201)
  }
  const open = (of: object) => send(null, '/letter-claims/opening', of)
  assert.equal(
    (await open({ handle: claimHandle(newClaimSecret()) })).code,
    'letter-claim/not-found'
  )
  assert.equal((await open(first.handle)).code, 'letter-claim/not-found', 'a newer page was made')
  const claim = { handle: page.body.handle, address: '192.0.2.1' }
  const found = await openClaim(context, claim)
  const opened = await openAgeFile(found.content, claimIdentity(page.secret))
  assert.ok(opened.ok && Buffer.from(opened.value).includes('متن نامه'))
  const wrong = { ...page.proof, token: Buffer.alloc(32).toString('base64') }
  assert.equal((await send(null, '/letter-claims/proof', wrong)).code, 'letter-claim/form')
  assert.equal((await send(null, '/letter-claims/proof', page.proof)).status, 204)
  assert.equal((await open(page.handle)).code, 'letter-claim/used')
  assert.equal((await send(null, '/letter-claims/proof', page.proof)).code, 'letter-claim/used')
  const facts = await sql<{ way: string }>`
    select body->>'way' as way from facts where kind = 'letter.claimed'`.execute(db)
  assert.deepEqual(facts.rows, [{ way: 'opened' }])

  const other = await waiting()
  const late = await pageOf(other)
  await send('mohsen-alavi', `/letters/${other}/claim`, late.body)
  await withdrawLetter(context, officer, { letter: other, reason: 'اشتباه' })
  assert.equal((await open(late.handle)).code, 'letter-claim/over')
  const still = await waiting()
  await send('mohsen-alavi', `/letters/${still}/claim`, (await pageOf(still)).body)
  for (const job of claimJobs.schedule ?? []) await job.run(context)
  const full = await sql<{ letter: string }>`
    select letter_id as letter from letter_claims
    where content is not null and letter_id = any(${[other, still]}::uuid[])`.execute(db)
  assert.deepEqual(full.rows, [{ letter: still }], 'what was withdrawn leaves no bytes behind')
})

test('the addressee keeps it, with the signature whole; nobody else does', async () => {
  const letter = await waiting()
  const page = await pageOf(letter)
  await send('mohsen-alavi', `/letters/${letter}/claim`, page.body)
  await send(null, '/letter-claims/proof', page.proof)
  const home = await openTestMailbox(context, { person: addressee.id })
  const away = await openTestMailbox(context, { person: stranger.id })
  const keep = async (to: typeof home, more: object = {}) => {
    const { id: mailbox, keys } = to
    const slot = await wrapForMailbox({ mailbox, recipient: keys.recipient, seed: page.secret })
    assert.ok(slot.ok)
    return { ...page.handle, recipient: page.recipient, slot: JSON.stringify(slot.value), ...more }
  }
  const url = '/letter-claims/keeping'
  assert.equal((await send(null, url, await keep(home))).status, 401)
  assert.equal((await send('sina-moradi', url, await keep(away))).code, 'letter-claim/not-yours')
  const foreign = await keep(away)
  assert.equal((await send('maryam-rezaei', url, foreign)).code, 'letter-claim/form')
  const otherKey = await keep(home, { recipient: home.keys.recipient })
  assert.equal((await send('maryam-rezaei', url, otherKey)).code, 'letter-claim/form')
  assert.equal((await send('maryam-rezaei', url, await keep(home))).status, 200)
  assert.equal((await send('maryam-rezaei', url, await keep(home))).code, 'letter-claim/not-found')
  for (const job of exchangeJobs.schedule ?? []) await job.run(context)
  const { headers } = await desk.signIn('maryam-rezaei')
  const content = await app.inject({
    url: `/api/v1/letters/${letter}/content`,
    headers: { ...headers, accept: 'application/octet-stream' }
  })
  assert.equal(content.statusCode, 200)
  assert.equal(sha256(content.rawPayload), page.body.sha256, 'the very bytes of the page')
  const past = await sql<{ sequence: number }>`
    select sequence from mailbox_history where mailbox = ${home.id}`.execute(db)
  assert.deepEqual(past.rows, [{ sequence: -1 }])
})

test('keys that are tried one after the other are stopped; old pages are emptied', async () => {
  const handle = claimHandle(newClaimSecret())
  const answers = new Set<string>()
  for (let i = 0; i < 61; i++) {
    const asked = openClaim(context, { handle, address: '192.0.2.7' })
    answers.add(
      await asked.then(
        () => 'opened',
        ({ code }: { code: string }) => code
      )
    )
  }
  assert.deepEqual([...answers], ['letter-claim/not-found', 'letter-claim/too-many'])
  await emptyClaimsBefore(db, context.clock.now().add({ hours: 24 * 61 }))
  const full = await sql<{ n: number }>`
    select count(*)::int as n from letter_claims where content is not null`.execute(db)
  assert.equal(full.rows[0]?.n, 0)
})

test('the key of a page is nowhere at the desk', async () => {
  const letter = await waiting((await desk.as('neda-yousefi')).id)
  const { secret, body } = await pageOf(letter)
  assert.equal((await send('mohsen-alavi', `/letters/${letter}/claim`, body)).status, 201)
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  for (const { name } of tables.rows) {
    const rows = await sql<{ all: string }>`
      select coalesce(string_agg(t::text, ' '), '') as all from ${sql.table(name)} t`.execute(db)
    const text = rows.rows[0]?.all ?? ''
    for (const form of [claimText(secret), Buffer.from(secret).toString('hex')]) {
      assert.ok(!text.includes(form), name)
    }
  }
})
