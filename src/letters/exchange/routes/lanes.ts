import { z } from 'zod'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { lanes } from '../letter.ts'
import { laneReport } from '../lane-report.ts'

const seconds = z.number().nullable()

/** How fast letters go, for everybody to read. */
export function laneRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/letter-lanes',
    summary: 'How long letters take from acceptance to the mailbox, by lane, over the last day',
    ...{ tag: 'letters', auth: 'public' },
    response: z.object({
      since: z.string(),
      lanes: z.array(
        z.object({
          lane: z.enum(lanes),
          waiting: z.int(),
          oldestWaitingSeconds: z.number(),
          published: z.int().describe('Of the newest 10,000 at most.'),
          medianSeconds: seconds,
          p99Seconds: seconds
        })
      )
    }),
    handler: async () => {
      const { since, figures } = await laneReport(context)
      return { since: since.toString(), lanes: figures }
    }
  })
}
