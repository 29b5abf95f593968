import { stringify } from 'csv-stringify/sync'
import { listServices } from '../../catalogue/index.ts'
import { type Actor, actorOf, authorityById } from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { assignCase } from '../assign-case.ts'
import { queueMessages } from '../messages-desk.ts'
import type { QueueItem } from '../queue.ts'
import { readQueue, unitsOfActor } from '../read-queue.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { formAddress, queryOf, sentBy, textIn, textsIn, tried } from './page-input.ts'
import { colleaguesOf, desksOf } from './pages-desk-common.ts'
import { type QueueFilters, queueQuery, readQueueFilters } from '../views/queue-filters.ts'
import { queuePage } from '../views/queue-page.ts'
import type { Giving } from '../views/queue-page-options.ts'
import { count } from '../views/words.ts'

const exportMax = 5000

/** The officers' queue: reading it, giving work out of it, taking it away as a table. */
export function queuePages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/queue' }, async (p) => show(context, p))
  page(app, { method: 'get', path: '/desk/queue.csv' }, async (p) => table(context, p))
  page(app, { method: 'post', path: '/desk/queue/assignment' }, async (p) => assign(context, p))
  formAddress(app, '/desk/queue/assignment', () => '/desk/queue')
}

/** The filters of the address, at a desk where the actor works. */
export async function filtersOf(
  context: Context,
  actor: Actor,
  query: unknown
): Promise<QueueFilters & { readonly authority: string }> {
  const filters = readQueueFilters(query)
  const desks = await desksOf(context, actor)
  const authority = desks.find(({ id }) => id === filters.authority)?.id ?? desks[0]?.id ?? ''
  return { ...filters, authority }
}

async function show(context: Context, p: Page): Promise<Html> {
  const actor = actorOf(p.request)
  const filters = await filtersOf(context, actor, p.request.query)
  const { authority } = filters
  const read = await readQueue(context, actor, filters)
  const services = await listServices(context.db, { authority, at: context.clock.now() })
  const body = await authorityById(context.db, authority)
  const steps = services.flatMap(({ service, card }) =>
    card.steps.map(({ code, title }) => [`${service}/${code}`, title] as const)
  )
  const authorities = await desksOf(context, actor)
  const own = unitsOfActor(actor, { authority, state: filters.state })
  const everybody = await colleaguesOf(context, { authority, units: null })
  return queuePage(p.view, {
    // Who works at one desk only need not be told of it in every address.
    filters: authorities.length > 1 ? filters : { ...filters, authority: undefined },
    ...read,
    authorities,
    units: (body?.units ?? [])
      .filter(({ id }) => own?.includes(id) ?? true)
      .map(({ id, title }) => ({ id, name: title })),
    services: services.map(({ service, card }) => ({ id: service, name: card.title })),
    steps: new Map(steps),
    names: new Map(everybody.map(({ id, name }) => [id, name])),
    colleagues: await colleaguesOf(context, { authority, units: own }),
    giving: await givingOf(context, actor, { authority, items: read.items })
  })
}

/** Whom the cases of a page can be given to; `null` for whoever only reads them. */
async function givingOf(
  context: Context,
  actor: Actor,
  at: { readonly authority: string; readonly items: readonly QueueItem[] }
): Promise<Giving | null> {
  const { authority, items } = at
  const isStaff = actor.grants.some(
    (grant) =>
      grant.authority === authority && (grant.role === 'officer' || grant.role === 'approver')
  )
  if (!isStaff) return null
  const units = [...new Set(items.map(({ unit }) => unit))]
  const to = await colleaguesOf(context, { authority, units })
  return {
    me: to.some(({ id }) => id === actor.id),
    others: to.filter(({ id }) => id !== actor.id)
  }
}

async function assign(context: Context, p: Page): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const sent = sentBy(p.request)
  const t = queueMessages.in(p.lang)
  const back = new URLSearchParams(textIn(sent, 'back') ?? '')
  const address = `/desk/queue${queueQuery(readQueueFilters(Object.fromEntries(back)))}`
  const cases = textsIn(sent, 'case')
  if (cases.length === 0) return redirect(p, address, { kind: 'warning', text: t.nothingSelected })
  const chosen = textIn(sent, 'to')
  if (chosen === undefined) return redirect(p, address, { kind: 'warning', text: t.nobodyChosen })
  const to = chosen === 'me' ? actor.id : chosen === 'nobody' ? null : chosen
  const outcome = await tried(() => assignCase(context, actor, { cases, to }))
  if (!outcome.ok) {
    const text = outcome.problems.map((problem) => problem.text[p.lang]).join(' ')
    return redirect(p, address, { kind: 'error', text })
  }
  const { assigned, skipped } = outcome.value
  const n = count(p.view, assigned.length)
  return skipped.length === 0
    ? redirect(p, address, { kind: 'success', text: t.assignedCount(n) })
    : redirect(p, address, {
        kind: 'warning',
        text: t.assignedSkipped(n, count(p.view, skipped.length))
      })
}

const columns = [
  'code',
  'service',
  'unit',
  'stage',
  'step',
  'assignedTo',
  'filedAt',
  'dueAt',
  'late'
]

/**
 * The whole filtered queue as CSV, page after page of it: codes, states and instants. What people gave,
 * their names too, is not taken away in bulk (PI-5.R1.C4).
 */
async function table(context: Context, p: Page): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const filters = await filtersOf(context, actor, p.request.query)
  const lines: unknown[][] = [columns]
  let cursor = queryOf(p.request, 'cursor')
  do {
    const { items, next } = await readQueue(context, actor, {
      ...filters,
      cursor,
      limit: 200,
      taken: true
    })
    for (const item of items) {
      lines.push([
        formatTrackingCode(item.code),
        item.service,
        item.unit,
        item.stage,
        item.step ?? '',
        item.assignedTo ?? '',
        item.filedAt.toString(),
        item.dueAt?.toString() ?? '',
        item.late
      ])
    }
    cursor = next ?? undefined
  } while (cursor !== undefined && lines.length <= exportMax)
  void p.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="queue.csv"')
    // A byte order mark, or a spreadsheet reads Persian as another code page.
    .send(`\uFEFF${stringify(lines, { escape_formulas: true, cast: { boolean: String } })}`)
  return undefined
}
