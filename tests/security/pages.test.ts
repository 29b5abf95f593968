// Goal: no page can be made to run, frame or keep what it should not. Method: every page route of a running
// server, as nobody and as four people, and whatever their pages link to; each answer is held to the same rules.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, routesOf } from '../support/routes.ts'
import { startTestServer } from '../support/server.ts'
import { type SeenPage, Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const people = {
  nobody: new Visitor(server),
  citizen: await Visitor.as(server, 'maryam-rezaei'),
  officer: await Visitor.as(server, 'leila-arab'),
  administrator: await Visitor.as(server, 'vahid-rostami'),
  operator: await Visitor.as(server, 'omid-tavakoli')
}
const pagesMax = 120
const pageRoutes = routesOf(server.app).filter(
  ({ method, url }) => method === 'GET' && !/^\/(assets|api\/v1)\//.test(url)
)

test('the routes of pages were found', () => {
  assert.ok(pageRoutes.length > 150, String(pageRoutes.length))
})

for (const [name, visitor] of Object.entries(people)) {
  test(`every page is closed to foreign content, as ${name}`, async () => {
    for (const route of pageRoutes) {
      const path = addressOf(route, '1')
      assertSafe(`${name} ${path}`, await visitor.get(path), name)
    }
  })

  test(`what the pages of ${name} link to is closed too`, async () => {
    const waiting = ['/', '/account', '/desk', '/cases', '/operator']
    const seen = new Set(waiting)
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const page = await visitor.get(path)
      assertSafe(`${name} ${path}`, page, name)
      for (const [, href = ''] of page.text.matchAll(/<a [^>]*?href="(\/[^"#?]*)["?#]/g)) {
        if (seen.has(href) || seen.size >= pagesMax || href.startsWith('/en')) continue
        seen.add(href)
        waiting.push(href)
      }
    }
    assert.ok(seen.size > 20, `${String(seen.size)} pages`)
  })
}

function assertSafe(at: string, page: SeenPage, reader: string): void {
  const { headers, status, text } = page
  assert.ok(status < 500, `${at}: ${String(status)}`)
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/, at)
  // The reader of letters names each of its scripts by its whole address, on this site.
  const own = new RegExp(`(?<=script-src [^;]*)${server.origin}/assets/[^\\s;]+`, 'g')
  const foreign = policy.replace(own, '')
  assert.doesNotMatch(foreign, /unsafe-|\*|https?:/, at)
  assert.equal(headers.get('x-content-type-options'), 'nosniff', at)
  assert.equal(headers.get('referrer-policy') === null, false, at)
  const type = headers.get('content-type') ?? ''
  if (text !== '') assert.notEqual(type, '', `${at} says no type`)
  if (/^text\/|xml\b/.test(type)) assert.match(type, /charset=utf-8/i, at)
  assertOrigins(at, headers)
  for (const line of headers.getSetCookie()) {
    assert.match(line, /; HttpOnly/, at)
    assert.match(line, /; SameSite=Lax/, at)
    assert.match(line, /; Path=\//, at)
    assert.doesNotMatch(line, /; Domain=/, at)
  }
  if (reader !== 'nobody' && !isForEveryone(headers))
    assert.match(headers.get('cache-control') ?? '', /no-store/, at)
  const isSaved = headers.get('content-disposition')?.startsWith('attachment') === true
  if (type.startsWith('text/html') && !isSaved) assertNothingInline(at, page)
}

/** Other sites may read what is public anyway, and nothing that belongs to a reader. */
function assertOrigins(at: string, headers: Headers): void {
  const allowed = headers.get('access-control-allow-origin')
  assert.ok(allowed === null || allowed === '*', at)
  assert.equal(headers.get('access-control-allow-credentials'), null, at)
}

function isForEveryone(headers: Headers): boolean {
  return (
    headers.get('access-control-allow-origin') === '*' ||
    /public/.test(headers.get('cache-control') ?? '')
  )
}

function assertNothingInline(at: string, { text, headers }: SeenPage): void {
  assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, at)
  assert.match(headers.get('content-security-policy') ?? '', /form-action|sandbox/, at)
  const tags = text.replaceAll(/<!--.*?-->/gs, '').matchAll(/<[a-z][^>]*>/gi)
  for (const [tag] of tags) {
    assert.doesNotMatch(tag, /\s(style|on[a-z]+)\s*=\s*["']/i, `${at}: ${tag}`)
    assert.doesNotMatch(tag, /^<(style|iframe|object|embed|base)\b/i, `${at}: ${tag}`)
    assert.doesNotMatch(tag, /(href|src|action)\s*=\s*["']?\s*(javascript|vbscript|data:text)/i, at)
    if (/^<script\b/i.test(tag))
      assert.match(tag, /\ssrc="\/assets\/|\stype="application\/(ld\+)?json"/, `${at}: ${tag}`)
    if (/target="_blank"/.test(tag)) assert.match(tag, /rel="[^"]*noopener/, `${at}: ${tag}`)
  }
}
