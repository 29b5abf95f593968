import { z } from 'zod'
import { tenants } from '../people/index.ts'
import { type Server, api } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { operatorOf, operatorToSetUp } from './access.ts'
import { changeBranding } from './branding/change-branding.ts'
import { readPlatform, replayQueue } from './read-platform.ts'

const tag = 'platform'
const forOperator =
  'For the operator of the platform, in a session of their own; no API key opens it.'
const of = { tag, auth: 'session-or-key', scope: null, description: forOperator } as const

const words = z.strictObject({ fa: z.string().max(200), en: z.string().max(200) })
const authorityParams = z.object({ authority: z.string().max(64).describe('Id of the authority') })
const instant = z.string().nullable()
const platform = z.object({
  database: z.boolean(),
  log: z.object({
    publishedAt: instant,
    delayed: z.boolean(),
    reason: z.string().nullable(),
    waitingForLeaf: z.int()
  }),
  workers: z.array(z.object({ host: z.string(), startedAt: z.string(), beatAt: z.string() })),
  channels: z.object({ mail: z.string(), sms: z.string() }),
  queues: z.array(
    z.object({
      topic: z.string(),
      waiting: z.int(),
      failed: z.int(),
      attemptsMax: z.int(),
      oldestAt: z.string(),
      nextAt: z.string()
    })
  ),
  backups: z.array(
    z.object({ id: z.string(), startedAt: z.string(), endedAt: instant, state: z.string() })
  ),
  drills: z.array(
    z.object({
      id: z.string(),
      startedAt: z.string(),
      ok: z.boolean().nullable(),
      rpoSeconds: z.number().nullable(),
      rtoSeconds: z.number().nullable()
    })
  )
})

const newAuthority = z.strictObject({
  id: z.string().max(64),
  title: words,
  shortTitle: words,
  portal: z.string().max(300),
  province: z.string().max(64).nullable().default(null),
  timeZone: z.string().max(64)
})
const newUnit = z.strictObject({ id: z.string().max(64), title: words })
const newPost = newUnit.extend({ unit: z.string().max(64).nullable().default(null) })
const made = z.object({ id: z.string() })

const theme = z.strictObject({ header: z.string().max(9), primary: z.string().max(9) })
const branding = z.strictObject({
  colours: z.strictObject({ light: theme, dark: theme }).nullable(),
  desk: words.nullable(),
  note: words.nullable(),
  logo: z.union([z.base64(), z.null()]).optional().describe('PNG or WebP; absent: as it is.')
})
const logoBodyBytesMax = 200_000

/** What the operator's console does, for scripts of the operator. */
export function operatorApi(app: Server, context: Context): void {
  platformRoutes(app, context)
  api(app, {
    ...of,
    method: 'post',
    path: '/authorities',
    summary: 'Take a new authority in, without a file',
    body: newAuthority,
    response: made,
    status: 201,
    handler: async ({ body, request }) => {
      const { actor } = operatorToSetUp(context, request)
      const { id } = await tenants.registerAuthority(context, actor, body)
      return { id }
    }
  })
  partRoutes(app, context)
  brandingRoute(app, context)
}

function platformRoutes(app: Server, context: Context): void {
  api(app, {
    ...of,
    method: 'get',
    path: '/platform',
    summary: 'How the platform stands: database, log, workers, channels, queues, backups',
    response: platform,
    handler: async ({ request }) => {
      operatorOf(request)
      const is = await readPlatform(context, { asksMail: false })
      const { publishedAt, delayed, reason } = is.evidence
      const { waitingForLeaf } = is
      // Instants are written as text by the schema's own rules: through JSON, once.
      return JSON.parse(
        JSON.stringify({
          ...is,
          log: { publishedAt, delayed, reason, waitingForLeaf },
          channels: { mail: is.mail, sms: is.sms }
        })
      ) as unknown
    }
  })
  api(app, {
    ...of,
    method: 'post',
    path: '/platform/queues/{topic}/replay',
    summary: 'Have what failed of a topic tried again now',
    params: z.object({ topic: z.string().max(100).describe('Topic of the queue') }),
    response: z.object({ count: z.int() }),
    handler: async ({ params, request }) => {
      operatorOf(request)
      return { count: await replayQueue(context, params.topic) }
    }
  })
}

function partRoutes(app: Server, context: Context): void {
  api(app, {
    ...of,
    method: 'post',
    path: '/authorities/{authority}/units',
    summary: 'Give an authority a unit',
    params: authorityParams,
    body: newUnit,
    response: made,
    status: 201,
    handler: async ({ params, body, request }) => {
      const { actor } = operatorToSetUp(context, request)
      await tenants.addPart(context, actor, { ...params, ...body, kind: 'unit', unit: null })
      return { id: body.id }
    }
  })
  api(app, {
    ...of,
    method: 'post',
    path: '/authorities/{authority}/posts',
    summary: 'Give an authority a post',
    params: authorityParams,
    body: newPost,
    response: made,
    status: 201,
    handler: async ({ params, body, request }) => {
      const { actor } = operatorToSetUp(context, request)
      await tenants.addPart(context, actor, { ...params, ...body, kind: 'post' })
      return { id: body.id }
    }
  })
}

function brandingRoute(app: Server, context: Context): void {
  api(app, {
    ...of,
    method: 'put',
    path: '/authorities/{authority}/branding',
    summary: 'Say how the pages of an authority look',
    params: authorityParams,
    body: branding,
    response: z.object({ authority: z.string() }),
    bodyLimitBytes: logoBodyBytesMax,
    handler: async ({ params, body, request }) => {
      const { actor } = operatorToSetUp(context, request)
      const { colours, desk, note, logo } = body
      const typed = Object.entries(colours ?? {}).flatMap(([name, parts]) =>
        Object.entries(parts).map(([part, colour]) => [`${name}.${part}`, colour])
      )
      await changeBranding(context, actor, {
        authority: params.authority,
        colours: Object.fromEntries(typed) as Record<string, string>,
        desk: desk ?? nothing,
        note: note ?? nothing,
        logo: typeof logo === 'string' ? { bytes: Buffer.from(logo, 'base64') } : null,
        removesLogo: logo === null
      })
      return { authority: params.authority }
    }
  })
}

const nothing = { fa: '', en: '' }
