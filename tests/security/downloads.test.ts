// Goal: a name that somebody gave a file leads nowhere and begins nothing, on its whole way from the upload to the
// download. Method: hostile names over real HTTP, and the copy of one's data.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { damageAnswers, pdf } from '../support/desk.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const citizen = await Visitor.as(server, 'maryam-rezaei')
const content = Buffer.from(pdf()).toString('base64')
const names = [
  '../../../etc/passwd.pdf',
  '..\\..\\windows\\win.pdf',
  'a\r\nSet-Cookie: evil=1\r\n\r\n<script>.pdf',
  'a"; filename="evil.exe".pdf',
  'invoice\u202efdp.pdf',
  '/etc/cron.d/x.pdf',
  `${'ن'.repeat(250)}.pdf`,
  "it's (1)*.pdf"
]

test('a name of a document begins no header and leaves no folder', async () => {
  const scripts = await citizen.scripts()
  for (const name of names) {
    const filed = await scripts.post<{ case: string }>('/cases', {
      service: '10021006',
      answers: damageAnswers,
      files: [{ document: 'damage-photos', name, content }]
    })
    assert.ok([201, 422].includes(filed.status), `${name}: ${String(filed.status)}`)
    if (filed.status === 422) continue
    const { body } = await scripts.get<{ documents: { id: string }[] }>(`/cases/${filed.body.case}`)
    const [document] = body.documents
    assert.ok(document, name)
    const link = await citizen.get(`/api/v1/cases/${filed.body.case}/documents/${document.id}`)
    const file = await citizen.get(link.location)
    assert.equal(file.status, 200, name)
    assertPlain(name, file.headers)
  }
})

function assertPlain(name: string, headers: Headers): void {
  const disposition = headers.get('content-disposition') ?? ''
  const [, encoded = ''] =
    /^attachment; filename="document\.pdf"; filename\*=UTF-8''([A-Za-z0-9%._~!-]+)$/.exec(
      disposition
    ) ?? []
  assert.notEqual(encoded, '', `${name}: ${disposition}`)
  assert.doesNotMatch(decodeURIComponent(encoded), /[/\\\r\n"<>:*?|\u202a-\u202e]/)
  assert.deepEqual(headers.getSetCookie(), [])
  assert.match(headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal(headers.get('content-type'), 'application/pdf')
}

test('no name of a route or of a file in an address leaves its folder', async () => {
  for (const path of [
    '/assets/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/....//package.json.css',
    '/log/../signer/keys',
    '/log/%2e%2e/signer/keys',
    '/log/..%2f..%2fsigner',
    '/schemas/..%2f..%2fpackage.json',
    '/agreements/..%2fSK/1405.yaml',
    '/.env',
    '/.git/HEAD',
    '/package.json'
  ]) {
    const { status, text } = await citizen.get(path)
    assert.ok(status >= 300 && status < 500, `${path}: ${String(status)}`)
    assert.doesNotMatch(text, /"dependencies"|PRIVATE|ref: refs/, path)
  }
})
