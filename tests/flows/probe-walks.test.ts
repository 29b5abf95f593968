// Goal: a probe goes the way of an applicant and of a reader through the real desk, and tells where it
// ends. Method: the agent's own looks at the whole desk over HTTP.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { damageAnswers, pdf } from '../support/desk.ts'
import { lookAtCheck } from '../support/probe-target.ts'
import { startTestServer } from '../support/server.ts'

const { origin } = await startTestServer()
const long = { timeoutMs: 60_000 }
const menu = await (await fetch(`${origin}/services`)).text()
const services = [
  ...new Set([...menu.matchAll(/href="\/services\/(\d{8})"/g)].map(([, code]) => code ?? ''))
]

async function signedIn(key: string): Promise<Record<string, string>> {
  const page = await fetch(`${origin}/sign-in`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const cookies = (response: Response) =>
    response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  const signed = await fetch(`${origin}/sign-in/demonstration`, {
    method: 'POST',
    headers: { cookie: cookies(page).join('; ') },
    body: new URLSearchParams({ person: key, next: '/', _csrf: csrf }),
    redirect: 'manual'
  })
  const all = [...cookies(page), ...cookies(signed).filter((each) => !each.endsWith('='))]
  return { cookie: all.join('; '), 'x-csrf-token': csrf }
}

async function trackingCode(): Promise<string> {
  const response = await fetch(`${origin}/api/v1/cases`, {
    method: 'POST',
    headers: { ...(await signedIn('maryam-rezaei')), 'content-type': 'application/json' },
    body: JSON.stringify({
      service: '10021006',
      answers: damageAnswers,
      files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }],
      submissionKey: randomUUID()
    })
  })
  const filed = (await response.json()) as { code?: string }
  assert.ok(filed.code !== undefined, JSON.stringify(filed))
  return filed.code
}

describe('a journey through the desk', () => {
  test('leads from the front page to the form and the case', async () => {
    const code = await trackingCode()
    const journey = { kind: 'journey', origin, service: '10021006', trackingCode: code }
    assert.deepEqual((await lookAtCheck(journey, long)).detail, null)
    const short = { kind: 'journey', origin }
    assert.equal((await lookAtCheck(short, long)).ok, true)
  })

  test('tells the step at which it ends', async () => {
    const unknown = await lookAtCheck({ kind: 'journey', origin, service: '99999999' }, long)
    assert.equal(unknown.reason, 'journey')
    assert.match(unknown.detail ?? '', /no list of services has 99999999/)
    const lost = { kind: 'journey', origin, trackingCode: 'AAAA-AAAA-AAAA' }
    assert.match((await lookAtCheck(lost, long)).detail ?? '', /^follow a case: status: \/track/)
  })
})

describe('a walk through the menu', () => {
  test('reaches every card with its process, form and approver', async () => {
    assert.ok(services.length > 5)
    const walk = await lookAtCheck({ kind: 'menu', origin, menu: '/services', services }, long)
    assert.deepEqual(walk.found, { reached: services.length, missing: [] })
  })

  test('names what cannot be reached, and a menu that nothing leads to', async () => {
    const asked = [...services.slice(0, 2), '99999999']
    const walk = await lookAtCheck(
      { kind: 'menu', origin, menu: '/services', services: asked },
      long
    )
    assert.deepEqual([walk.reason, walk.found], ['menu', { reached: 2, missing: ['99999999'] }])
    const none = await lookAtCheck({ kind: 'menu', origin, menu: '/no-menu', services }, long)
    assert.deepEqual([none.reason, none.found], ['menu', undefined])
  })
})
