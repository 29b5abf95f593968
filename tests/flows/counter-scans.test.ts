// Goal: what a clerk scanned for somebody else can be read afterwards, byte by byte, by whom it is for. Method: a
// running desk with its row security; a program of a counter sends a scan as an upload, a program of the unit reads it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createApiKey } from '../../src/people/index.ts'
import { type Tx, inTransaction, withScope } from '../../src/platform/index.ts'
import { damageAnswers, jpeg } from '../support/desk.ts'
import { startTestServer } from '../support/server.ts'

const { context, origin } = await startTestServer()
const unit = { authority: 'sko', unit: 'civil-affairs' }

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

async function asKey(role: 'clerk' | 'officer') {
  const { text } = await createApiKey(context, { ...unit, role, label: 'پیشخوان', live: true })
  return (path: string, { headers: own, ...init }: Init = {}) => {
    const headers = { authorization: `Bearer ${text}`, ...own }
    return fetch(`${origin}/api/v1${path}`, { ...init, headers })
  }
}
const [clerk, officer] = [await asKey('clerk'), await asKey('officer')]
const words = (said: Readonly<Record<string, string>>) =>
  Object.entries(said)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

const scan = jpeg(2_500_000)
let address: string

async function readsAsSent(): Promise<boolean> {
  const read = await officer(address)
  assert.equal(read.status, 200)
  return Buffer.from(await read.arrayBuffer()).equals(scan)
}

test('a scan that a clerk sent is read by the unit as it was sent', async () => {
  const sent = await clerk('/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(scan.length),
      'upload-metadata': words({ service: '10021006', document: 'damage-photos', name: 'a.jpg' }),
      'content-type': 'application/offset+octet-stream'
    },
    body: scan
  })
  assert.equal(sent.status, 201)
  const upload = sent.headers.get('location')?.split('/').at(-1)
  const filed = await clerk('/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ service: '10021006', answers: damageAnswers, channel: 'in-person' },
      applicant: { kind: 'person', name: 'علی نمونه' },
      uploads: [{ document: 'damage-photos', upload }]
    })
  })
  assert.equal(filed.status, 201)
  const { case: id } = (await filed.json()) as { case: string }
  address = `/cases/${id}/documents/${upload ?? ''}`
  assert.ok(await readsAsSent())
})

test('scans that stayed behind are brought back, and bytes of nobody go', async () => {
  const migration = join(import.meta.dirname, '../../migrations/000041-bytes-of-scans.sql')
  const repair = await readFile(migration, 'utf8')
  await inScope(async (tx) => {
    await sql`update file_chunks set bucket = (bucket + 1) % 4096`.execute(tx)
    await sql`
      insert into file_chunks (bucket, file_id, from_byte, content, data_type)
      select bucket, ${crypto.randomUUID()}, from_byte, content, data_type from file_chunks`.execute(
      tx
    )
    for (const statement of repair.split(/;$/m)) await sql.raw(statement).execute(tx)
  })
  assert.ok(await readsAsSent())
  assert.deepEqual(await strayFiles(), [])
})

test('nothing is left of an upload that is given up, or refused when it has ended', async () => {
  const bytes = Buffer.from('this is no picture')
  const send = (name: string, content: Buffer) =>
    clerk('/uploads', {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(content.length),
        'upload-metadata': words({ service: '10021006', document: 'damage-photos', name }),
        'content-type': 'application/offset+octet-stream'
      },
      body: new Uint8Array(content)
    })
  const whole = await send('a.jpg', jpeg())
  const upload = whole.headers.get('location')?.split('/').at(-1) ?? ''
  const gone = await clerk(`/uploads/${upload}`, {
    method: 'DELETE',
    headers: { 'tus-resumable': '1.0.0' }
  })
  assert.equal(gone.status, 204)
  assert.equal((await send('b.jpg', bytes)).status, 415)
  assert.deepEqual(await strayFiles(), [])
})

function inScope(work: (tx: Tx) => Promise<void>): Promise<void> {
  return withScope('system', () => inTransaction(context.db, work))
}

/** Ids of files of which there are bytes, and neither an upload nor a document. */
function strayFiles(): Promise<string[]> {
  return withScope('system', async () => {
    const found = await sql<{ id: string }>`
      select distinct file_id as id from file_chunks c
      where not exists (select 1 from uploads u where u.bucket = c.bucket and u.id = c.file_id)
        and not exists (select 1 from case_documents d where d.bucket = c.bucket and d.id = c.file_id)`.execute(
      context.db
    )
    return found.rows.map(({ id }) => id)
  })
}
