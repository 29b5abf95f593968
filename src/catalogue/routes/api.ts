import { z } from 'zod'
import { actorOf } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { type CardDraft, cardShape } from '../card.ts'
import { type CardVersion, cardInForce, cardVersion, cardVersionsOf } from '../card-store.ts'
import { draftCard, openCard } from '../draft-card.ts'
import { announcedOf } from '../effect-store.ts'
import { missingFields } from '../missing-fields.ts'
import { publishCard } from '../publish-card.ts'
import { ServiceNotFoundError } from '../refusals.ts'
import { searchServices } from '../search-services.ts'

const tag = 'services'
const code = z.object({
  code: z
    .string()
    .regex(/^[0-9]{6,13}$/)
    .describe('Code of the service, `10021001`.')
})
// A plain object leaves the rest of the card out of the answer.
const summary = z.object(
  cardShape.pick({
    code: true,
    authority: true,
    title: true,
    subject: true,
    audience: true,
    promisedTime: true,
    feeRial: true,
    visitsMax: true,
    demonstration: true
  }).shape
)
const instant = z.iso.datetime({ offset: true })
const effect = {
  publishedAt: instant,
  effectiveAt: instant
    .nullable()
    .describe('From when it is in force; null while nobody outside has seen its notice.'),
  notice: z
    .string()
    .nullable()
    .describe('Id of the notice of the change; null of the first version.')
}
const announced = z.object({
  version: z.int(),
  notice: z.string(),
  askedAt: instant.nullable().describe('Not in force before this instant.'),
  effectiveAt: effect.effectiveAt
})
const service = z.object({
  code: z.string(),
  version: z.int(),
  ...effect,
  isInForce: z.boolean(),
  announced: z.array(announced).describe('Versions that were announced and are not in force yet.'),
  card: cardShape
})
const change = z.object({
  field: z.string(),
  kind: z.enum(['rule', 'process', 'document', 'system']),
  before: z.unknown(),
  after: z.unknown()
})
const draft = z.object({
  revision: z.int().min(0),
  card: z.record(z.string(), z.unknown()),
  missing: z.array(
    z.object({ pointer: z.string(), name: z.object({ fa: z.string(), en: z.string() }) })
  )
})

/** Operations about services and their cards. */
export function apiRoutes(app: Server, context: Context): void {
  listRoute(app, context)
  readRoutes(app, context)
  draftRoutes(app, context)
}

function listRoute(app: Server, context: Context): void {
  const query = z.object({
    q: z.string().max(200).default('').describe('Words to look for; all services where empty.'),
    authority: z.string().max(60).optional().describe('Only the services of this authority.'),
    after: z.string().max(13).optional().describe('Code after which to go on; in `links.next`.'),
    limit: z.coerce.number().int().min(1).max(200).default(100).describe('How many at once.')
  })
  api(app, {
    method: 'get',
    path: '/services',
    summary: 'List services, or search for them with any keyboard and a typing error',
    tag,
    auth: 'public',
    query,
    response: z.object({
      services: z.array(summary),
      links: z.object({ next: z.string().nullable() })
    }),
    handler: async ({ query: { q, authority, after, limit } }) => {
      const found = await searchServices(context.db, q, {
        at: context.clock.now(),
        ...(authority !== undefined && { authority })
      })
      const from = after === undefined ? 0 : found.findIndex((card) => card.code === after) + 1
      const services = found.slice(from, from + limit)
      const last = services.at(-1)?.code
      const more = new URLSearchParams({ limit: String(limit), after: last ?? '' })
      if (q !== '') more.set('q', q)
      if (authority !== undefined) more.set('authority', authority)
      const hasNext = from + limit < found.length
      return { services, links: { next: hasNext ? `/api/v1/services?${more.toString()}` : null } }
    }
  })
}

function readRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/services/{code}',
    summary: 'The identity card of a service, in force or of a version',
    tag,
    auth: 'public',
    params: code,
    query: z.object({
      version: z.coerce.number().int().min(1).optional().describe('The one in force where absent.')
    }),
    response: service,
    handler: async ({ params, query }) => {
      const current = await cardInForce(context.db, params.code, context.clock.now())
      const shown =
        query.version === undefined
          ? current
          : await cardVersion(context.db, `${params.code}@${String(query.version)}`)
      if (shown === null) throw new ServiceNotFoundError()
      return described(context, shown, current)
    }
  })
  api(app, {
    method: 'get',
    path: '/services/{code}/versions',
    summary: 'All versions of a card, the newest first, with what each changed',
    tag,
    auth: 'public',
    params: code,
    response: z.object({
      versions: z.array(
        z.object({
          version: z.int(),
          ...effect,
          changes: z.array(change)
        })
      )
    }),
    handler: async ({ params }) => {
      const versions = await cardVersionsOf(context.db, params.code)
      if (versions.length === 0) throw new ServiceNotFoundError()
      return {
        versions: versions.map(({ version, changes, ...one }) => ({
          version,
          ...effectBody(one),
          changes
        }))
      }
    }
  })
}

function effectBody(one: Pick<CardVersion, 'publishedAt' | 'effectiveAt' | 'notice'>) {
  return {
    publishedAt: one.publishedAt.toString(),
    effectiveAt: one.effectiveAt?.toString() ?? null,
    notice: one.notice
  }
}

async function described(
  context: Context,
  shown: CardVersion,
  current: CardVersion | null
): Promise<z.input<typeof service>> {
  const coming = await announcedOf(context.db, shown.service, context.clock.now())
  return {
    code: shown.service,
    version: shown.version,
    ...effectBody(shown),
    isInForce: shown.version === current?.version,
    announced: coming.map(({ version, notice, askedAt, effectiveAt }) => ({
      version,
      notice,
      askedAt: askedAt?.toString() ?? null,
      effectiveAt: effectiveAt?.toString() ?? null
    })),
    card: shown.card
  }
}

function draftRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/services/{code}/draft',
    summary: 'The card in the making, and what it still misses',
    tag,
    auth: 'session-or-key',
    params: code,
    response: draft,
    handler: async ({ params, request }) => {
      const { card, revision } = await openCard(context, actorOf(request), params.code)
      return { revision, card, missing: missingFields(card) }
    }
  })
  api(app, {
    method: 'put',
    path: '/services/{code}/draft',
    summary: 'Keep a card in the making, however unfinished',
    tag,
    auth: 'session-or-key',
    params: code,
    body: z.object({
      revision: z.int().min(0),
      card: z.looseObject({ authority: z.string().max(60) })
    }),
    response: draft,
    handler: async ({ params, body, request }) => {
      const card = { ...body.card, code: params.code } as CardDraft
      const saved = await draftCard(context, actorOf(request), { card, revision: body.revision })
      return { revision: saved.revision, card, missing: missingFields(card) }
    }
  })
  api(app, {
    method: 'post',
    path: '/services/{code}/versions',
    summary: 'Publish the draft of a card as its next version, in force once its notice was seen',
    tag,
    auth: 'session-or-key',
    params: code,
    body: z
      .object({
        effectiveAt: instant
          .transform((text) => Temporal.Instant.from(text))
          .optional()
          .describe(
            'Not in force before this instant; as soon as the notice was seen where absent.'
          )
      })
      .nullish(),
    response: service,
    status: 201,
    handler: async ({ params, body, request }) => {
      const actor = actorOf(request)
      const { card } = await openCard(context, actor, params.code)
      const asked = { effectiveAt: body?.effectiveAt }
      const version = await publishCard(context, actor, card, asked)
      const now = context.clock.now()
      return described(context, version, await cardInForce(context.db, params.code, now))
    }
  })
}
