// Goal: nobody writes a field that an operation does not name (mass assignment). Method: the published description of
// every operation, where each object that takes any name has to be on a list with its reason; and requests that try.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers } from '../support/desk.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()

type Node = Readonly<Record<string, unknown>>
interface Operation {
  readonly operationId: string
  readonly requestBody?: Node
  readonly parameters?: readonly Node[]
}
const description = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Node
}
const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods))

/** Objects whose names are not fields of ours but what a form, a card or a check has, and who holds them to it. */
const open: Readonly<Record<string, string>> = {
  'postCases answers': 'the form of the card names the answers; others are refused (kernel/forms)',
  'postCasesIdResubmission answers': 'as of POST /cases',
  'putServicesCodeDraft card': 'a draft may be unfinished; publishing reads it by the strict card',
  'postDrafts values': 'what was typed, shown to its owner alone; filing checks it',
  'putDraftsId values': 'as of POST /drafts',
  'postProbeTargets check': 'the kind of the check names its values (outages/probes)'
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The places in a schema that take any name, by the names that lead there. */
function openPlaces(schema: unknown, at: readonly string[]): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => openPlaces(each, at))
  if (!isNode(schema)) return []
  const { $ref, additionalProperties: more, properties } = schema
  if (typeof $ref === 'string') {
    const found = $ref
      .split('/')
      .slice(1)
      .reduce<unknown>((node, name) => (isNode(node) ? node[name] : undefined), description)
    return openPlaces(found, at)
  }
  const here = more === undefined || more === false ? [] : [at.join(' ')]
  const inner = isNode(properties)
    ? Object.entries(properties).flatMap(([name, each]) => openPlaces(each, [...at, name]))
    : []
  const parts = ['anyOf', 'oneOf', 'allOf', 'items', 'prefixItems'].flatMap((name) =>
    openPlaces(schema[name], at)
  )
  return [...here, ...inner, ...parts]
}

function bodySchema({ requestBody }: Operation): unknown {
  const content = requestBody?.content
  return isNode(content) ? Object.values(content).map((each) => isNode(each) && each.schema) : []
}

test('each object of a request names its fields, or is listed with who does', () => {
  const found = operations.flatMap((operation) =>
    openPlaces(bodySchema(operation), [operation.operationId])
  )
  assert.deepEqual([...new Set(found)].toSorted(), Object.keys(open).toSorted())
  const withBody = operations.filter(({ requestBody }) => requestBody !== undefined)
  assert.ok(withBody.length > 40, String(withBody.length))
})

test('an application takes neither a state, an owner nor an authority from whoever sends it', async () => {
  const scripts = await (await Visitor.as(server, 'maryam-rezaei')).scripts()
  const good = { service: '10021006', answers: damageAnswers, later: ['damage-photos'] }
  for (const more of [
    { state: 'decided' },
    { authority: 'ito' },
    { owner: randomUUID() },
    { id: randomUUID() },
    { decidedAt: '2026-01-01T00:00:00Z' }
  ]) {
    const refused = await scripts.post<{ errors: { code: string }[] }>('/cases', {
      ...good,
      ...more
    })
    assert.equal(refused.status, 422, JSON.stringify(more))
  }
  const answers = { ...damageAnswers, isAdmin: true, __role: 'operator' }
  assert.equal((await scripts.post('/cases', { ...good, answers })).status, 422)
  assert.equal((await scripts.post('/cases', good)).status, 201)
})

test('a form takes no field that it does not show', async () => {
  const visitor = await Visitor.as(server, 'maryam-rezaei')
  const grants = async () => {
    const { body } = await (await visitor.scripts()).get<{ grants: unknown[] }>('/me')
    return body.grants
  }
  const before = await grants()
  const more = {
    role: 'operator',
    authority: '*',
    grants: 'operator',
    strength: 'passkey',
    carriesRoles: 'true'
  }
  for (const path of ['/account/role', '/account/contacts', '/sign-up', '/account/language'])
    await visitor.post(path, more)
  await visitor.post('/sign-in/demonstration', { person: 'maryam-rezaei', next: '/', ...more })
  assert.deepEqual(await grants(), before)
})
