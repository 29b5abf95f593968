import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import {
  type FastifyRequest,
  type Page,
  type PageAnswer,
  type Server,
  api,
  page
} from '../../platform/http/index.ts'
import type { Html } from '../../platform/html/index.ts'
import { type Context, NotFoundError, plainIds } from '../../platform/index.ts'
import { delegationsTo } from '../delegation/may-act.ts'
import { personsByIds } from '../person-store.ts'
import { actorOf } from '../request-actor.ts'
import { type Actor, NotAllowedError } from '../role.ts'
import { type LookFilters, cursorText, lookQueryOf, readLookFilters } from './look-filters.ts'
import { lookRoles, messages } from './messages.ts'
import { type Look, type Looks, readLooks } from './read-looks.ts'
import { receiverNames } from './receiver-names.ts'
import type { LooksPageOptions, NamedCase } from './views/looks-page-options.ts'
import { looksPage } from './views/looks-page.ts'

const zone = 'Asia/Tehran'
const perPage = 50
const lookersFrom = 500
const exportMax = 5000

/** What a person's cases are called: cases belong to a slice above. */
export type NameCases = (person: string) => Promise<readonly NamedCase[]>

/** Who looked at my file: the page, the table to take away, the operation. */
export function lookRoutes(app: Server, context: Context, nameCases: NameCases): void {
  const desk = { context, nameCases }
  page(app, { method: 'get', path: '/account/looks' }, (p) => show(desk, p))
  page(app, { method: 'get', path: '/account/looks.csv' }, (p) => take(desk, p, 'csv'))
  page(app, { method: 'get', path: '/account/looks.json' }, (p) => take(desk, p, 'json'))
  looksApi(app, desk)
}

interface Desk {
  readonly context: Context
  readonly nameCases: NameCases
}

async function show({ context, nameCases }: Desk, p: Page): Promise<Html> {
  const filters = readLookFilters(p.request.query)
  const person = personIn(p.request)
  const owner = await ownerOf(context, person, filters.of)
  const cases = await nameCases(owner)
  const ids = cases.map(({ id }) => id)
  const query = { ...lookQueryOf(filters, zone), owner, cases: ids, most: perPage }
  const recent = await readLooks(context, { owner, cases: ids, most: lookersFrom })
  return looksPage(p.view, {
    looks: await readLooks(context, query),
    filters,
    cases,
    persons: await personsOf(context, person, actorOf(p.request)),
    lookers: lookersOf(recent),
    receiverName: await receiverNames(context)
  })
}

/** Everybody who looked lately, once each. */
function lookersOf({ items }: Looks): LooksPageOptions['lookers'] {
  const { unknown } = messages.entries
  const byId = new Map(items.map(({ by }) => [by.id, by.name ?? unknown]))
  return [...byId].map(([id, name]) => ({ id, name }))
}

/** The reader, and all in whose stead the reader may see everything. */
async function personsOf(
  context: Context,
  person: string,
  actor: Actor
): Promise<LooksPageOptions['persons']> {
  const grantors = await grantorsOf(context, person)
  const found = await personsByIds(context.db, grantors)
  return [
    { id: person, name: actor.name },
    ...grantors.flatMap((id) => {
      const name = found.get(id)?.name
      return name === undefined ? [] : [{ id, name }]
    })
  ]
}

async function grantorsOf(context: Context, person: string): Promise<string[]> {
  const held = await delegationsTo(context.db, person, context.clock.now())
  const whole = held.filter(({ scope, acts }) => 'all' in scope && acts.includes('view'))
  return [...new Set(whole.map(({ grantor }) => grantor))]
}

async function ownerOf(
  context: Context,
  person: string,
  asked: string | undefined
): Promise<string> {
  if (asked === undefined || asked === person) return person
  if (!(await grantorsOf(context, person)).includes(asked)) {
    throw new NotFoundError(messages.entries.notRepresented)
  }
  return asked
}

/** @throws {NotAllowedError} If a key asks: nothing is about a key. */
function personIn(request: FastifyRequest): string {
  const { person } = actorOf(request)
  if (person === null) throw new NotAllowedError()
  return person
}

async function allLooks({ context, nameCases }: Desk, request: FastifyRequest): Promise<Look[]> {
  const filters = readLookFilters(request.query)
  const owner = await ownerOf(context, personIn(request), filters.of)
  const cases = (await nameCases(owner)).map(({ id }) => id)
  const query = { ...lookQueryOf({ ...filters, cursor: undefined }, zone), owner, cases }
  return [...(await readLooks(context, { ...query, most: exportMax })).items]
}

async function take(desk: Desk, p: Page, format: 'csv' | 'json'): Promise<PageAnswer> {
  const looks = (await allLooks(desk, p.request)).map(answerOf)
  void p.reply.header('content-disposition', `attachment; filename="looks.${format}"`)
  if (format === 'json') {
    void p.reply.type('application/json; charset=utf-8').send(JSON.stringify(looks, null, 2))
    return undefined
  }
  const lines = looks.map(({ by, object, ...look }) => [
    ...[look.at, look.allowed ? 'allowed' : 'refused', look.authority, by.id],
    ...[by.name?.[p.lang] ?? '', look.role, object.kind, object.id, look.case ?? ''],
    ...[look.dataType, look.action, look.because ?? '', look.to ?? '']
  ])
  void p.reply
    .type('text/csv; charset=utf-8')
    // A byte order mark, or a spreadsheet reads Persian as another code page.
    .send(`\uFEFF${stringify([csvColumns, ...lines], { escape_formulas: true })}`)
  return undefined
}

const csvColumns = [
  'at',
  'result',
  'authority',
  'by',
  'name',
  'role',
  'object',
  'objectId',
  'case',
  'dataType',
  'action',
  'because',
  'to'
]

function answerOf(look: Look) {
  return { ...look, at: look.at.toString() }
}

const text = z.object({ fa: z.string(), en: z.string() })

const looksAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string().describe('Of the fact.'),
      at: z.string(),
      allowed: z.boolean(),
      authority: z.string(),
      by: z.object({ id: z.string(), name: text.nullable() }),
      role: z.string(),
      object: z.object({ kind: z.string(), id: z.string() }),
      case: z.string().nullable(),
      dataType: z.string(),
      action: z.string(),
      because: z.string().nullable(),
      to: z.string().nullable().describe('The unit that it was handed to.')
    })
  ),
  links: z.object({ next: z.string().nullable() })
})

const looksQuery = z.object({
  of: z.uuid().optional().describe('Whose file: of somebody for whom you act in everything.'),
  case: z.uuid().optional().describe('Only what concerns this case.'),
  role: z.enum(lookRoles).optional().describe('Only looks in this role.'),
  by: z
    .string()
    .max(100)
    .overwrite(plainIds)
    .optional()
    .describe('Only looks of this actor, by id.'),
  result: z.enum(['allowed', 'refused']).optional().describe('Only what was let, or refused.'),
  from: z.string().max(30).optional().describe('First day, ISO or Jalali.'),
  to: z.string().max(30).optional().describe('Last day, included.'),
  cursor: z.string().max(100).optional().describe('From `links.next` of the page before.')
})

function looksApi(app: Server, { context, nameCases }: Desk): void {
  api(app, {
    method: 'get',
    path: '/me/looks',
    summary: 'Who looked at what is yours, or tried to and was refused',
    tag: 'people',
    auth: 'session-or-key',
    query: looksQuery,
    response: looksAnswer,
    handler: async ({ query, request }) => {
      const owner = await ownerOf(context, personIn(request), query.of)
      const cases = (await nameCases(owner)).map(({ id }) => id)
      const asked = { ...lookQueryOf(query, zone), owner, cases, most: perPage }
      const { items, next } = await readLooks(context, asked)
      return { items: items.map(answerOf), links: { next: next && nextOf(query, next) } }
    }
  })
}

function nextOf(query: LookFilters, next: NonNullable<Looks['next']>): string {
  const given = Object.entries({ ...query, cursor: cursorText(next) }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string'
  )
  return `/api/v1/me/looks?${new URLSearchParams(given).toString()}`
}
