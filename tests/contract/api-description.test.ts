// Goal: the API's description is good OpenAPI and says what the server does, no more and no less.
// Method: a public linter with all its rules, and the routes of a running server held against it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import spectral from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { operationGroups, operationSummaries } from '../../src/operation-summaries.ts'
import { ApiClient } from '../support/api-client.ts'
import { startTestServer } from '../support/server.ts'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security: readonly Record<string, string[]>[]
  readonly parameters?: readonly { readonly $ref?: string }[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>
}

interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly responses: Readonly<Record<string, object>> }
}

const server = await startTestServer()
const response = await fetch(`${server.origin}/api/openapi.json`)
const text = await response.text()
const description = JSON.parse(text) as Description
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
)

test('the description is OpenAPI 3.1 and passes a public linter without a word', async () => {
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/)
  assert.match(description.openapi, /^3\.1\./)
  const linter = new spectral.Spectral()
  linter.setRuleset({
    extends: [[rulesets.oas as never, 'all']],
    // The e-mail address of an installation's contact is not something that this program can know.
    rules: { 'contact-properties': 'off' }
  })
  const found = await linter.run(text)
  assert.deepEqual(
    found.map(({ code, path, message }) => `${String(code)} at ${path.join('.')}: ${message}`),
    []
  )
})

test('the description of a large API stays readable for a program on a weak line', () => {
  const bytes = gzipSync(text).length
  const each = bytes / operations.length
  assert.ok(each < 220, `${String(bytes)} bytes compressed, ${String(each)} an operation`)
})

test('every operation has a name of its own, and says how it refuses', () => {
  const names = operations.map(({ operation }) => operation.operationId)
  assert.equal(new Set(names).size, names.length)
  for (const { path, method, operation } of operations) {
    const statuses = Object.keys(operation.responses)
    const at = `${method} ${path}`
    assert.ok(
      statuses.some((status) => /^2\d\d$/.test(status)),
      `${at} has a good answer`
    )
    for (const status of statuses.filter((each) => /^[45]/.test(each))) {
      assert.match(operation.responses[status]?.$ref ?? '', /^#\/components\/responses\//, at)
    }
    const due = ['429', '500', ...(operation.security.length === 0 ? [] : ['401', '403'])]
    assert.deepEqual(
      due.filter((status) => !statuses.includes(status)),
      [],
      at
    )
    if (operation.requestBody !== undefined) assert.ok(statuses.includes('422'), at)
    if (path.includes('{')) assert.ok(statuses.includes('404'), at)
  }
  for (const answer of Object.values(description.components.responses)) {
    assert.ok(JSON.stringify(answer).includes('application/problem+json'))
  }
})

test('every POST takes an Idempotency-Key, every change by a session a CSRF token', () => {
  for (const { path, method, operation } of operations) {
    const references = (operation.parameters ?? []).map(({ $ref }) => $ref)
    const takesKey = references.includes('#/components/parameters/IdempotencyKey')
    assert.equal(takesKey, method === 'post', `${method} ${path}`)
    const bySession = operation.security.find((way) => 'session' in way)
    if (method === 'get') assert.ok(bySession === undefined || !('csrf' in bySession))
    else assert.ok(bySession === undefined || 'csrf' in bySession, `${method} ${path}`)
  }
})

test('every route of the API is described, and every described operation is a route', () => {
  const described = new Set(operations.map(({ method, path }) => `${method} ${path}`))
  assert.deepEqual(
    [...described].filter((each) => !routes().has(each)),
    []
  )
  assert.deepEqual(
    [...routes()].filter((each) => !described.has(each)),
    []
  )
})

test('every described operation answers', async () => {
  const stranger = new ApiClient(server)
  for (const { method, path, operation } of operations) {
    const address = path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, '1')
    const { status } = await stranger.ask<unknown>(method.toUpperCase(), address)
    const allowed = operation.security.length === 0 ? [200, 404, 422] : [401]
    assert.ok(allowed.includes(status), `${method} ${path}: ${String(status)}`)
    assert.ok(String(status) in operation.responses, `${method} ${path} says nothing of ${status}`)
  }
})

test('the page for people lists what the document lists', async () => {
  const page = await (await fetch(`${server.origin}/en/api`)).text()
  for (const { method, path } of operations) {
    assert.ok(page.includes(`${method.toUpperCase()} ${path}`), `${method} ${path}`)
  }
})

/** `get /api/v1/cases/{id}` for every route of the server, as its own table of routes prints it. */
function routes(): Set<string> {
  const found = new Set<string>()
  const prefixes: string[] = []
  for (const line of server.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', part = '', methods = ''] =
      /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? []
    const depth = indent.length / 4
    prefixes.length = Math.max(depth - 1, 0)
    prefixes.push(part)
    const path = prefixes
      .join('')
      .replace(/^\/\//, '/')
      .replaceAll(/:(\w+)/g, '{$1}')
    if (!path.startsWith('/api/v1/')) continue
    for (const method of methods.split(', ').filter(isDescribed)) {
      found.add(`${method.toLowerCase()} ${path}`)
    }
  }
  return found
}

/** What HTTP itself defines is not described as operations. */
function isDescribed(method: string): boolean {
  return method !== '' && method !== 'HEAD' && method !== 'OPTIONS'
}

test('every operation is told in Persian, and nothing is that is none', async () => {
  const named = operations.map(({ operation }) => operation.operationId).toSorted()
  assert.deepEqual(Object.keys(operationSummaries).toSorted(), named, 'src/operation-summaries.ts')
  const tags = operations.flatMap(({ operation }) => operation.tags)
  assert.deepEqual(Object.keys(operationGroups).toSorted(), [...new Set(tags)].toSorted())
  const page = await (await fetch(`${server.origin}/api`)).text()
  for (const { operation } of operations) {
    assert.ok(!page.includes(operation.summary), operation.summary)
    assert.ok(page.includes(operationSummaries[operation.operationId] ?? '?'))
  }
  const english = await (await fetch(`${server.origin}/en/api`)).text()
  assert.match(english, /Withdraw a case/)
})
