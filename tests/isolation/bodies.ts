import type { TestServer } from '../support/server.ts'
import type { Target } from './target.ts'
import { sampleBody } from './sample-body.ts'

/** What a request sends besides its address. */
export interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | Buffer | undefined
  /** Behind the address. */
  readonly query: string
}

/** Who sends it, about what: the body that they work for, and what their forms carry. */
export interface Sender {
  readonly authority: string
  readonly csrf: string
  readonly target: Target
}

const words = { 'words.fa': 'آزمایش', 'words.en': 'A trial' }
const from = { 'from.date': '۱۴۰۵/۰۹/۲۰', 'from.time': '۰۸:۰۰' }
const to = { 'to.date': '۱۴۰۵/۰۹/۲۰', 'to.time': '۱۰:۰۰' }

// What the forms of pages ask for, by name: each page takes its own and leaves the rest.
const common: Readonly<Record<string, string>> = {
  ...words,
  ...from,
  ...to,
  words: 'بررسی می‌کنیم.',
  reason: 'برای آزمایش این راه',
  state: 'open',
  text: 'آزمون',
  outcome: 'refused',
  step: 'review',
  to: 'citizen-services',
  unit: 'it',
  confirm: 'yes',
  act: 'confirm',
  approved: 'yes',
  because: 'not-needed',
  cause: 'software',
  overlapHours: '24',
  causedBy: 'applicant',
  policy: 'resume',
  understood: 'yes'
}

const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /desk/outages/:id/corrections': { reason: 'wrong-cause', cause: 'power' },
  'POST /desk/planned/:id/parts': { parts: 'service:18051003' },
  'POST /desk/probes/:authority/hosts': { address: 'https://new.example.ir' },
  'POST /operator/authorities/:authority/hosts': { address: 'https://newer.example.ir' }
}

const jsons: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'PUT /api/v1/drafts/:id': { service: '10021001' },
  'POST /api/v1/cases/:id/documents': {
    document: 'damage-photos',
    file: { name: 'a.pdf', content: 'JVBERi0xLjcK' }
  }
}

/** Something that a route takes, so that it comes to its check and not to what was typed. */
export function bodyOf(
  server: TestServer,
  route: { readonly method: string; readonly url: string },
  sender: Sender
): Sent {
  const { method, url } = route
  const query = queryOf(route, sender)
  if (method === 'GET') return { headers: {}, payload: undefined, query }
  if (/^\/api\/v1\/uploads\/:id$/.test(url)) return { ...uploaded(method), query }
  if (method === 'PUT' && /\/letters\/:id/.test(url)) return { ...sealed, query }
  if (method === 'DELETE') return { headers: {}, payload: undefined, query }
  if (url.startsWith('/api/')) {
    const named = {
      authority: sender.authority,
      ...sender.target.more,
      ...ofLetters,
      ...jsons[`${method} ${url}`]
    }
    const json = sampleBody(server, route, named)
    const payload = JSON.stringify(json)
    return { headers: { 'content-type': 'application/json' }, payload, query }
  }
  const { authority, csrf, target } = sender
  const own = forms[`${method} ${url}`] ?? {}
  const payload = new URLSearchParams({
    ...{ _csrf: csrf, authority, document: target.more['document'] ?? '' },
    ...common,
    ...own
  }).toString()
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload, query }
}

// Any 32 bytes, in base64: as a token, a key or a hash of a letter.
const bytes = `${'A'.repeat(43)}=`
const ofLetters = {
  ...{ token: bytes, recipientKey: bytes, sha256: bytes, tokenHash: bytes },
  content: 'c2VhbGVk',
  handle: 'a'.repeat(64)
}

const sealed = {
  headers: { 'content-type': 'application/octet-stream' },
  payload: Buffer.from('sealed')
}

/** Some operations name the body in the question. */
function queryOf(
  { method, url }: { readonly method: string; readonly url: string },
  { authority, target }: Sender
): string {
  const { query } = target.more
  if (method === 'PUT' && query !== undefined) {
    const told = new URLSearchParams(query)
    // Sealed anew, it says less: who it is from and to stays.
    if (/\/(?:content|approval)$/.test(url))
      for (const name of ['lane', 'sender', 'recipient', 'sentAt']) told.delete(name)
    return `?${told.toString()}`
  }
  if (url.endsWith('/delegations/offers/:id')) return `?grantor=${target.more['grantor'] ?? ''}`
  return /^\/api\/v1\/(?:probe-targets|portal-hosts|vantage-points)\//.test(url)
    ? `?authority=${authority}`
    : ''
}

function uploaded(method: string): Pick<Sent, 'headers' | 'payload'> {
  const headers = { 'tus-resumable': '1.0.0' }
  if (method !== 'PATCH') return { headers, payload: undefined }
  const type = 'application/offset+octet-stream'
  return {
    headers: { ...headers, 'upload-offset': '0', 'content-type': type },
    payload: Buffer.from('%PDF-1.7\n')
  }
}
