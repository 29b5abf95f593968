import { z } from 'zod'
import { actorOf, keys } from '../../../people/index.ts'
import type { Context } from '../../../platform/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import { addToPlanned, announcePlanned } from '../announce-planned.ts'
import { cancelPlanned } from '../cancel-planned.ts'
import { movePlanned } from '../move-planned.ts'
import { earliestLawfulStart } from '../plan-limits.ts'
import { type Planned, plannedKinds } from '../planned.ts'
import { plannedById, plannedRowsBetween } from '../planned-store.ts'
import { PlannedNotFoundError } from '../refusals.ts'
import { seeInSandbox } from '../see-in-sandbox.ts'
import {
  codes,
  earliestAnswer,
  earliestSchema,
  instant,
  plannedAnswer,
  plannedSchema,
  words
} from './api-answers.ts'

const tag = 'outages'
const id = z.object({ id: z.uuid().describe('Id of the planned outage.') })
const revision = z.int().min(1).optional().describe('As last read; refused if it changed since.')
const instantOf = (text: string) => Temporal.Instant.from(text)

/** Operations about planned outages. */
export function plannedApi(app: Server, context: Context): void {
  readRoutes(app, context)
  announceRoutes(app, context)
  changeRoutes(app, context)
}

function answer(context: Context, planned: Planned) {
  return plannedAnswer(planned, context.clock.now())
}

function readRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/planned-outages',
    summary: 'Planned outages and suspensions of a time, the earliest first',
    tag,
    auth: 'public',
    query: z.object({
      authority: z.string().max(60).optional().describe('Only of this authority.'),
      component: z.string().max(80).optional().describe('Only of this component.'),
      from: instant.optional().describe('From now where absent.'),
      to: instant.optional().describe('To 400 days from `from` where absent.'),
      cancelled: z.enum(['true', 'false']).default('false').describe('Cancelled ones, too.')
    }),
    response: z.object({ plannedOutages: z.array(plannedSchema) }),
    handler: async ({ query, request }) => {
      const now = keys.atSandboxClock(context, request)
      const from = query.from === undefined ? now.clock.now() : readable(instantOf(query.from))
      const to = readable(
        query.to === undefined ? from.add({ hours: 400 * 24 }) : instantOf(query.to)
      )
      const { authority, component } = query
      const withCancelled = query.cancelled === 'true'
      const asked = { authority, component, from, to, withCancelled }
      const found = await plannedRowsBetween(context.db, asked)
      return { plannedOutages: found.map((planned) => answer(now, planned)) }
    }
  })
  api(app, {
    method: 'get',
    path: '/planned-outages/earliest-start',
    summary: 'When a planned outage that is announced now may begin at the earliest',
    tag,
    auth: 'public',
    query: z.object({ authority: z.string().max(60).describe('Id of the authority.') }),
    response: earliestSchema,
    handler: async ({ query, request }) =>
      earliestAnswer(
        await earliestLawfulStart(keys.atSandboxClock(context, request), query.authority)
      )
  })
  api(app, {
    method: 'get',
    path: '/planned-outages/{id}',
    summary: 'A planned outage: its times, when each was seen, and whether it is valid',
    tag,
    auth: 'public',
    params: id,
    response: plannedSchema,
    handler: async ({ params, request }) => {
      const planned = await plannedById(context.db, params.id)
      if (planned === null) throw new PlannedNotFoundError()
      return answer(keys.atSandboxClock(context, request), planned)
    }
  })
}

function announceRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/planned-outages',
    summary: 'Announce a planned outage or suspension; its notice is published with it',
    tag,
    auth: 'session-or-key',
    body: z.object({
      authority: z.string().max(60),
      kind: z.enum(plannedKinds),
      components: codes.optional().describe('Of an outage.'),
      services: codes.optional().describe('Of a closed form or a withdrawal.'),
      from: instant.describe('To the minute, 72 hours after the notice will have been seen.'),
      to: instant.describe('To the minute.'),
      words: words.nullable().optional().describe('What is done and why, in both languages.')
    }),
    response: plannedSchema,
    status: 201,
    handler: async ({ body, request }) => {
      const window = { from: instantOf(body.from), to: instantOf(body.to) }
      const at = keys.atSandboxClock(context, request)
      return answer(at, await announcePlanned(at, actorOf(request), { ...body, ...window }))
    }
  })
  api(app, {
    method: 'post',
    path: '/planned-outages/{id}/parts',
    summary: 'Add a part or service to a planned outage: a notice and 72 hours of its own',
    tag,
    auth: 'session-or-key',
    params: id,
    body: z.object({ components: codes.optional(), services: codes.optional() }),
    response: plannedSchema,
    status: 201,
    handler: async ({ params, body, request }) => {
      const input = { planned: params.id, ...body }
      const at = keys.atSandboxClock(context, request)
      return answer(at, await addToPlanned(at, actorOf(request), input))
    }
  })
}

function changeRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/planned-outages/{id}/moves',
    summary: 'Move a planned outage; its notice is corrected, and must be seen again',
    tag,
    auth: 'session-or-key',
    params: id,
    body: z.object({ from: instant, to: instant, revision }),
    response: plannedSchema,
    status: 201,
    handler: async ({ params, body, request }) => {
      const window = { from: instantOf(body.from), to: instantOf(body.to) }
      const input = { planned: params.id, revision: body.revision, ...window }
      const at = keys.atSandboxClock(context, request)
      return answer(at, await movePlanned(at, actorOf(request), input))
    }
  })
  api(app, {
    method: 'post',
    path: '/planned-outages/{id}/cancellation',
    summary: 'Cancel a planned outage that has not begun; its notice says so',
    tag,
    auth: 'session-or-key',
    params: id,
    body: z.object({ because: z.enum(['not-needed', 'postponed']), revision }),
    response: plannedSchema,
    status: 201,
    handler: async ({ params, body, request }) => {
      const input = { planned: params.id, ...body }
      const at = keys.atSandboxClock(context, request)
      return answer(at, await cancelPlanned(at, actorOf(request), input))
    }
  })
  api(app, {
    method: 'post',
    path: '/planned-outages/{id}/sight',
    summary: 'In the sandbox only: let an outside probe see the notice as it stands',
    tag,
    auth: 'session-or-key',
    params: id,
    response: plannedSchema,
    status: 201,
    handler: async ({ params, request }) => {
      const at = keys.atSandboxClock(context, request)
      return answer(at, await seeInSandbox(at, actorOf(request), params.id))
    }
  })
}

// The database reads no year of five digits, nor one before the first.
const [firstInstant, lastInstant] = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'].map((text) =>
  Temporal.Instant.from(text)
) as [Temporal.Instant, Temporal.Instant]

function readable(at: Temporal.Instant): Temporal.Instant {
  if (Temporal.Instant.compare(at, firstInstant) < 0) return firstInstant
  return Temporal.Instant.compare(at, lastInstant) > 0 ? lastInstant : at
}
