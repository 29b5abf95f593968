import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type FastifyRequest, type Server, api } from '../../platform/http/index.ts'
import { listAuthorities, postHoldersOn } from '../authority-store.ts'
import { callerOf } from '../request-actor.ts'
import { roles } from '../role.ts'

const text = z.object({ fa: z.string(), en: z.string() })

const authority = z.object({
  id: z.string(),
  title: text,
  shortTitle: text,
  portal: z.string(),
  province: z.string().nullable(),
  timeZone: z.string(),
  units: z.array(z.object({ id: z.string(), title: text })),
  posts: z.array(
    z.object({
      id: z.string(),
      unit: z.string().nullable(),
      title: text,
      holder: text.nullable().describe('Name of who holds the post today; null while it is vacant.')
    })
  )
})

const me = z.object({
  kind: z.enum(['person', 'api-key', 'system']),
  id: z
    .string()
    .describe('Of the person or the key; facts and the list of who looked name the caller by it.'),
  name: text.describe('Of the person; of a key, what those who see that it looked are told.'),
  grants: z.array(
    z.object({
      authority: z.string(),
      unit: z.string().nullable(),
      role: z.enum(roles),
      post: z.string().nullable()
    })
  ),
  session: z
    .object({
      id: z.string(),
      expiresAt: z.string(),
      provenAt: z.string().describe('When the person last proved who they are.'),
      strength: z
        .enum(['passkey', 'code', 'oidc', 'demonstration'])
        .describe('A session of strength `code` has no roles of staff.'),
      hat: z.enum(['staff', 'operator'])
    })
    .nullable(),
  key: z
    .object({
      id: z.string(),
      label: z.string(),
      live: z
        .boolean()
        .describe('A test key (false) works in a demonstration and in the sandbox authority only.'),
      scopes: z
        .array(z.string())
        .describe('The operations that it opens; none named: all that its role may.'),
      createdAt: z.string(),
      expiresAt: z.string().nullable().describe('From when on it opens nothing.')
    })
    .nullable()
})

/** The operations about who there is and who asks. */
export function apiRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/authorities',
    summary: 'Authorities with their units, posts and the holders of today',
    tag: 'people',
    response: z.object({ items: z.array(authority) }),
    auth: 'public',
    handler: async () => ({ items: await authoritiesOfToday(context) })
  })
  api(app, {
    method: 'get',
    path: '/me',
    summary: 'Who asks: the person of the session, or the key, with its grants',
    tag: 'people',
    response: me,
    auth: 'session-or-key',
    scope: null,
    handler: ({ request }) => Promise.resolve(describeCaller(request))
  })
}

async function authoritiesOfToday(context: Context) {
  const [authorities, holders] = await Promise.all([
    listAuthorities(context.db),
    postHoldersOn(context.db, context.clock.now())
  ])
  return authorities.map((one) => ({
    ...one,
    posts: one.posts.map((post) => ({
      ...post,
      holder:
        holders.find((holder) => holder.authority === one.id && holder.post === post.id)?.name ??
        null
    }))
  }))
}

function describeCaller(request: FastifyRequest) {
  const { kind, id, name, grants } = callerOf(request)
  const { session, apiKey } = request
  return {
    kind,
    id,
    name,
    grants,
    session: session && {
      id: session.id,
      expiresAt: session.expiresAt.toString(),
      provenAt: session.provenAt.toString(),
      strength: session.strength,
      hat: session.hat
    },
    key: apiKey && {
      id: apiKey.id,
      label: apiKey.label,
      live: apiKey.live,
      scopes: apiKey.scopes,
      createdAt: apiKey.createdAt.toString(),
      expiresAt: apiKey.expiresAt?.toString() ?? null
    }
  }
}
