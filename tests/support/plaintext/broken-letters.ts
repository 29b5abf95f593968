import assert from 'node:assert/strict'
import { systemClock } from '../../../src/platform/index.ts'
import type { ApiClient } from '../api-client.ts'
import type { Exchange } from './letter-load.ts'
import { fullLetter, seal } from './written-letter.ts'

/** Requests that go wrong, with sealed bytes in every place where they do not belong. */
export async function sendBroken({
  citizen,
  officer,
  home,
  unit,
  fragments
}: Exchange): Promise<void> {
  const letter = {
    id: crypto.randomUUID(),
    sentAt: systemClock.now().toString(),
    ...fullLetter(fragments)
  }
  const { content, ...envelope } = await seal(home, unit, letter)
  const whole = { ...envelope, content, recipient: { mailbox: unit.id } }
  const bytes = Buffer.from(content, 'base64')
  const piece = encodeURIComponent(content.slice(0, 1500))
  const json = { 'content-type': 'application/json' }
  const octets = { 'content-type': 'application/octet-stream' }
  const tries: [ApiClient, string, string, RequestInit][] = [
    [citizen, 'POST', '/letters', { headers: json, body: JSON.stringify(whole).slice(0, -40) }],
    [
      citizen,
      'POST',
      '/letters',
      { headers: json, body: JSON.stringify({ ...whole, id: content }) }
    ],
    [
      citizen,
      'POST',
      '/letters',
      { headers: json, body: JSON.stringify({ ...whole, lane: content }) }
    ],
    [
      citizen,
      'POST',
      '/letters',
      { headers: json, body: JSON.stringify({ ...whole, sizeClass: 1 }) }
    ],
    [citizen, 'POST', '/letters', { headers: octets, body: bytes }],
    [
      citizen,
      'POST',
      '/letters',
      { headers: { 'content-type': 'multipart/form-data' }, body: bytes }
    ],
    [citizen, 'PUT', `/letters/${piece}`, { headers: octets, body: bytes }],
    [citizen, 'PUT', `/letters/${letter.id}?sha256=${piece}`, { headers: octets, body: bytes }],
    [
      officer,
      'PUT',
      `/letters/${letter.id}`,
      {
        headers: { ...octets, 'peyman-recipient': `national-id:${content.slice(0, 900)}` },
        body: bytes
      }
    ],
    [
      officer,
      'POST',
      '/letter-batches',
      {
        headers: { 'content-type': 'application/x-ndjson' },
        body: `${JSON.stringify(whole)}\n${content}\n\0${JSON.stringify(whole)}`
      }
    ],
    [
      citizen,
      'POST',
      `/letters/${letter.id}/opening`,
      { headers: json, body: JSON.stringify({ token: content, note: content }) }
    ],
    [
      officer,
      'POST',
      `/letters/${letter.id}/withdrawal`,
      { headers: json, body: JSON.stringify({ reason: `\0${content.slice(0, 500)}` }) }
    ],
    [citizen, 'GET', `/letters?mailbox=${piece}`, {}],
    [citizen, 'GET', `/letters?mailbox=${home.id}&before=${piece}`, {}]
  ]
  for (const [client, method, path, init] of tries) {
    const answer = await client.raw(method, path, init)
    await answer.arrayBuffer()
    const isBatch = path === '/letter-batches'
    assert.ok(isBatch || answer.status >= 400, `${method} ${path.slice(0, 60)}`)
  }
}
