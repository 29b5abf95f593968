import { z } from 'zod'
import { type FastifyRequest, type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { namedServices } from '../../delegation/service-names.ts'
import { demandFreshProof } from '../../fresh-proof.ts'
import { demand } from '../../role.ts'
import type { Session } from '../../session.ts'
import { personalSessionOf } from '../../session-of.ts'
import type { LegalHold } from '../hold.ts'
import { holdsOfAuthorities } from '../hold-store.ts'
import type { PersonalDataHolder } from '../holder.ts'
import { type HoldAct, changeHold, holdRoles, placeHold } from '../place-hold.ts'
import { keepDaysBounds, retainedTypes } from '../retention.ts'
import { dropRetention, saveRetention } from '../save-retention.ts'

const common = { tag: 'people', auth: 'session-or-key', scope: null } as const
const holdsMost = 200
const instant = z.iso.datetime({ offset: true })
const authority = z.string().max(64).describe('Id of the authority.')
const reason = z.string().max(1000).describe('5 to 1,000 characters; the person reads it.')

const hold = z.object({
  id: z.uuid(),
  authority,
  case: z.uuid().nullable().describe('null: everything of the person at the authority.'),
  reason: z.string().nullable(),
  placedBy: z.string(),
  placedAt: instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  liftReason: z.string().nullable(),
  liftAskedBy: z.string().nullable(),
  liftAskedAt: instant.nullable(),
  liftedAt: instant.nullable()
})

const ruleName = {
  authority,
  dataType: z.enum(retainedTypes).describe('Kind of data that the rule is for.'),
  service: z
    .string()
    .max(40)
    .default('')
    .describe('Code of a service of the authority; empty: all that have no rule of their own.')
}
const rule = z.strictObject({
  ...ruleName,
  keepDays: z.int().min(keepDaysBounds.least).max(keepDaysBounds.most),
  erasable: z.boolean().describe('Whether its person may have it erased earlier.')
})

/**
 * What staff do about data of persons: legal holds and times of keeping. A person does it, who proved
 * lately who they are; no key opens any of it.
 */
export function personalDataDeskApi(
  app: Server,
  context: Context,
  holders: readonly PersonalDataHolder[]
): void {
  listApi(app, context)
  placeApi(app, context, holders)
  actApi(app, context)
  ruleApi(app, context)
}

function freshPerson(context: Context, request: FastifyRequest): Session {
  const session = personalSessionOf(request)
  demandFreshProof(session, context.clock.now())
  return session
}

function listApi(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/legal-holds',
    summary: 'The legal holds of an authority, the standing ones first',
    query: z.object({ authority }),
    response: z.object({ items: z.array(hold) }),
    ...common,
    handler: async ({ query, request }) => {
      const { actor } = personalSessionOf(request)
      demand(actor, { authority: query.authority, role: holdRoles })
      const all = await holdsOfAuthorities(context.db, [query.authority], holdsMost)
      return { items: all.map(answerOf) }
    }
  })
}

function placeApi(app: Server, context: Context, holders: readonly PersonalDataHolder[]): void {
  api(app, {
    method: 'post',
    path: '/legal-holds',
    summary: 'Place a legal hold on one application, or on everything of its person; fresh proof',
    body: z.strictObject({
      authority,
      matter: z.string().max(60).describe('Tracking code of an application of the authority.'),
      scope: z.enum(['case', 'person']),
      reason
    }),
    status: 201,
    response: z.object({ hold: z.uuid() }),
    ...common,
    handler: async ({ body, request }) => {
      const { actor } = freshPerson(context, request)
      return { hold: await placeHold(context, actor, { ...body, holders }) }
    }
  })
}

/** Each is for another person than the one before: confirming, and lifting what somebody asked for. */
const acts = [
  { act: 'confirm', noun: 'confirmation', summary: 'Confirm a legal hold, as the second person' },
  { act: 'lift', noun: 'lifting', summary: 'Lift a legal hold that another person asked to lift' },
  { act: 'keep', noun: 'keeping', summary: 'Keep a legal hold that somebody asked to lift' }
] as const

function actApi(app: Server, context: Context): void {
  const params = z.object({ id: z.uuid().describe('Id of the hold.') })
  const response = z.object({ hold: z.uuid() })
  const change = async (request: FastifyRequest, id: string, what: HoldAct) => {
    const { actor } = freshPerson(context, request)
    await changeHold(context, actor, { hold: id, ...what })
    return { hold: id }
  }
  for (const { act, noun, summary } of acts)
    api(app, {
      method: 'post',
      path: `/legal-holds/{id}/${noun}`,
      summary,
      params,
      status: 201,
      response,
      ...common,
      handler: ({ params: { id }, request }) => change(request, id, { act })
    })
  api(app, {
    method: 'post',
    path: '/legal-holds/{id}/lift-request',
    summary: 'Ask for a legal hold to be lifted; another person does it, or keeps it',
    params,
    body: z.strictObject({ reason }),
    status: 201,
    response,
    ...common,
    handler: ({ params: { id }, body, request }) =>
      change(request, id, { act: 'ask-lift', reason: body.reason })
  })
}

function ruleApi(app: Server, context: Context): void {
  api(app, {
    method: 'put',
    path: '/retention-rules',
    summary: 'Set how long an authority keeps a kind of data; fresh proof of its administrator',
    body: rule,
    response: rule,
    ...common,
    handler: async ({ body, request }) => {
      const { actor } = freshPerson(context, request)
      const services = await namedServices(request.server)
      await saveRetention(context, actor, { ...body, services })
      return body
    }
  })
  api(app, {
    method: 'delete',
    path: '/retention-rules',
    summary: 'End a rule: the data is kept until its person has it erased',
    query: z.object(ruleName),
    status: 204,
    response: z.null(),
    ...common,
    handler: async ({ query, request }) => {
      const { actor } = freshPerson(context, request)
      await dropRetention(context, actor, query)
      return null
    }
  })
}

function answerOf(one: LegalHold): z.input<typeof hold> {
  const { id, reason: why, placedBy, confirmedBy, liftReason, liftAskedBy } = one
  return {
    ...{ id, authority: one.authority, case: one.case, reason: why },
    ...{ placedBy, confirmedBy, liftReason, liftAskedBy },
    placedAt: one.placedAt.toString(),
    confirmedAt: one.confirmedAt?.toString() ?? null,
    liftAskedAt: one.liftAskedAt?.toString() ?? null,
    liftedAt: one.liftedAt?.toString() ?? null
  }
}
