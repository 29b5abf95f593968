import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { answerReport, linkReport } from '../answer-report.ts'
import { lengthMax } from '../read-report-form.ts'
import { closedReasons } from '../report.ts'

const tag = 'failure-reports'
const report = z.uuid().describe('Id of the report, not its receipt code.')
const state = z.enum(['open', 'closed'])

/** Answering, closing and linking reports by programs of the body. */
export function answeringApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/failure-reports/answers',
    summary: 'Answer a report, and close it with a reason or leave it open',
    tag,
    auth: 'session-or-key',
    body: z.strictObject({
      report,
      state,
      words: z.string().max(lengthMax.words).describe('The holder of the receipt reads it.'),
      closedReason: z.enum(closedReasons).optional().describe('Needed to close.')
    }),
    response: z.object({
      report: z.uuid(),
      state,
      closedReason: z.enum(closedReasons).nullable()
    }),
    status: 201,
    handler: async ({ body, request }) => {
      const { closedReason } = body
      const answered = await answerReport(context, actorOf(request), { ...body, closedReason })
      return { report: answered.id, state: answered.state, closedReason: answered.closedReason }
    }
  })
  api(app, {
    method: 'post',
    path: '/failure-reports/links',
    summary: 'Link a report to an outage of its body, or take the link away',
    tag,
    auth: 'session-or-key',
    body: z.strictObject({
      report,
      outage: z.uuid().nullable().describe('Null: it tells of none.')
    }),
    response: z.object({ report: z.uuid(), outage: z.uuid().nullable() }),
    status: 201,
    handler: async ({ body, request }) => {
      await linkReport(context, actorOf(request), body)
      return body
    }
  })
}
