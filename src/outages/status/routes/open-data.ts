import { stringify as csvOf } from 'csv-stringify/sync'
import { z } from 'zod'
import { type Context, InvalidInputError } from '../../../platform/index.ts'
import { type FastifyReply, type Server, api } from '../../../platform/http/index.ts'
import type { Outage } from '../../outages/outage.ts'
import { explainInput } from '../explain-input.ts'
import { historyFeed } from '../history-feed.ts'
import {
  type AvailabilityRow,
  availabilityQuery,
  availabilityRow,
  listAvailability
} from '../open-availability.ts'
import { readBoardInTime } from '../read-board.ts'
import { readComponentMonth } from '../read-component.ts'
import { statuspageFiles } from '../statuspage.ts'

type Asked = z.infer<typeof availabilityQuery>

const monthQuery = z.object({
  authority: z.string().max(40),
  component: z.string().max(200),
  month: z.string().max(10)
})
const hidden = { schema: { hide: true } }
const filtered = { schema: { hide: true, querystring: availabilityQuery } }
const oneMonth = { schema: { hide: true, querystring: monthQuery } }

/** The numbers and outages for other programs. */
export function statusData(app: Server, context: Context): void {
  availabilityApi(app, context)
  app.get('/status/availability.json', filtered, async (request, reply) => {
    const items = await listAvailability(context, request.query as Asked)
    return sendJson(reply, {
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      asOf: context.clock.now().toString(),
      items
    })
  })
  app.get('/status/availability.csv', filtered, async (request, reply) => {
    const items = await listAvailability(context, request.query as Asked)
    return sendCsv(reply, 'availability.csv', items.map(flat))
  })
  app.get('/status/outages.json', filtered, async (request, reply) =>
    sendJson(reply, { items: (await outagesOf(context, request.query as Asked)).map(openOutage) })
  )
  app.get('/status/outages.csv', filtered, async (request, reply) =>
    sendCsv(
      reply,
      'outages.csv',
      (await outagesOf(context, request.query as Asked)).map(openOutage)
    )
  )
  app.get('/status/explain.json', oneMonth, async (request, reply) => {
    const { month, ...query } = request.query as z.infer<typeof monthQuery>
    const read = await readComponentMonth(context, query, month)
    return sendJson(reply, explainInput(read))
  })
}

/** What is also kept as files for when the database is away. */
export function statusFeeds(app: Server, context: Context): void {
  const identity = { origin: context.config.origin }
  app.get('/status/history.atom', hidden, async (_request, reply) =>
    reply
      .type('application/atom+xml; charset=utf-8')
      .send(historyFeed(await readBoardInTime(context), identity.origin))
  )
  app.get('/status/api/v2/*', hidden, async (request, reply) => {
    const { '*': name } = request.params as { '*': string }
    const files: Readonly<Record<string, object>> = statuspageFiles(
      await readBoardInTime(context),
      identity
    )
    const file = Object.hasOwn(files, name) ? files[name] : undefined
    if (file === undefined) return reply.callNotFound()
    // As Statuspage itself does: a page elsewhere may show it.
    void reply.header('access-control-allow-origin', '*')
    void reply.header('cross-origin-resource-policy', 'cross-origin')
    return sendJson(reply, file)
  })
}

function availabilityApi(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/availability',
    summary:
      'Availability of every component by month: of the contract’s month and of the real one',
    tag: 'outages',
    auth: 'public',
    query: availabilityQuery.extend({
      limit: z.coerce.number().int().min(1).max(1000).default(500).describe('How many at once.'),
      cursor: z.string().max(20).optional().describe('Where to go on; in `links.next`.')
    }),
    response: z.object({
      items: z.array(availabilityRow),
      links: z.object({ next: z.string().nullable() })
    }),
    handler: async ({ query }) => {
      const { limit, cursor, ...asked } = query
      const from = placeOf(cursor)
      const all = await listAvailability(context, asked)
      const words = Object.entries(asked).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const]
      )
      const rest = [...words, ['limit', String(limit)], ['cursor', String(from + limit)]] as const
      const next = new URLSearchParams(rest.map(([name, value]) => [name, value]))
      return {
        items: all.slice(from, from + limit),
        links: {
          next: from + limit < all.length ? `/api/v1/availability?${next.toString()}` : null
        }
      }
    }
  })
}

function placeOf(cursor: string | undefined): number {
  const from = cursor === undefined ? 0 : Number(cursor)
  if (Number.isSafeInteger(from) && from >= 0) return from
  throw new InvalidInputError([
    {
      pointer: '/cursor',
      code: 'cursor/unknown',
      text: {
        fa: 'نشانگر را همان‌گونه که در links.next آمده است بفرستید.',
        en: 'Send the cursor as links.next gave it.'
      }
    }
  ])
}

async function outagesOf(context: Context, { authority }: Asked): Promise<Outage[]> {
  const board = await readBoardInTime(context)
  return board.authorities
    .filter((each) => authority === undefined || each.authority.id === authority)
    .flatMap(({ outages }) => outages)
}

/** What is public of an outage. */
function openOutage(outage: Outage) {
  const { id, authority, component, service, from, to, cause, automatic, knownAt, notice } = outage
  return {
    id,
    authority,
    component,
    service,
    from: from.toString(),
    to: to?.toString() ?? null,
    seconds: to === null ? null : Math.floor(from.until(to).total('seconds')),
    cause,
    automatic,
    vantagePoints: outage.vantagePoints,
    knownAt: knownAt.toString(),
    expectedReturnAt: outage.expectedReturnAt?.toString() ?? null,
    notice
  }
}

function sendJson(reply: FastifyReply, body: object): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}

function sendCsv(reply: FastifyReply, name: string, rows: readonly object[]): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(csvOf([...rows], { header: true, bom: true, cast: { boolean: String } }))
}

/** One line of the table: the two figures side by side. */
function flat({ contract, real, page, ...head }: AvailabilityRow) {
  return { ...head, ...prefixed('contract', contract), ...prefixed('real', real), page }
}

function prefixed(prefix: string, of: object): object {
  return Object.fromEntries(
    Object.entries(of).map(([name, value]): [string, unknown] => [
      `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value
    ])
  )
}
