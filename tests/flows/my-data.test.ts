// Goal: a person takes a copy of everything about them and nobody else does; what is asked twice, late,
// for another or without proof is refused. Method: the pages and operations of the whole desk.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { caseDesk } from '../../src/cases/index.ts'
import { actorOfPerson, personalData } from '../../src/people/index.ts'
import { personalDataHolders } from '../../src/personal-data.ts'
import { demonstrationPeople } from '../../src/people/index.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/people-server.ts'

const server = await startTestServer()
const folder = await mkdtemp(join(tmpdir(), 'peyman-my-data-'))
after(() => rm(folder, { recursive: true, force: true }))
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((each) => each.key === key)?.id ?? ''
const maryam = new Visitor(server.app)
await maryam.signInAs('maryam-rezaei')
const other = new Visitor(server.app)
await other.signInAs('zahra-khosravi')
const jobs = personalData.personalDataJobs(personalDataHolders).schedule ?? []
const turn = async () => {
  // A job that fails goes on later: a test must not take that for peace.
  const error = (what: unknown) => {
    throw (what as { error: Error }).error
  }
  const { context } = server
  for (const job of jobs) await job.run({ ...context, log: { ...context.log, error } })
}

async function actorFor(key: string) {
  const actor = await actorOfPerson(server.context.db, idOf(key), server.clock.now())
  assert.ok(actor, key)
  return actor
}

const filed = await caseDesk.submitCase(server.context, await actorFor('maryam-rezaei'), {
  service: '10021006',
  answers: damageAnswers,
  files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
  submissionKey: 'copy-of-everything'
})
await caseDesk.viewCase(server.context, await actorFor('leila-arab'), filed)
await assert.rejects(caseDesk.viewCase(server.context, await actorFor('dariush-parsa'), filed))

let link = ''

test('a copy is made by a job, told, and got by a link', async () => {
  const page = await maryam.get('/account/my-data')
  assert.equal(page.statusCode, 200)
  assert.equal((await maryam.post('/account/my-data/exports')).statusCode, 303)
  assert.equal((await maryam.post('/account/my-data/exports')).statusCode, 303, 'once more is once')
  await turn()
  const { items } = (await maryam.get('/api/v1/me/data-exports')).json<{ items: Copy[] }>()
  assert.equal(items.length, 1)
  assert.equal(items[0]?.state, 'ready')
  const got = await maryam.post(`/account/my-data/exports/${items[0]?.id ?? ''}/links`)
  link = String(got.headers.location)
  const file = await maryam.get(link)
  assert.equal(file.statusCode, 200)
  assert.equal(file.headers['content-type'], 'application/zip')
  assert.equal(file.rawPayload.length, items[0]?.sizeBytes)
  await writeFile(join(folder, 'copy.zip'), file.rawPayload)
  const names = execFileSync('python3', [
    '-m',
    'zipfile',
    '-l',
    join(folder, 'copy.zip')
  ]).toString()
  for (const name of [
    'fa.html',
    'en.html',
    'json/person.json',
    'fa/facts.html',
    'en/sessions.html'
  ])
    assert.match(names, new RegExp(name.replace('.', '\\.')))
  assert.match(
    execFileSync('python3', ['-m', 'zipfile', '-t', join(folder, 'copy.zip')]).toString(),
    /Done testing/
  )
})

test('the copy tells who looked, what happened and what was chosen in words', async () => {
  const read = (name: string) =>
    execFileSync('unzip', ['-p', join(folder, 'copy.zip'), name]).toString()
  const names = execFileSync('unzip', ['-Z1', join(folder, 'copy.zip')])
    .toString()
    .split('\n')
  const looks = JSON.parse(read('json/who-looked.json')) as Record<string, unknown>[]
  assert.deepEqual(
    looks.map(({ allowed }) => allowed),
    [false, true]
  )
  for (const look of looks) {
    const { who, role, act, what } = look as Record<string, { fa: string; en: string }>
    for (const words of [who, role, act, what]) assert.ok(words?.fa && words.en, String(look['id']))
    assert.equal(typeof look['allowed'], 'boolean')
  }
  const page = read('en/who-looked.html')
  assert.match(page, /Looked at/)
  assert.doesNotMatch(page, /access\.(allowed|refused)/)
  const facts = JSON.parse(read('json/facts.json')) as { body: unknown; what: { en: string } }[]
  assert.ok(facts.every(({ body, what }) => typeof body === 'object' && what.en !== ''))
  const documents = names.filter((name) => /^en\/applications\/.*-documents\.html$/.test(name))
  assert.ok(documents.length > 0, 'documents are listed with who gave them')
  assert.match(read(documents[0] ?? ''), /Given by/)
  const start = read('en.html')
  const links = [...start.matchAll(/<a href="en\/[^"]*">([^<]*)<\/a>/g)].map(([, text]) => text)
  assert.equal(new Set(links).size, links.length, 'no two links of one name')
  // What is under way would refuse an erasure.
  await caseDesk.withdrawCase(server.context, await actorFor('maryam-rezaei'), filed)
})

interface Copy {
  readonly id: string
  readonly state: string
  readonly sizeBytes: number
}

test('a link is good for its person only, and not for long', async () => {
  assert.equal((await maryam.get(link)).statusCode, 200, 'a download that broke off begins again')
  const stolen = await other.get(link)
  assert.equal(stolen.statusCode, 404)
  assert.equal((await new Visitor(server.app).get(link)).statusCode, 303, 'nobody signed in')
  assert.equal((await maryam.get('/account/my-data/copies/x')).statusCode, 404)
  assert.equal((await maryam.get(`/account/my-data/copies/${'A'.repeat(43)}`)).statusCode, 404)
  const { items } = (await maryam.get('/api/v1/me/data-exports')).json<{ items: Copy[] }>()
  const theirs = await other.post(`/account/my-data/exports/${items[0]?.id ?? ''}/links`)
  assert.equal(theirs.statusCode, 404, 'a copy of somebody else')
  server.clock.advance('PT16M')
  assert.equal((await maryam.get(link)).statusCode, 404, 'expired')
})

test('no link is made without a fresh proof', async () => {
  const { items } = (await maryam.get('/api/v1/me/data-exports')).json<{ items: Copy[] }>()
  const stale = await maryam.post(`/account/my-data/exports/${items[0]?.id ?? ''}/links`)
  assert.equal(stale.statusCode, 403, 'the proof is older than ten minutes')
  assert.match(stale.body, /sign-in\/proof-required|sign-in\/again/)
})

test('erasure needs a proof, a yes, and is nobody else’s to ask', async () => {
  await maryam.signInAs('maryam-rezaei')
  const unsure = await maryam.post('/account/my-data/erasure')
  assert.equal(unsure.statusCode, 422)
  const mass = await server.app.inject({
    method: 'POST',
    url: '/api/v1/me/erasure',
    headers: {
      cookie: [...maryam.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-csrf-token': await maryam.csrf()
    },
    payload: { understood: true, person: idOf('zahra-khosravi') }
  })
  assert.equal(mass.statusCode, 422, 'a person is not for the caller to name')
  assert.equal(
    (await maryam.post('/account/my-data/erasure', { understood: 'yes' })).statusCode,
    303
  )
  const again = await maryam.post('/account/my-data/erasure', { understood: 'yes' })
  assert.equal(again.statusCode, 409)
  assert.equal((await maryam.post('/account/my-data/erasure/cancellation')).statusCode, 303)
  assert.equal((await maryam.post('/account/my-data/erasure/cancellation')).statusCode, 409)
})

test('two wishes at once are one', async () => {
  const both = await Promise.all([
    maryam.post('/account/my-data/erasure', { understood: 'yes' }),
    maryam.post('/account/my-data/erasure', { understood: 'yes' })
  ])
  assert.deepEqual(
    both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
    [303, 409]
  )
  await maryam.post('/account/my-data/erasure/cancellation')
})

test('a fourth copy in a day is refused', async () => {
  await maryam.signInAs('maryam-rezaei')
  for (const status of [303, 303, 429]) {
    assert.equal((await maryam.post('/account/my-data/exports')).statusCode, status)
    await turn()
  }
})

test('a copy goes when its time is over', async () => {
  server.clock.advance('PT192H')
  await turn()
  await maryam.signInAs('maryam-rezaei')
  const { items } = (await maryam.get('/api/v1/me/data-exports')).json<{ items: Copy[] }>()
  assert.equal(items[0]?.state, 'expired')
})
