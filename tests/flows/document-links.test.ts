// Goal: no address that lasts leads to the bytes of a document, and none opens for anybody else
// (PI-5.R1.C5). Method: real HTTP; the links of a case are followed by its applicant, by another person,
// by nobody, and again when they have run out.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { jobs } from '../../src/cases/jobs.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { deskServer } from '../support/desk-server.ts'
import { damageAnswers, pdf } from '../support/desk.ts'

const desk = await deskServer()
const owner = await desk.signIn('maryam-rezaei')
const other = await desk.signIn('zahra-khosravi')
const officer = await desk.signIn('leila-arab')
const bytes = pdf()
type Who = Partial<typeof owner>

function get(path: string, who: Who = {}): Promise<Response> {
  return fetch(`${desk.origin}${path}`, { ...who, redirect: 'manual' })
}

async function fileCase(): Promise<{ id: string; document: string }> {
  const response = await fetch(`${desk.origin}/api/v1/cases`, {
    method: 'POST',
    headers: { ...owner.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      service: '10021006',
      answers: damageAnswers,
      files: [{ document: 'damage-photos', name: 'a.pdf', content: bytes.toString('base64') }],
      submissionKey: randomUUID()
    })
  })
  const { case: id } = (await response.json()) as { case: string }
  const list = (await (await get(`/api/v1/cases/${id}/documents`, owner)).json()) as {
    items: { id: string }[]
  }
  return { id, document: list.items[0]?.id ?? '' }
}

async function linkFor(on: { id: string; document: string }, who: Who): Promise<string> {
  const answer = await get(`/api/v1/cases/${on.id}/documents/${on.document}`, who)
  assert.equal(answer.status, 303)
  assert.equal((await answer.arrayBuffer()).byteLength, 0)
  return answer.headers.get('location') ?? ''
}

test('the bytes come by a link of their reader alone, for ten minutes', async () => {
  const on = await fileCase()
  const link = await linkFor(on, owner)
  const opened = await get(link, owner)
  assert.equal(opened.status, 200)
  assert.deepEqual(Buffer.from(await opened.arrayBuffer()), bytes)
  assert.match(opened.headers.get('cache-control') ?? '', /no-store/)
  assert.equal((await get(link)).status, 401)
  assert.equal((await get(link, other)).status, 404)
  // Whoever may read it takes a link of their own.
  assert.equal((await get(link, officer)).status, 404)
  assert.equal((await get(await linkFor(on, officer), officer)).status, 200)
  desk.clock.advance('PT11M')
  const late = await get(link, owner)
  assert.equal(late.status, 410)
  assert.equal(((await late.json()) as { code: string }).code, 'document-link/expired')
})

test('a link that another tried is told to the applicant', async () => {
  const on = await fileCase()
  await get(await linkFor(on, owner), other)
  // Whoever has the case in hand has a right to the document, though not to this link.
  await get(await linkFor(on, owner), officer)
  const refused = await factsBetween(desk.context.db, { kinds: ['access.refused'] })
  const told = refused.filter(({ subject }) => subject === on.document)
  assert.deepEqual(
    told.map(({ body }) => [body['role'], body['because']]),
    [
      ['applicant', 'link-of-another'],
      ['officer', 'link-of-another']
    ]
  )
})

test('a link that was made up leads nowhere', async () => {
  const on = await fileCase()
  const link = await linkFor(on, owner)
  const forged = `${link.slice(0, -3)}${link.endsWith('AAA') ? 'BBB' : 'AAA'}`
  const none = [forged, '/api/v1/files/x', `/api/v1/files/${on.document}`, `${link}A`]
  for (const path of none) {
    const answer = await get(path, owner)
    assert.equal(answer.status, 404, path)
    if (path.length < 60 && !path.endsWith('/x')) continue
    // Nobody is told to upload anything where documents are only read.
    assert.equal(((await answer.json()) as { code: string }).code, 'document/not-found', path)
  }
})

test('no address on the pages of a case gives anything of it to nobody', async () => {
  const on = await fileCase()
  const name = 'a.pdf'
  const seen = new Set<string>()
  for (const [path, who] of [
    [`/cases/${on.id}`, owner],
    [`/en/cases/${on.id}`, owner],
    [`/cases/${on.id}/documents`, owner],
    [`/desk/cases/${on.id}`, officer]
  ] as const) {
    const text = await (await get(path, who)).text()
    assert.ok(text.includes(name), path)
    for (const [, href = ''] of text.matchAll(/(?:href|src|action)="(\/[^"#]*)"/g)) seen.add(href)
  }
  seen.add(await linkFor(on, owner))
  const own = [...seen].filter((href) => href.includes(on.id) || href.includes('/files/'))
  assert.ok(own.length > 3, own.join(' '))
  for (const href of own) {
    const answer = await get(href.replaceAll('&amp;', '&'))
    const body = Buffer.from(await answer.arrayBuffer())
    assert.ok(!body.includes(bytes.subarray(0, 200)), href)
    assert.ok(!body.includes(name), href)
    // A page leads to the sign-in, a file and an operation refuse.
    const isFile = href.startsWith('/api/')
    if (isFile) assert.ok([401, 404].includes(answer.status), `${href} ${String(answer.status)}`)
    else assert.ok([303, 401, 404].includes(answer.status), `${href} ${String(answer.status)}`)
  }
})

test('a link of days ago is none, and its secret is forgotten', async () => {
  const on = await fileCase()
  const link = await linkFor(on, owner)
  desk.clock.advance('PT96H')
  await jobs.schedule?.find(({ name }) => name === 'cases.links')?.run(desk.context)
  const again = await desk.signIn('maryam-rezaei')
  assert.equal((await get(link, again)).status, 404)
  assert.equal((await get(await linkFor(on, again), again)).status, 200)
})
