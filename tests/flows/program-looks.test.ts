// Goal: a citizen reads which program looked at a case, and nothing of its key. Method: real HTTP, a key
// that reads a case, and the pages and the API of the person whose case it is.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createApiKey } from '../../src/people/index.ts'
import { deskServer } from '../support/desk-server.ts'
import { damageAnswers, pdf } from '../support/desk.ts'

const desk = await deskServer()
const citizen = await desk.signIn('maryam-rezaei')

async function fileCase(): Promise<string> {
  const response = await fetch(`${desk.origin}/api/v1/cases`, {
    method: 'POST',
    headers: { ...citizen.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      service: '10021006',
      answers: damageAnswers,
      files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }],
      submissionKey: randomUUID()
    })
  })
  return ((await response.json()) as { case: string }).case
}

test('who looked is the program by its label, in the page and in the API', async () => {
  const id = await fileCase()
  const { key, text } = await createApiKey(desk.context, {
    authority: 'sko',
    role: 'officer',
    label: 'بایگانی استان',
    live: true
  })
  const read = await fetch(`${desk.origin}/api/v1/cases/${id}`, {
    headers: { authorization: `Bearer ${text}` }
  })
  assert.equal(read.status, 200)
  const page = await (await fetch(`${desk.origin}/cases/${id}`, citizen)).text()
  assert.match(page, /برنامه بایگانی استان، با کلید/)
  const english = await (await fetch(`${desk.origin}/en/cases/${id}`, citizen)).text()
  assert.match(english, /The program بایگانی استان, by its key/)
  const hash = createHash('sha256').update(text).digest('hex')
  for (const body of [page, english]) assert.ok(!body.includes(hash))
  const own = (await (await fetch(`${desk.origin}/api/v1/cases/${id}`, citizen)).json()) as {
    lookedAt: { by: string; name: { fa: string } | null }[]
  }
  assert.deepEqual(
    own.lookedAt.map(({ by, name }) => [by, name?.fa]),
    [[key.id, 'برنامه بایگانی استان، با کلید']]
  )
})
