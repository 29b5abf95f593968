import { z } from 'zod'
import { type Server, page } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import type { Named } from '../notice-text.ts'
import { outagesCalendar } from '../outages-calendar.ts'
import type { Planned } from '../planned.ts'
import { plannedById, plannedRowsBetween } from '../planned-store.ts'
import { PlannedNotFoundError } from '../refusals.ts'
import { type ShownPlanned, plannedPage } from '../views/public-page.ts'
import { namesOf } from '../write-planned.ts'

const daysBack = 90
const daysAhead = 400
const calendarQuery = z.object({
  authority: z.string().max(60).optional().catch(undefined),
  service: z.string().max(13).optional().catch(undefined)
})

/** The page of a planned outage for everyone, and the calendar of all of them. */
export function publicPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/planned/:id' }, async ({ view, request }) => {
    const { id } = request.params as { id: string }
    const planned = await plannedById(context.db, id)
    if (planned === null) throw new PlannedNotFoundError()
    return plannedPage(view, await shown(context, planned))
  })
  for (const url of ['/outages.ics', '/en/outages.ics']) {
    app.get(url, { schema: { hide: true } }, async (request, reply) => {
      if (request.caller === null) void reply.header('cache-control', 'public, max-age=60')
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="outages.ics"')
        .send(await calendar(context, calendarQuery.parse(request.query)))
    })
  }
}

async function shown(context: Context, planned: Planned): Promise<ShownPlanned> {
  const named = await namesOf(context.db, planned.authority, context.clock.now())
  const joined = planned.joins === null ? null : await plannedById(context.db, planned.joins)
  return { planned, named, joined: joined && { planned: joined, named, joined: null } }
}

async function calendar(
  context: Context,
  { authority, service }: z.infer<typeof calendarQuery>
): Promise<string> {
  const now = context.clock.now()
  const found = await plannedRowsBetween(context.db, {
    authority,
    from: now.subtract({ hours: daysBack * 24 }),
    to: now.add({ hours: daysAhead * 24 }),
    withCancelled: true
  })
  const meant = found.filter(
    ({ services }) => service === undefined || services === null || services.includes(service)
  )
  const names = new Map<string, Named>()
  for (const { authority: id } of meant)
    if (!names.has(id)) names.set(id, await namesOf(context.db, id, now))
  const planned = meant.flatMap((each) => {
    const named = names.get(each.authority)
    return named === undefined ? [] : [{ planned: each, named }]
  })
  return outagesCalendar({ origin: context.config.origin, planned })
}
