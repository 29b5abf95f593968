import { listAuthorities } from '../../../people/index.ts'
import { atomFeed, jsonFeed } from '../../../platform/feed/index.ts'
import type { Server } from '../../../platform/http/index.ts'
import { type Context, withScope } from '../../../platform/index.ts'
import { listReports } from '../list-store.ts'
import { reportsFeed } from '../reports-feed.ts'
import { currentChoices } from '../sync-choices.ts'

const days = 30
const entriesMax = 500

/** The reports of the past month as Atom and as a JSON feed. */
export function reportFeeds(app: Server, context: Context): void {
  const made = async (format: 'atom' | 'json') => {
    const { db, clock, config } = context
    const at = clock.now()
    const authorities = (await listAuthorities(db)).map(({ id }) => id)
    const from = at.subtract({ hours: days * 24 })
    // What failed and when is for everybody; what people wrote is left out of it.
    const list = () => listReports(db, { authorities, from, limit: entriesMax })
    const reports = await withScope('system', list)
    const choices = await currentChoices(context)
    // What is no report is no news either.
    const shown = reports.filter(({ closedReason }) => closedReason !== 'spam')
    return reportsFeed({ format, reports: shown, choices, origin: config.origin, at })
  }
  const hide = { schema: { hide: true } }
  app.get('/report/recent.atom', hide, async (_request, reply) =>
    reply.type('application/atom+xml; charset=utf-8').send(atomFeed(await made('atom')))
  )
  app.get('/report/recent.json', hide, async (_request, reply) =>
    reply
      .type('application/feed+json; charset=utf-8')
      .serializer((text: unknown) => String(text))
      .send(jsonFeed(await made('json')))
  )
}
