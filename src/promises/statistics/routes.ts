import { stringify as csvOf } from 'csv-stringify/sync'
import { z } from 'zod'
import { listServices } from '../../catalogue/index.ts'
import { listAuthorities } from '../../people/index.ts'
import {
  type FastifyReply,
  type FastifyRequest,
  type Page,
  type PageAnswer,
  type Server,
  api,
  page
} from '../../platform/http/index.ts'
import { type Context, InvalidInputError } from '../../platform/index.ts'
import { type TypedFilter, readFilter } from './filter.ts'
import { messages } from './messages.ts'
import { eachCount, offeredNow, readStatistics } from './read-statistics.ts'
import { type MonthCount, monthCounts } from './statistics-store.ts'
import { statisticsPage } from './view.ts'

const text = z.string().max(100)
const filter = z.strictObject({
  authority: text.optional().describe('Id of an authority; all where absent.'),
  kind: text.optional().describe('Kind of fact, such as `case.submitted`.'),
  service: text.optional().describe('Code of a service.'),
  from: text.optional().describe('First month, `2026-01`; eleven before the last where absent.'),
  to: text.optional().describe('Last month; this one where absent.')
})
const forPage = z.object({
  authority: text.catch(''),
  kind: text.catch(''),
  service: text.catch(''),
  from: text.catch(''),
  to: text.catch('')
})
const perPage = 500

/** What everybody may count: how often what happened, of the views of analysis alone. */
export function statisticsRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/statistics' }, (p) => show(context, p))
  app.get('/statistics.csv', { schema: { hide: true } }, (request, reply) =>
    exported(context, { request, reply, format: 'csv' })
  )
  app.get('/statistics.json', { schema: { hide: true } }, (request, reply) =>
    exported(context, { request, reply, format: 'json' })
  )
  listApi(app, context)
}

async function show(context: Context, p: Page): Promise<PageAnswer> {
  const { db, clock } = context
  const typed = forPage.parse(p.request.query)
  const offered = await offeredNow(context)
  const [authorities, services] = await Promise.all([
    listAuthorities(db),
    listServices(db, { at: clock.now() })
  ])
  const outcome = await readStatistics(context, typed).catch((error: unknown) => {
    if (error instanceof InvalidInputError) return error
    throw error
  })
  const isWrong = outcome instanceof InvalidInputError
  if (isWrong) void p.reply.code(outcome.status)
  return statisticsPage(p.view, {
    ...{ offered, typed, query: queryOf(typed) },
    problems: isWrong ? outcome.fields : [],
    statistics: isWrong ? null : outcome,
    titles: {
      authorities: new Map(authorities.map(({ id, shortTitle }) => [id, shortTitle])),
      services: new Map(services.map(({ service, card }) => [service, card.title]))
    }
  })
}

function queryOf(typed: TypedFilter): string {
  const given = Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

interface Exporting {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly format: 'csv' | 'json'
}

/** All cells of a filter, as a file. */
async function exported(context: Context, { request, reply, format }: Exporting) {
  const query = readFilter(forPage.parse(request.query), await offeredNow(context))
  const cells: MonthCount[] = []
  for await (const some of eachCount(context.db, query)) cells.push(...some)
  const rows = cells.map(flat)
  void reply.header('content-disposition', `attachment; filename="statistics.${format}"`)
  if (format === 'csv') {
    const columns = ['authority', 'month', 'kind', 'service', 'atLeast', 'computed']
    const lines = rows.map((row) => ({ ...row, computed }))
    return reply
      .type('text/csv; charset=utf-8')
      .send(csvOf(lines, { header: true, bom: true, columns }))
  }
  return reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ license, method: methodOf(), items: rows }))
}

const license = 'https://creativecommons.org/publicdomain/zero/1.0/'

/** How each number of a file was made, in a word that programs can hold on to. */
const computed = 'facts of the month, floored to 5, fewer than 5 left out'

function methodOf() {
  const { howFacts, howRounded, howSuppressed, howSource, howSandbox } = messages.entries
  const all = [howFacts, howRounded, howSuppressed, howSource, howSandbox]
  return { fa: all.map(({ fa }) => fa).join(' '), en: all.map(({ en }) => en).join(' ') }
}

function flat({ authority, month, kind, service, count }: MonthCount) {
  const of = service === '' ? null : service
  return {
    ...{ authority, month: month.toPlainYearMonth().toString(), kind, service: of },
    atLeast: count
  }
}

function listApi(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/statistics',
    summary: 'How often what happened, by authority, month, kind and service; nothing below five',
    tag: 'promises',
    auth: 'public',
    query: filter.extend({ cursor: text.optional().describe('From `links.next`.') }),
    response: z.object({
      method: z
        .object({ fa: z.string(), en: z.string() })
        .describe('How each number was made, and what is left out.'),
      items: z.array(
        z.object({
          authority: z.string(),
          month: z.string(),
          kind: z.string(),
          service: z.string().nullable(),
          atLeast: z.int().describe('Rounded down to a multiple of five.')
        })
      ),
      links: z.object({ next: z.string().nullable() })
    }),
    handler: async ({ query: { cursor, ...typed } }) => {
      const query = readFilter(typed, await offeredNow(context))
      const after = cursorOf(cursor)
      const found = await monthCounts(context.db, query, { after, limit: perPage + 1 })
      const items = found.slice(0, perPage)
      const last = found.length > perPage ? items.at(-1) : undefined
      const given = Object.entries(typed).filter((entry): entry is [string, string] => !!entry[1])
      const next = new URLSearchParams(given)
      if (last !== undefined) next.set('cursor', cursorText(last))
      return {
        method: methodOf(),
        items: items.map(flat),
        links: { next: last === undefined ? null : `/api/v1/statistics?${next.toString()}` }
      }
    }
  })
}

function cursorText({ month, authority, kind, service }: MonthCount): string {
  return [month.toString(), authority, kind, service].join('~')
}

/** @throws {InvalidInputError} At `/cursor`, for one that was not given out. */
function cursorOf(cursor: string | undefined): MonthCount | null {
  if (cursor === undefined) return null
  const [month = '', authority = '', kind = '', service = ''] = cursor.split('~')
  if (!/^[0-9]{4}-(?:0[1-9]|1[0-2])-01$/.test(month) || kind === '') {
    const { unknown } = messages.entries
    throw new InvalidInputError([{ pointer: '/cursor', code: 'statistics/unknown', text: unknown }])
  }
  return { month: Temporal.PlainDate.from(month), authority, kind, service, count: 0 }
}
