import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../tests/support/database.ts'
import { edgeServer } from '../../../tests/support/edge-server.ts'
import { csrfField, html, layout } from '../html/index.ts'
import { Refusal } from '../index.ts'
import { partsOf } from './form-parts.ts'
import { page, redirect } from './page.ts'
import { SignInRequiredError } from './request.ts'

class NotTodayError extends Refusal {
  readonly code = 'test/not-today'
  override readonly status = 422
  constructor() {
    super({ fa: 'امروز نه', en: 'Not today' })
  }
}

const { db } = await testDatabase()
const { app } = await edgeServer({ db })
const sent: unknown[] = []

page(app, { method: 'get', path: '/things' }, ({ view }) =>
  layout(view, { title: view.lang === 'fa' ? 'چیزها' : 'Things', body: html`<p>${'<b>'}</p>` })
)
page(app, { method: 'get', path: '/things/new' }, ({ view }) =>
  layout(view, { title: 'New', body: html`<form method="post">${csrfField(view)}</form>` })
)
page(app, { method: 'post', path: '/things' }, (p) => {
  sent.push(p.request.body)
  return redirect(p, '/things', { kind: 'success', text: 'ثبت شد' })
})
const received: [string, number][] = []
page(app, { method: 'post', path: '/files' }, async (p) => {
  for await (const part of partsOf(p.request)) {
    if (part.type === 'field') received.push([part.fieldname, String(part.value).length])
    else {
      let bytes = 0
      for await (const chunk of part.file) bytes += (chunk as Buffer).length
      received.push([part.fieldname, bytes])
    }
  }
  return redirect(p, '/things')
})
page(app, { method: 'get', path: '/refused' }, () => {
  throw new NotTodayError()
})
page(app, { method: 'post', path: '/mine' }, () => {
  throw new SignInRequiredError()
})
page(app, { method: 'get', path: '/mine' }, () => {
  throw new SignInRequiredError()
})

interface Asked {
  readonly url: string
  readonly cookie?: string
  readonly fields?: Record<string, string>
}

async function ask({ url, cookie = '', fields }: Asked) {
  const answer = await app.inject({
    method: fields === undefined ? 'GET' : 'POST',
    url,
    headers: {
      cookie,
      ...(fields && { 'content-type': 'application/x-www-form-urlencoded' })
    },
    ...(fields && { payload: new URLSearchParams(fields).toString() })
  })
  return {
    status: answer.statusCode,
    body: answer.body,
    location: answer.headers.location,
    cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  }
}

async function newForm(cookie = '') {
  const { body, cookie: set } = await ask({ url: '/things/new', cookie })
  return { token: /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '', cookie: set || cookie }
}

test('page answers in Persian, and below /en in English, and escapes what it shows', async () => {
  const [fa, en] = [await ask({ url: '/things' }), await ask({ url: '/en/things' })]
  assert.match(fa.body, /<html[^>]* lang="fa"[^>]* dir="rtl"|<html[^>]* dir="rtl"[^>]* lang="fa"/)
  assert.match(fa.body, /چیزها/)
  assert.match(en.body, /<title>Things/)
  assert.match(en.body, /<p>&lt;b&gt;<\/p>/)
})

test('page takes a form with the token of its reader, and no other', async () => {
  const [mine, other] = [await newForm(), await newForm()]
  const url = '/things'
  for (const [cookie, _csrf] of [
    ['', ''],
    ['', mine.token],
    [mine.cookie, ''],
    [mine.cookie, 'forged'],
    [mine.cookie, other.token]
  ]) {
    const { status } = await ask({ url, cookie: cookie!, fields: { _csrf: _csrf!, name: 'x' } })
    assert.equal(status, 403)
  }
  assert.deepEqual(sent, [])
  const fields = { _csrf: mine.token, name: 'نام' }
  assert.equal((await ask({ url, cookie: mine.cookie, fields })).status, 303)
  assert.equal(Reflect.get(Object(sent.at(-1)), 'name'), 'نام')
})

test('a form without its token leads back to where it stood, or to the sign-in and there', async () => {
  const asked = async (url: string, referer?: string) => {
    const { body } = await app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(referer === undefined ? {} : { referer })
      },
      payload: 'name=x'
    })
    assert.match(body, /شناسه خطا|Error id/)
    assert.doesNotMatch(body, /صفحه را تازه|\b[Rr]eload/)
    return [...body.matchAll(/<a class="btn[^>]* href="([^"]+)"/g)].map(([, href]) => href)
  }
  const back = (path: string, prefix = '') => [
    `${prefix}${path}`,
    `${prefix}/sign-in?next=${encodeURIComponent(path)}`
  ]
  const origin = 'http://localhost:3000'
  assert.deepEqual(await asked('/things', `${origin}/things/new?a=1`), back('/things/new?a=1'))
  assert.deepEqual(await asked('/en/things', `${origin}/en/things/new`), back('/things/new', '/en'))
  // Another site, or a page that is none: the address of the form itself.
  assert.deepEqual(await asked('/things', 'https://evil.example/things/new'), back('/things'))
  assert.deepEqual(await asked('/things', `${origin}/nowhere`), back('/things'))
  assert.deepEqual(await asked('/things', 'no address'), back('/things'))
  assert.deepEqual(await asked('/things'), back('/things'))
})

async function sendFiles(parts: readonly [string, string | File][], cookie: string, query = '') {
  const body = new FormData()
  for (const [name, value] of parts) body.append(name, value)
  const form = new Response(body)
  const answer = await app.inject({
    method: 'POST',
    url: `/files${query}`,
    headers: { cookie, 'content-type': form.headers.get('content-type') ?? '' },
    payload: Buffer.from(await form.arrayBuffer())
  })
  return answer.statusCode
}

test('a form with files brings its token first, and nobody finds it in the address', async () => {
  const { token, cookie } = await newForm()
  const file = new File(['x'.repeat(300_000)], 'x.txt')
  const text = ['note', 'n'] as const
  assert.equal(await sendFiles([['_csrf', token], [...text], ['file', file]], cookie), 303)
  assert.deepEqual(received.splice(0), [
    ['note', 1],
    ['file', 300_000]
  ])
  const query = `?_csrf=${encodeURIComponent(token)}`
  assert.equal(await sendFiles([['file', file]], cookie, query), 403)
  assert.equal((await ask({ url: `/things${query}`, cookie, fields: { a: 'b' } })).status, 403)
  assert.equal(
    await sendFiles(
      [
        ['file', file],
        ['_csrf', token]
      ],
      cookie
    ),
    403
  )
  assert.equal(
    await sendFiles(
      [
        ['_csrf', 'forged'],
        ['file', file]
      ],
      cookie
    ),
    403
  )
  assert.deepEqual(received, [], 'no file is read before the token is checked')
})

test('a form with files that is none is the caller’s mistake', async () => {
  const { cookie } = await newForm()
  for (const [type, payload] of [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', '--x\r\nnonsense']
  ] as const) {
    const headers = { cookie, 'content-type': type }
    const answer = await app.inject({ method: 'POST', url: '/files', headers, payload })
    assert.ok([400, 403].includes(answer.statusCode), String(answer.statusCode))
  }
})

test('redirect stays in the language of the page, and its word is shown once', async () => {
  const { token, cookie } = await newForm()
  const moved = await ask({ url: '/en/things', cookie, fields: { _csrf: token } })
  assert.equal(moved.location, '/en/things')
  const shown = await ask({ url: '/en/things', cookie: moved.cookie })
  assert.match(shown.body, /ثبت شد/)
  assert.match(shown.cookie, /flash=$/)
  assert.doesNotMatch((await ask({ url: '/en/things' })).body, /ثبت شد/)
})

test('a page with a token is made for its reader alone', async () => {
  const first = await newForm()
  // Known to the site: nothing new is set, and still it is nobody else's page.
  const again = await newForm(first.cookie)
  const stranger = await newForm()
  assert.ok(stranger.cookie !== '' && stranger.token !== '')
  assert.notEqual(stranger.token, again.token)
})

test('a refusal is a readable page with its status, or a problem for programs', async () => {
  const { status, body } = await ask({ url: '/refused' })
  assert.equal(status, 422)
  assert.match(body, /امروز نه/)
  const problem = await app.inject({ url: '/refused', headers: { accept: 'application/json' } })
  assert.equal(problem.headers['content-type'], 'application/problem+json')
  assert.equal(problem.json<{ code: string }>().code, 'test/not-today')
})

test('whoever has to sign in is led there and back, and loses nothing that was typed', async () => {
  const led = await ask({ url: '/en/mine?tab=2' })
  assert.deepEqual(
    [led.status, led.location],
    [303, `/en/sign-in?next=${encodeURIComponent('/mine?tab=2')}`]
  )
  const { token, cookie } = await newForm()
  const fields = { _csrf: token, story: '"><script>alert(1)</script>' }
  const kept = await ask({ url: '/mine', cookie, fields })
  assert.equal(kept.status, 401)
  assert.match(kept.body, /name="story" value="&quot;&gt;&lt;script&gt;/)
  assert.doesNotMatch(kept.body, /<script>alert/)
})
