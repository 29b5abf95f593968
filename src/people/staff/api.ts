import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { assignPost } from './assign-post.ts'
import { administered } from './demand-administrator.ts'
import { endHolding } from './end-holding.ts'
import { giveRole } from './give-role.ts'
import type { NamedPerson } from './name-person.ts'
import { grantsAt, holdingsAt } from './staff-store.ts'
import { rolesOfPosts, rolesOfStaff } from './staff.ts'
import { takeBackRole } from './take-back-role.ts'
import { personalSessionOf } from '../session-of.ts'

const name = z.object({ fa: z.string(), en: z.string() })
const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text))
const authority = z.string().max(64).describe('Whose staff')
const person = z
  .strictObject({
    name: z.string().max(200),
    nationalId: z.string().max(40).optional(),
    foreignerCode: z.string().max(40).optional(),
    mobile: z.string().max(40).optional(),
    email: z.string().max(260).optional()
  })
  .describe('Found by the identifier where known, else written down. Copied from a paper.')
const done = z.object({
  person: z.object({ id: z.string(), name }),
  enrolmentCode: z
    .string()
    .nullable()
    .describe('For the first passkey of somebody who has none; shown only now.')
})
const staff = z.object({
  grants: z.array(
    z.object({
      id: z.string(),
      person: z.object({ id: z.string(), name }),
      role: z.string(),
      unit: z.string().nullable(),
      post: z.string().nullable(),
      from: z.string(),
      until: z.string().nullable()
    })
  ),
  holdings: z.array(
    z.object({
      id: z.string(),
      post: z.string(),
      person: z.object({ id: z.string(), name }),
      from: z.string(),
      to: z.string().nullable().describe('The last day, included.'),
      standsIn: z.boolean()
    })
  )
})
const params = z.object({ id: z.uuid().describe('Of the grant, or of the holding') })
const tag = 'people'
const auth = 'session-or-key' as const
const description =
  'For the administrator of the authority, in a session; an act asks for a fresh proof, and no API key opens it.'

/** Staff of an authority, for its administrators. */
export function staffApi(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/staff',
    summary: 'Roles and posts of an authority, with who has them',
    description,
    tag,
    auth,
    query: z.object({ authority }),
    response: staff,
    handler: async ({ query, request }) => {
      await administered(context, personalSessionOf(request).actor, query.authority)
      return listed(context, query.authority)
    }
  })
  api(app, {
    method: 'post',
    path: '/staff/roles',
    summary: 'Give somebody a role in an authority',
    description,
    tag,
    auth,
    status: 201,
    body: z.strictObject({
      authority,
      person,
      role: z.enum(rolesOfStaff),
      unit: z.string().max(64).nullable().default(null),
      until: z.iso
        .datetime({ offset: true })
        .transform((text) => Temporal.Instant.from(text))
        .nullable()
        .default(null)
    }),
    response: done,
    handler: async ({ body, request }) =>
      told(
        await giveRole(context, personalSessionOf(request), {
          ...body,
          person: { kind: 'person', ...body.person }
        })
      )
  })
  assigning(app, context)
  endings(app, context)
}

function assigning(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/staff/posts',
    summary: 'Give somebody a post from a day on, or let them stand in',
    description,
    tag,
    auth,
    status: 201,
    body: z.strictObject({
      authority,
      person,
      post: z.string().max(64),
      role: z.enum(rolesOfPosts),
      from: day,
      to: day.nullable().default(null),
      standsIn: z.boolean().default(false)
    }),
    response: done,
    handler: async ({ body, request }) =>
      told(
        await assignPost(context, personalSessionOf(request), {
          ...body,
          person: { kind: 'person', ...body.person }
        })
      )
  })
}

function endings(app: Server, context: Context): void {
  const ended = z.object({ id: z.string() })
  api(app, {
    method: 'post',
    path: '/staff/roles/{id}/revocation',
    summary: 'Take a role back, at once',
    description,
    tag,
    auth,
    params,
    body: z.strictObject({ authority }),
    response: ended,
    handler: async ({ params: { id }, body, request }) => {
      const { authority: of } = body
      await takeBackRole(context, personalSessionOf(request), { authority: of, grant: id })
      return { id }
    }
  })
  api(app, {
    method: 'post',
    path: '/staff/posts/{id}/end',
    summary: 'Set the last day of a holding of a post',
    description,
    tag,
    auth,
    params,
    body: z.strictObject({ authority, to: day }),
    response: ended,
    handler: async ({ params: { id }, body, request }) => {
      const { authority: of, to } = body
      await endHolding(context, personalSessionOf(request), { authority: of, holding: id, to })
      return { id }
    }
  })
}

function told({ person: { id, name: named }, code }: NamedPerson) {
  return { person: { id, name: named }, enrolmentCode: code }
}

async function listed({ db, clock }: Context, of: string) {
  const grants = await grantsAt(db, of, clock.now())
  const holdings = await holdingsAt(db, of)
  return {
    grants: grants.map(({ person: id, name: named, from, until, ...rest }) => ({
      ...rest,
      person: { id, name: named },
      from: from.toString(),
      until: until?.toString() ?? null
    })),
    holdings: holdings.map(
      ({ person: id, name: named, from, to, post, standsIn, id: holding }) => ({
        id: holding,
        post,
        standsIn,
        person: { id, name: named },
        from: from.toString(),
        to: to?.toString() ?? null
      })
    )
  }
}
