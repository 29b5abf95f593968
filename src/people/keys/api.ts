import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { type ApiKey, type ListedApiKey, stateOfKey } from '../api-key.ts'
import { endKey, keysOf, makeKey, replaceKey, rolesOfKeys } from './manage-keys.ts'
import { overlapHoursMax, overlapHoursUsual } from './rotate-api-key.ts'
import { scopes } from './scope.ts'
import { personalSessionOf } from '../session-of.ts'

const keySchema = z.object({
  id: z.string().describe('Facts and lists name the key by it.'),
  authority: z.string(),
  unit: z.string().nullable(),
  role: z.string(),
  label: z.string(),
  live: z.boolean(),
  scopes: z.array(z.string()),
  state: z.enum(['works', 'expired', 'revoked']),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  rotatedFrom: z.string().nullable(),
  replacedBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedOn: z.string().nullable().describe('A day, in UTC; nothing finer is kept.')
})
const made = z.object({ key: z.string().describe('Shown only now.'), about: keySchema })

// A field that is not named here is refused: nobody sets an id, a maker or a time of making.
const newKey = z.strictObject({
  authority: z.string().max(64),
  role: z.enum(rolesOfKeys),
  unit: z.string().max(64).nullable().optional(),
  label: z.string().max(200),
  scopes: z.array(z.enum(scopes)).max(scopes.length).optional(),
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform((text) => Temporal.Instant.from(text))
    .nullable()
    .optional(),
  live: z.boolean()
})
const rotation = z.strictObject({
  overlapHours: z.int().min(0).max(overlapHoursMax).default(overlapHoursUsual)
})
const params = z.object({ id: z.uuid().describe('Id of the key, as the list shows it') })

const tag = 'keys'
const forPeople =
  'For the administrator of the authority, in a session with a fresh proof; no API key opens it.'

/** Keys of systems, for the administrators of their authorities. */
export function keyApi(app: Server, context: Context): void {
  const { clock } = context
  api(app, {
    method: 'get',
    path: '/keys',
    tag,
    summary: 'The API keys of an authority, without their secrets',
    description: 'For the administrator of the authority, in a session; no API key opens it.',
    query: z.object({ authority: z.string().max(64).describe('Whose keys') }),
    response: z.object({ items: z.array(keySchema) }),
    auth: 'session-or-key',
    scope: null,
    handler: async ({ query, request }) => {
      const keys = await keysOf(context, personalSessionOf(request), query.authority)
      return { items: keys.map((key) => plain(key, clock.now())) }
    }
  })
  api(app, {
    method: 'post',
    path: '/keys',
    tag,
    summary: 'Make an API key; it is shown in the answer, and never again',
    description: forPeople,
    body: newKey,
    response: made,
    status: 201,
    auth: 'session-or-key',
    scope: null,
    handler: async ({ body, request }) => {
      const { unit = null, scopes: asked = [], expiresAt = null, ...rest } = body
      const wanted = { ...rest, unit, scopes: asked, expiresAt }
      const { key, text } = await makeKey(context, personalSessionOf(request), wanted)
      return { key: text, about: plain(fresh(key), clock.now()) }
    }
  })
  changes(app, context)
}

function changes(app: Server, context: Context): void {
  const { clock } = context
  api(app, {
    method: 'post',
    path: '/keys/{id}/rotation',
    tag,
    summary: 'Replace an API key; the old one goes on for an overlap, then ends',
    description: forPeople,
    params,
    body: rotation,
    response: made,
    status: 201,
    auth: 'session-or-key',
    scope: null,
    handler: async ({ params: { id }, body, request }) => {
      const { key, text } = await replaceKey(context, personalSessionOf(request), { id, ...body })
      return { key: text, about: plain(fresh(key), clock.now()) }
    }
  })
  api(app, {
    method: 'delete',
    path: '/keys/{id}',
    tag,
    summary: 'End an API key for ever, from the next request on',
    description: forPeople,
    params,
    response: keySchema,
    auth: 'session-or-key',
    scope: null,
    handler: async ({ params: { id }, request }) =>
      plain(await endKey(context, personalSessionOf(request), id), clock.now())
  })
}

function fresh(key: ApiKey): ListedApiKey {
  return { ...key, revokedAt: null, replacedBy: null }
}

function plain(key: ListedApiKey, now: Temporal.Instant) {
  const { createdBy: _, ...rest } = key
  return {
    ...rest,
    scopes: [...key.scopes],
    state: stateOfKey(key, now),
    createdAt: key.createdAt.toString(),
    expiresAt: key.expiresAt?.toString() ?? null,
    revokedAt: key.revokedAt?.toString() ?? null,
    lastUsedOn: key.lastUsedOn?.toString() ?? null
  }
}
