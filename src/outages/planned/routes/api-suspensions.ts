import { z } from 'zod'
import { actorOf, keys } from '../../../people/index.ts'
import type { Context } from '../../../platform/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import { decideExtension, proposeExtension } from '../extend-for-outage.ts'
import { emergencyReasonCodes } from '../messages-notice.ts'
import { plannedRowsBetween } from '../planned-store.ts'
import { extensionsFor } from '../read-extensions.ts'
import { emergencyKinds } from '../suspension.ts'
import { emergenciesBetween } from '../suspension-store.ts'
import { endSuspension, suspendService } from '../suspend-service.ts'
import {
  codes,
  emergencyAnswer,
  extensionAnswer,
  extensionSchema,
  instant,
  suspensionAnswer,
  suspensionSchema,
  words
} from './api-answers.ts'

const tag = 'outages'
const suspensionId = z.object({ id: z.uuid().describe('Id of the suspension, or of its plan.') })
const extensionId = z.object({ id: z.uuid().describe('Id of the proposal.') })
const secondsAhead = 400 * 86_400

/** Operations about suspensions and about deadlines that an outage made impossible. */
export function suspensionApi(app: Server, context: Context): void {
  listRoute(app, context)
  suspendRoutes(app, context)
  extensionRoutes(app, context)
}

function listRoute(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/suspensions',
    summary: 'Services that are suspended or will be, planned and in emergencies',
    tag,
    auth: 'public',
    query: z.object({
      authority: z.string().max(60).optional().describe('Only of this authority.'),
      service: z.string().max(13).optional().describe('Only of this service, or of all.')
    }),
    response: z.object({ suspensions: z.array(suspensionSchema) }),
    handler: async ({ query: { authority, service }, request }) => {
      const from = keys.atSandboxClock(context, request).clock.now()
      const asked = { authority, from, to: from.add({ seconds: secondsAhead }) }
      const [planned, emergencies] = await Promise.all([
        plannedRowsBetween(context.db, asked),
        emergenciesBetween(context.db, asked)
      ])
      const all = [...emergencies.map(emergencyAnswer), ...planned.flatMap(suspensionAnswer)]
      const suspensions = all.filter(
        ({ services }) =>
          service === undefined || services.length === 0 || services.includes(service)
      )
      return { suspensions }
    }
  })
}

function suspendRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/suspensions',
    summary: 'Suspend services at once, in an emergency: a breach with its reason',
    tag,
    auth: 'session-or-key',
    body: z.object({
      authority: z.string().max(60),
      kind: z.enum(emergencyKinds),
      services: codes.optional(),
      reason: z.enum(emergencyReasonCodes),
      words: words.nullable().optional(),
      until: instant.optional().describe('Ends by itself then; by hand where absent.')
    }),
    response: suspensionSchema,
    status: 201,
    handler: async ({ body, request }) => {
      const { until, ...rest } = body
      const end = until === undefined ? {} : { until: Temporal.Instant.from(until) }
      const input = { ...rest, ...end }
      const at = keys.atSandboxClock(context, request)
      return emergencyAnswer(await suspendService(at, actorOf(request), input))
    }
  })
  api(app, {
    method: 'post',
    path: '/suspensions/{id}/end',
    summary: 'End a suspension, or a planned outage that is under way, now',
    tag,
    auth: 'session-or-key',
    params: suspensionId,
    response: z.object({ id: z.string(), endedAt: instant }),
    status: 201,
    handler: async ({ params, request }) => {
      const now = keys.atSandboxClock(context, request)
      await endSuspension(now, actorOf(request), { suspension: params.id })
      return { id: params.id, endedAt: now.clock.now().toString() }
    }
  })
}

function extensionRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/deadline-extensions',
    summary: 'Proposals to extend deadlines for outages of the body’s own, the newest first',
    tag,
    auth: 'session-or-key',
    query: z.object({ outage: z.uuid().optional().describe('Only about this outage.') }),
    response: z.object({ extensions: z.array(extensionSchema) }),
    handler: async ({ query, request }) => {
      const found = await extensionsFor(context, actorOf(request), query)
      return { extensions: found.map(extensionAnswer) }
    }
  })
  api(app, {
    method: 'post',
    path: '/deadline-extensions',
    summary: 'Propose to extend the deadlines that an outage of the body’s own made impossible',
    tag,
    auth: 'session-or-key',
    body: z.object({
      outage: z.uuid(),
      reason: z.string().max(4000).describe('Read by the applicants; 10 to 1,000 characters.')
    }),
    response: extensionSchema,
    status: 201,
    handler: async ({ body, request }) =>
      extensionAnswer(await proposeExtension(context, actorOf(request), body))
  })
  api(app, {
    method: 'post',
    path: '/deadline-extensions/{id}/decision',
    summary: 'Approve or decline a proposal, as the second person',
    tag,
    auth: 'session-or-key',
    params: extensionId,
    body: z.object({ approved: z.boolean() }),
    response: extensionSchema,
    status: 201,
    handler: async ({ params, body, request }) => {
      const input = { extension: params.id, approved: body.approved }
      return extensionAnswer(await decideExtension(context, actorOf(request), input))
    }
  })
}
