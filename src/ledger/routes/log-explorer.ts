import { z } from 'zod'
import { jalaliToPlainDate, parseJalaliDate } from '../../kernel/persian/index.ts'
import { type Page, type Server, page, redirect } from '../../platform/http/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { evidenceState } from '../evidence-state.ts'
import { leafOfFact } from '../leaf-store.ts'
import { type ExplorerQuery, shownEntries, shownEntry, shownLog } from '../read-explorer.ts'
import { shardsOf } from '../read-published.ts'
import { entryPage } from '../views/entry-page.ts'
import { type LogFilters, kindNumbers, logPage } from '../views/log-page.ts'

const count = z.coerce.number().int().nonnegative().safe()
const filters = z.object({
  log: z.string().max(20).optional().catch(undefined),
  kind: z.enum(['open', 'sealed', 'control']).optional().catch(undefined),
  day: z.string().max(40).optional().catch(undefined),
  service: z.string().max(40).optional().catch(undefined),
  since: count.optional().catch(undefined),
  before: count.optional().catch(undefined)
})
const place = z.object({ log: z.string().max(20), index: count })
const uuid = z.uuid()
const zone = 'Asia/Tehran'

/** The explorer: what stands in the log, by kind, day and service; each entry; where a fact stands. */
export function logExplorer(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/log' }, async ({ view, request }) => {
    const asked: LogFilters = filters.parse(request.query)
    const [log, state, logs] = await Promise.all([
      shownLog(context, asked.log),
      evidenceState(context),
      shardsOf(context)
    ])
    const day = dayOf(asked.day)
    const found = log === null ? null : await shownEntries(context.db, log, queryOf(asked, day))
    return logPage(view, { asked, badDay: day === 'bad', log, state, logs, found })
  })
  page(app, { method: 'get', path: '/log/:log/entries/:index' }, async ({ view, request }) => {
    const asked = place.safeParse(request.params)
    const log = asked.success ? await shownLog(context, asked.data.log) : null
    if (!asked.success || log === null) throw new NotFoundError()
    return entryPage(view, { log, entry: await shownEntry(context.db, log, asked.data.index) })
  })
  page(app, { method: 'get', path: '/log/facts/:id' }, (it) => toEntry(context, it))
}

async function toEntry(context: Context, it: Page) {
  const { id } = it.request.params as { id?: string }
  const leaf = uuid.safeParse(id).success ? await leafOfFact(context.db, id ?? '') : null
  if (leaf === null) throw new NotFoundError()
  return redirect(it, `/log/${leaf.log}/entries/${String(leaf.index)}`)
}

/** The seconds of a day in Tehran; `bad` where it is no day. */
function dayOf(typed: string | undefined): { from: number; to: number } | 'bad' | null {
  if (typed === undefined || typed.trim() === '') return null
  const date = parseJalaliDate(typed)
  if (!date.ok) return 'bad'
  const start = jalaliToPlainDate(date.value).toZonedDateTime(zone)
  return { from: seconds(start), to: seconds(start.add({ days: 1 })) }
}

function seconds(at: Temporal.ZonedDateTime): number {
  return Math.floor(at.epochMilliseconds / 1000)
}

function queryOf(asked: LogFilters, day: ReturnType<typeof dayOf>): ExplorerQuery {
  const { kind, service, since, before } = asked
  return {
    kind: kind && kindNumbers[kind],
    service: service?.trim() === '' ? undefined : service?.trim(),
    since,
    before,
    ...(day === 'bad' ? { from: 1, to: 0 } : (day ?? {}))
  } as ExplorerQuery
}
