import { createHash } from 'node:crypto'
import { actorOf } from '../../../people/index.ts'
import { type FastifyRequest, type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import {
  batchAgeHeader,
  batchAnswerSchema,
  batchBytesMax,
  batchSchema,
  planSchema
} from '../../agent/wire.ts'
import { type ProbeCaller, probePlan } from '../probe-plan.ts'
import { takeResults } from '../take-results.ts'

const tag = 'probes'

/** What probes themselves call, each with its own key. */
export function agentRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/probe-plan',
    tag,
    summary: 'What a vantage point is to look at',
    description:
      'With the key of a probe. The key is the vantage point: whoever asks for the first time is registered as one outside. Answers 304 to the `ETag` of the same plan.',
    response: planSchema,
    auth: 'session-or-key',
    scope: 'probes:report',
    handler: async ({ request, reply }) => {
      const plan = await probePlan(context, callerOf(request))
      const etag = `"${createHash('sha256').update(JSON.stringify(plan)).digest('base64url')}"`
      void reply.header('etag', etag)
      if (request.headers['if-none-match'] !== etag) return plan
      await reply.code(304).send()
      return undefined
    }
  })
  api(app, {
    method: 'post',
    path: '/probe-results',
    tag,
    summary: 'Report what a vantage point found',
    description: `With the key of a probe. The time of a result is when the request came, less its age, less the header \`${batchAgeHeader}\`: the clock of the probe decides nothing. A batch is taken once, however often it is sent; results of targets that are unknown or were retired are refused by their place.`,
    body: batchSchema,
    response: batchAnswerSchema,
    auth: 'session-or-key',
    scope: 'probes:report',
    bodyLimitBytes: batchBytesMax,
    handler: ({ body, request, reply }) => {
      // From when the request came, not from when its body had been read.
      const receivedAt = context.clock.now().subtract({
        milliseconds: Math.round(reply.elapsedTime)
      })
      const report = { batch: body, receivedAt, batchAge: request.headers[batchAgeHeader] }
      return takeResults(context, callerOf(request), report)
    }
  })
}

function callerOf(request: FastifyRequest): ProbeCaller {
  return { actor: actorOf(request), label: request.apiKey?.label ?? '' }
}
