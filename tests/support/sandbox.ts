import assert from 'node:assert/strict'
import { type Role, createApiKey } from '../../src/people/index.ts'
import { ApiClient } from './api-client.ts'
import { pdf } from './desk.ts'
import { startTestServer } from './server.ts'

/** The service of the sandbox, and what is filed for it. */
export const sandboxFiling = {
  service: '90000001',
  answers: { subject: 'آزمایش' },
  files: [{ document: 'proof', name: 'a.pdf', content: pdf().toString('base64') }]
}

/** What an answer says, if the operation did what it was asked. */
export async function done<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer
  assert.ok(status < 300, JSON.stringify(body))
  return body
}

/** A desk without a demonstration, and somebody with a test key of its sandbox. */
export async function startSandbox() {
  const server = await startTestServer(undefined, { demo: false })
  const keyFor = async (authority: string, live: boolean, role: Role = 'officer') =>
    (await createApiKey(server.context, { authority, role, label: 'try', live })).text
  const key = await keyFor('sandbox', false)
  const as = (person: string | null, by = key) =>
    new ApiClient(server, {
      authorization: `Bearer ${by}`,
      ...(person === null ? {} : { 'sandbox-person': person })
    })
  return { server, key, keyFor, as }
}

const publicPaths = [
  ...[
    '/',
    '/services',
    '/status',
    '/promises',
    '/notices',
    '/sitemap.xml',
    '/report',
    '/statistics'
  ],
  ...[
    '/status.json',
    '/notices.atom',
    '/outages.ics',
    '/report/recent.atom',
    '/report/recent.json'
  ],
  ...['/open311/v2/requests.json?jurisdiction_id=sko', '/statistics.csv', '/statistics.json'],
  ...['/api/v1/services', '/api/v1/authorities', '/api/v1/notices', '/api/v1/outages'],
  ...['/api/v1/planned-outages', '/api/v1/suspensions', '/api/v1/promises', '/api/v1/statistics'],
  ...['/api/v1/availability', `/services?q=${encodeURIComponent('آزمایشی')}`]
]

/** Holds that nothing of the sandbox stands where the public reads. */
export async function assertHidden(origin: string): Promise<void> {
  for (const path of publicPaths) {
    const text = await (await fetch(origin + path)).text()
    assert.doesNotMatch(text, /sandbox|90000001|دستگاه آزمایشی/i, path)
  }
}
