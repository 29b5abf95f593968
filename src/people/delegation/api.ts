import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type FastifyRequest, type Server, api } from '../../platform/http/index.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { acceptOffer, declineOffer, takeBackOffer } from './answer-offer.ts'
import { delegatedActs, delegationKinds, delegationScope } from './delegation.ts'
import { offerDelegation } from './offer-delegation.ts'
import { readDelegates } from './read-delegates.ts'
import { revokeDelegation } from './revoke-delegation.ts'
import { resumeDelegation } from './suspend-delegations.ts'
import { personalSessionOf } from '../session-of.ts'

const uuid = z.uuid()
const name = z.object({ fa: z.string(), en: z.string() })
const instant = z.string().meta({ description: 'RFC 3339', format: 'date-time' })
const givenInstant = z.iso
  .datetime({ offset: true })
  .transform((typed) => Temporal.Instant.from(typed))
  .meta({ description: 'RFC 3339' })

const terms = {
  kind: z.enum(delegationKinds),
  scope: delegationScope,
  acts: z.array(z.enum(delegatedActs)),
  until: instant.nullable().meta({ description: 'First instant at which it holds no more' })
}
const delegation = z.object({
  id: uuid,
  grantor: uuid,
  grantorName: name,
  delegate: uuid,
  delegateName: name,
  ...terms,
  from: instant,
  revokedAt: instant.nullable(),
  inForce: z.boolean()
})
const offer = z.object({
  id: uuid,
  grantor: uuid,
  ...terms,
  byCode: z.boolean(),
  expiresAt: instant
})
const delegations = z.object({
  held: z.array(delegation).meta({ description: 'By which the caller acts, and acted' }),
  offered: z.array(offer.extend({ grantorName: name })).meta({ description: 'To the caller' }),
  grantors: z.array(
    z.object({
      person: z.object({ id: uuid, name }),
      given: z.array(delegation),
      offers: z.array(offer)
    })
  )
})
const newOffer = z.strictObject({
  grantor: uuid.optional().meta({ description: 'A business or body that the caller represents' }),
  kind: z.enum(delegationKinds),
  scope: delegationScope,
  acts: z.array(z.enum(delegatedActs)).min(1),
  until: givenInstant.nullable().optional(),
  to: z
    .strictObject({
      nationalId: z.string().max(40).optional(),
      foreignerCode: z.string().max(40).optional()
    })
    .optional()
    .meta({ description: 'Where absent, whoever brings the code that is answered' })
})
const answer = z.union([
  z.strictObject({ code: z.string().max(40) }),
  z.strictObject({ offer: uuid })
])
const tag = 'delegations'
const common = { tag, auth: 'session-or-key', scope: null } as const

/** The operations about delegations; a key of a system delegates nothing and is nobody's delegate. */
export function delegationApi(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/delegations',
    summary: 'Whom the caller acts for, what is offered, and who acts for the caller',
    response: delegations,
    ...common,
    handler: async ({ request }) => plain(await readDelegates(context, personOf(request)))
  })
  api(app, {
    method: 'post',
    path: '/delegations/offers',
    summary: 'Offer a delegation; it holds once its delegate accepts it',
    body: newOffer,
    status: 201,
    response: z.object({
      offer: uuid,
      code: z.string().nullable().meta({ description: 'Shown this once' }),
      expiresAt: instant
    }),
    ...common,
    handler: async ({ request, body }) => {
      const giver = freshPerson(context, request)
      const made = await offerDelegation(context, { ...body, until: body.until ?? null, giver })
      return plain(made)
    }
  })
  answering(app, context)
  ending(app, context)
}

function answering(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/delegations/acceptances',
    summary: 'Accept an offer by its code, or by its id where it names the caller',
    body: answer,
    status: 201,
    response: z.object({ delegation: uuid, grantor: uuid, ...terms }),
    ...common,
    handler: async ({ request, body }) => {
      const person = freshPerson(context, request)
      const by = 'code' in body ? body : { id: body.offer }
      const { id, ...rest } = await acceptOffer(context, { person, offer: by })
      return plain({ ...rest, delegation: id })
    }
  })
  api(app, {
    method: 'delete',
    path: '/delegations/offers/{id}',
    summary: 'Decline an offer to the caller, or with `grantor` take back one of theirs',
    params: z.object({ id: uuid.meta({ description: 'Id of the offer' }) }),
    query: z.object({
      grantor: uuid.optional().meta({ description: 'Whose offer is taken back' })
    }),
    status: 204,
    response: z.null(),
    ...common,
    handler: async ({ request, params, query }) => {
      const person = personOf(request)
      const { grantor } = query
      if (grantor === undefined) await declineOffer(context, { person, offer: params.id })
      else await takeBackOffer(context, { giver: person, grantor, offer: params.id })
      return null
    }
  })
}

function ending(app: Server, context: Context): void {
  api(app, {
    method: 'delete',
    path: '/delegations/{grantor}/{id}',
    summary: 'End a delegation at once: by its grantor or its delegate',
    params: z.object({
      grantor: uuid.meta({ description: 'For whom it was given' }),
      id: uuid.meta({ description: 'Id of the delegation' })
    }),
    status: 204,
    response: z.null(),
    ...common,
    handler: async ({ request, params }) => {
      const { grantor, id } = params
      await revokeDelegation(context, { by: personOf(request), grantor, delegation: id })
      return null
    }
  })
  api(app, {
    method: 'post',
    path: '/delegations/{grantor}/{id}/resumption',
    summary: 'Let a delegation hold again that stood still since the caller’s account was frozen',
    params: z.object({
      grantor: uuid.meta({ description: 'For whom it was given' }),
      id: uuid.meta({ description: 'Id of the delegation' })
    }),
    status: 201,
    response: z.object({ delegation: uuid }),
    ...common,
    handler: async ({ request, params }) => {
      const { grantor, id } = params
      const session = personalSessionOf(request)
      await resumeDelegation(context, session, { grantor, delegation: id })
      return { delegation: id }
    }
  })
}

function personOf(request: FastifyRequest): string {
  return personalSessionOf(request).person.id
}

function freshPerson(context: Context, request: FastifyRequest): string {
  const session = personalSessionOf(request)
  demandFreshProof(session, context.clock.now())
  return session.person.id
}

/** A value as JSON holds it: instants become RFC 3339 text. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value))
}
