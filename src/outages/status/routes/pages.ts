import { z } from 'zod'
import { type Context, NotFoundError } from '../../../platform/index.ts'
import { type Page, type Server, page } from '../../../platform/http/index.ts'
import { serviceComponent } from '../../probes/component.ts'
import { factsWithLeaves } from '../outage-leaves.ts'
import { readBoardInTime } from '../read-board.ts'
import { type ComponentQuery, readComponent, readComponentMonth } from '../read-component.ts'
import { componentPage } from '../views/component-page.ts'
import { monthPage } from '../views/month-page.ts'
import { statusPage } from '../views/status-page.ts'

const names = z.object({
  authority: z.string().max(40),
  component: z.string().max(200).optional(),
  code: z.string().max(40).optional(),
  month: z.string().max(10).optional()
})

// They answer from the kept copy while the database is away.
const shown = { method: 'get', withoutBanner: true } as const

/** The pages of the status: all, one authority, one component, one month of it. */
export function statusPages(app: Server, context: Context): void {
  page(app, { ...shown, path: '/status' }, async ({ view }) =>
    statusPage(view, await readBoardInTime(context))
  )
  page(app, { ...shown, path: '/status/:authority' }, async ({ view, request }) => {
    const { authority } = namesOf(request.params)
    const board = await readBoardInTime(context)
    const isKnown = board.authorities.some((each) => each.authority.id === authority)
    if (!isKnown) throw new NotFoundError()
    return statusPage(view, board, { authority })
  })
  page(app, { ...shown, path: '/status/services/:code' }, (p) => component(context, p))
  page(app, { ...shown, path: '/status/:authority/:component' }, (p) => component(context, p))
  page(app, { ...shown, path: '/status/services/:code/:month' }, (p) => month(context, p))
  page(app, { ...shown, path: '/status/:authority/:component/:month' }, (p) => month(context, p))
}

function namesOf(params: unknown): z.infer<typeof names> {
  const read = names.partial({ authority: true }).safeParse(params)
  if (!read.success) throw new NotFoundError()
  return { ...read.data, authority: read.data.authority ?? '' }
}

/** A service is found by its code alone; it is one authority's. */
async function queryOf(context: Context, params: unknown): Promise<ComponentQuery> {
  const { authority, component: id, code } = namesOf(params)
  if (code === undefined) return { authority, component: id ?? '' }
  const wanted = serviceComponent(code)
  const board = await readBoardInTime(context)
  const found = board.authorities.find(({ components }) =>
    components.some((each) => each.component.id === wanted)
  )
  if (found === undefined) throw new NotFoundError()
  return { authority: found.authority.id, component: wanted }
}

async function component(context: Context, { view, request }: Page) {
  const query = await queryOf(context, request.params)
  const board = await readBoardInTime(context)
  const status = board.authorities.find(({ authority }) => authority.id === query.authority)
  const row = status?.components.find((each) => each.component.id === query.component)
  if (status === undefined || row === undefined) throw new NotFoundError()
  return componentPage(view, { status, row, year: await readComponent(context, query) })
}

async function month(context: Context, { view, request }: Page) {
  const query = await queryOf(context, request.params)
  const read = await readComponentMonth(context, query, namesOf(request.params).month ?? '')
  const { outages, planned } = read.history
  const subjects = [...outages, ...planned].map(({ id }) => id)
  return monthPage(view, read, await factsWithLeaves(context.db, query.authority, subjects))
}
