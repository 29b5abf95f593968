import { z } from 'zod'
import { actorOf } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { decideCorrection, proposeCorrection } from '../correct-outage.ts'
import { entriesOf } from '../entry-store.ts'
import { openOutage } from '../open-outage.ts'
import { correctionReasons, outageCauses } from '../outage.ts'
import { newestOutages, openOutages, outageById } from '../outage-store.ts'
import { OutageNotFoundError } from '../refusals.ts'
import { closeOutage, updateOutageNews } from '../update-outage.ts'
import {
  both,
  correctionAnswer,
  correctionSchema,
  entrySchema,
  instant,
  outageAnswer,
  outageSchema
} from './api-answers.ts'

const tag = 'outages'
const id = z.object({ id: z.uuid().describe('Id of the outage.') })
const words = both.nullable().default(null)
const when = instant.nullable().default(null)
const at = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

/** Operations about outages. */
export function outageApi(app: Server, context: Context): void {
  readRoutes(app, context)
  openRoute(app, context)
  newsRoutes(app, context)
  correctRoutes(app, context)
}

function readRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/outages',
    summary: 'Outages, the newest first; void ones too, marked so',
    tag,
    auth: 'public',
    query: z.object({
      authority: z.string().max(60).optional().describe('Only of this authority.'),
      open: z.enum(['true', 'false']).default('false').describe('Only those that last.'),
      limit: z.coerce.number().int().min(1).max(200).default(50).describe('Most to return.'),
      after: z.uuid().optional().describe('Go on after this outage: `links.next` has it.')
    }),
    response: z.object({
      outages: z.array(outageSchema),
      links: z.object({ next: z.string().nullable() })
    }),
    handler: async ({ query }) => {
      const whose = query.authority === undefined ? {} : { authority: query.authority }
      if (query.open === 'true') {
        const lasting = await openOutages(context.db, query.authority)
        return { outages: lasting.map(outageAnswer), links: { next: null } }
      }
      const found = await newestOutages(context.db, {
        ...whose,
        ...(query.after === undefined ? {} : { before: query.after }),
        limit: query.limit + 1
      })
      const outages = found.slice(0, query.limit)
      const last = found.length > query.limit ? outages.at(-1) : undefined
      const more = new URLSearchParams({
        ...whose,
        limit: String(query.limit),
        after: last?.id ?? ''
      })
      const next = last === undefined ? null : `/api/v1/outages?${more.toString()}`
      return { outages: outages.map(outageAnswer), links: { next } }
    }
  })
  api(app, {
    method: 'get',
    path: '/outages/{id}',
    summary: 'An outage with its course',
    tag,
    auth: 'public',
    params: id,
    response: outageSchema.extend({ course: z.array(entrySchema) }),
    handler: async ({ params }) => {
      const outage = await outageById(context.db, params.id)
      if (outage === null) throw new OutageNotFoundError()
      const course = (await entriesOf(context.db, outage)).map((entry) => ({
        kind: entry.kind,
        at: entry.at.toString(),
        fact: entry.fact,
        text: entry.text,
        body: entry.body
      }))
      return { ...outageAnswer(outage), course }
    }
  })
}

function openRoute(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/outages',
    summary: 'Open an outage that people found; its notice is published with it',
    tag,
    auth: 'session-or-key',
    body: z.object({
      authority: z.string().max(60),
      component: z.string().max(300),
      from: instant.describe(
        'When it began: not after now, not before its component was watched, at most 30 days ago.'
      ),
      cause: z.enum(outageCauses).default('unknown'),
      scope: words.describe('What exactly does not work; the whole component where `null`.'),
      expectedReturnAt: when,
      nextUpdateAt: when
    }),
    response: outageSchema,
    status: 201,
    handler: async ({ body, request }) =>
      outageAnswer(
        await openOutage(context, actorOf(request), {
          ...body,
          from: Temporal.Instant.from(body.from),
          expectedReturnAt: at(body.expectedReturnAt),
          nextUpdateAt: at(body.nextUpdateAt)
        })
      )
  })
}

function newsRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/outages/{id}/news',
    summary: 'Tell news of an outage that goes on; its notice is corrected',
    tag,
    auth: 'session-or-key',
    params: id,
    body: z.object({
      cause: z.enum(outageCauses),
      scope: words,
      words: words.describe('What is new, for its course.'),
      expectedReturnAt: when,
      nextUpdateAt: when
    }),
    response: outageSchema,
    handler: async ({ params, body, request }) =>
      outageAnswer(
        await updateOutageNews(context, actorOf(request), {
          ...body,
          id: params.id,
          expectedReturnAt: at(body.expectedReturnAt),
          nextUpdateAt: at(body.nextUpdateAt)
        })
      )
  })
  api(app, {
    method: 'post',
    path: '/outages/{id}/closing',
    summary: 'Close an outage with a note, or add the note to one that probes closed',
    tag,
    auth: 'session-or-key',
    params: id,
    body: z.object({
      to: instant.nullable().default(null).describe('When it ended; now where `null`.'),
      cause: z.enum(outageCauses),
      note: both
    }),
    response: outageSchema,
    handler: async ({ params, body, request }) =>
      outageAnswer(
        await closeOutage(context, actorOf(request), {
          ...body,
          id: params.id,
          to: at(body.to) ?? context.clock.now()
        })
      )
  })
}

function correctRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/outages/{id}/corrections',
    summary: 'Propose a correction; a second person approves it',
    tag,
    auth: 'session-or-key',
    params: id,
    body: z.object({
      from: instant,
      to: instant.nullable(),
      cause: z.enum(outageCauses),
      void: z.boolean().default(false).describe('It was no outage at all.'),
      reason: z.enum(correctionReasons),
      words: both.describe('Why, for everyone to read.')
    }),
    response: correctionSchema,
    status: 201,
    handler: async ({ params, body, request }) =>
      correctionAnswer(
        await proposeCorrection(context, actorOf(request), {
          ...body,
          id: params.id,
          from: Temporal.Instant.from(body.from),
          to: at(body.to)
        })
      )
  })
  api(app, {
    method: 'post',
    path: '/outages/{id}/corrections/{correction}/decision',
    summary: 'Approve or refuse a proposed correction, as its second person',
    tag,
    auth: 'session-or-key',
    params: id.extend({ correction: z.uuid().describe('Id of the correction.') }),
    body: z.object({ approved: z.boolean() }),
    response: outageSchema,
    handler: async ({ params, body, request }) =>
      outageAnswer(await decideCorrection(context, actorOf(request), { ...params, ...body }))
  })
}
