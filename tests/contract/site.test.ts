// Goal: every public page is light, safe to show and found by robots. Method: each page of a running
// server, as a browser gets it. Sizes are counted, no time is taken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { startTestServer } from '../support/server.ts'

const sourceUrl = 'https://code.example/desk'
const server = await startTestServer(undefined, { sourceUrl })
const kilobyte = 1000
const pageBytesMax = 60 * kilobyte

const publicPaths = [
  '/',
  '/services',
  '/services?by=life-event',
  '/services?q=مجوز',
  '/services/10021006',
  '/services/10021006/process',
  '/services/10021006/forms',
  '/services/10021006/approver',
  '/services/10021006/versions',
  '/services/10021006/versions/1',
  '/services/18051003',
  '/agreements',
  '/agreements/SK',
  '/agreements/SK/1405',
  '/agreements/PI',
  '/agreements/PI/1405',
  '/agreements/SK/versions',
  '/agreements/SK/compare?from=1398&to=1405',
  '/agreements/SK/clauses/SK-5.4a',
  '/promises',
  '/promises?by=service',
  '/promises/formulas',
  '/status',
  '/verify',
  '/track',
  '/track?code=0',
  '/about',
  '/security',
  '/api',
  '/sign-in',
  '/nothing-here'
]
const pages = publicPaths.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`])

interface Sent {
  readonly status: number
  readonly headers: Headers
  readonly wireBytes: number
  readonly text: string
}

/** As a browser asks for it; the bytes are those on the wire. */
async function fetched(path: string): Promise<Sent> {
  const response = await server.app.inject({
    method: 'GET',
    url: encodeURI(path),
    headers: { 'accept-encoding': 'br', accept: 'text/html' }
  })
  const isBrotli = response.headers['content-encoding'] === 'br'
  const body = response.rawPayload
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value))
  return {
    status: response.statusCode,
    headers,
    wireBytes: body.length,
    text: (isBrotli ? brotliDecompressSync(body) : body).toString()
  }
}

const sent = new Map<string, Sent>()
for (const path of pages) sent.set(path, await fetched(path))

test('every public page answers', () => {
  for (const [path, { status }] of sent) {
    assert.equal(
      status,
      path.endsWith('nothing-here') ? 404 : path.endsWith('=0') ? 422 : 200,
      path
    )
  }
})

test('every public page is under 60 kB compressed, with its styles', async () => {
  const styles = new Map<string, number>()
  for (const [path, { text, wireBytes }] of sent) {
    let bytes = wireBytes
    for (const [, href = ''] of text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      if (!styles.has(href)) styles.set(href, (await fetched(href)).wireBytes)
      bytes += styles.get(href) ?? 0
    }
    assert.ok(bytes < pageBytesMax, `${path}: ${String(bytes)} bytes`)
  }
  assert.ok(styles.size > 0, 'the pages have styles')
})

test('the scripts of a page are small, and a page needs none', async () => {
  for (const [path, { text }] of sent) {
    let bytes = 0
    for (const [, src = ''] of text.matchAll(/<script[^>]* src="([^"]+)"/g)) {
      bytes += (await fetched(src)).wireBytes
    }
    assert.ok(bytes < 40 * kilobyte, `${path}: ${String(bytes)} bytes of scripts`)
    assert.match(text, /<h1/, path)
  }
})

test('every page has the headers that keep it safe', () => {
  for (const [path, { headers, text }] of sent) {
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/, path)
    assert.match(policy, /frame-ancestors 'none'/, path)
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.ok(headers.get('x-frame-options'), path)
    assert.equal(headers.get('referrer-policy'), 'same-origin', path)
    assert.equal(headers.get('x-powered-by'), null, path)
    assert.equal(headers.get('server'), null, path)
    assert.equal(headers.get('set-cookie')?.includes('SameSite=Lax') ?? true, true, path)
    assert.equal(headers.get('set-cookie')?.includes('HttpOnly') ?? true, true, path)
    // What such a policy would stop anyway must not be there.
    assert.doesNotMatch(text, /\sstyle="|\son[a-z]+="|<style|<script>/, path)
    assert.doesNotMatch(
      text,
      /(src|href|action)="https?:\/\/(?!localhost)[^"]*\.(js|css|woff2?|png)"/,
      path
    )
  }
})

test('every page says its language and direction, and is useful without its styles', () => {
  for (const [path, { text }] of sent) {
    const isEnglish = /^\/en(\/|\?|$)/.test(path)
    assert.match(text, isEnglish ? /<html lang="en" dir="ltr"/ : /<html lang="fa" dir="rtl"/, path)
    assert.match(text, /<title>[^<]{3,}<\/title>/, path)
    assert.match(text, /<meta name="viewport"/, path)
    assert.match(text, /<main/, path)
  }
})

test('built assets are kept by browsers, and nothing else of the disk is served', async () => {
  const styles = /<link rel="stylesheet" href="([^"]+)"/.exec(sent.get('/')?.text ?? '')?.[1] ?? ''
  const { headers } = await fetched(styles)
  assert.match(headers.get('cache-control') ?? '', /immutable/)
  assert.equal(headers.get('content-encoding'), 'br')
  for (const path of ['/assets/../package.json', '/assets/%2e%2e/package.json', '/assets/.env']) {
    assert.equal((await server.app.inject({ method: 'GET', url: path })).statusCode, 404, path)
  }
})

test('health is told to whoever watches', async () => {
  assert.deepEqual(JSON.parse((await fetched('/healthz')).text), { status: 'ok' })
  assert.deepEqual(JSON.parse((await fetched('/readyz')).text), { status: 'ok' })
})

test('robots.txt keeps robots from people’s pages and names the sitemap', async () => {
  const { text, headers } = await fetched('/robots.txt')
  assert.match(headers.get('content-type') ?? '', /^text\/plain/)
  for (const path of [
    '/desk',
    '/cases',
    '/drafts',
    '/account',
    '/mailbox',
    '/en/desk',
    '/en/cases'
  ]) {
    assert.ok(text.includes(`Disallow: ${path}\n`), path)
  }
  assert.ok(text.includes(`Sitemap: ${server.origin}/sitemap.xml`))
})

test('the sitemap names every service and agreement in both languages, and each answers', async () => {
  const { text, headers } = await fetched('/sitemap.xml')
  assert.match(headers.get('content-type') ?? '', /^application\/xml/)
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
  const paths = addresses.map((address) => address.slice(server.origin.length) || '/')
  assert.equal(paths.filter((path) => /^\/services\/\d+$/.test(path)).length, 13)
  assert.equal(paths.filter((path) => /^\/en\/services\/\d+$/.test(path)).length, 13)
  const named = ['/', '/en', '/agreements/SK', '/en/agreements/PI', '/verify/letter', '/alerts']
  for (const path of [...named, '/data-policy', '/log/directory', '/letters/reader-code']) {
    assert.ok(paths.includes(path), path)
  }
  for (const path of paths) assert.equal((await fetched(path)).status, 200, path)
})

test('security.txt says whom to tell, and for how long that holds', async () => {
  const { text, headers } = await fetched('/.well-known/security.txt')
  assert.match(headers.get('content-type') ?? '', /^text\/plain/)
  const expires = Temporal.Instant.from(/^Expires: (.+)$/m.exec(text)?.[1] ?? '')
  const hours = server.clock.now().until(expires).total('hours')
  assert.ok(hours > 0 && hours < 366 * 24)
  assert.match(text, /^Contact: https?:\/\//m)
  assert.match(text, /^Canonical: https?:\/\/\S+\/\.well-known\/security\.txt$/m)
})

test('the page about the program leads to its source, as its licence asks', async () => {
  for (const path of ['/about', '/en/about']) {
    assert.match((await fetched(path)).text, new RegExp(`href="${sourceUrl}"`), path)
  }
})
