import { z } from 'zod'
import { actorOf } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { type Notice, noticeChanges, noticeKinds, writtenKinds } from '../notice.ts'
import { listNotices, noticeById, noticeVersions } from '../notice-store.ts'
import { correctWritten, publishWritten } from '../publish-written.ts'
import { NoticeNotFoundError } from '../refusals.ts'
import { type Sighting, sightingsOf } from '../sighting-store.ts'
import { noticeQueryOf } from './notice-query.ts'

const tag = 'notices'
const instant = z.iso.datetime({ offset: true })
const words = z.object({ fa: z.string(), en: z.string() })
const id = z.object({ id: z.uuid().describe('Id of the notice.') })
const written = z.object({
  kind: z
    .enum(noticeKinds)
    .describe(
      'Outages and planned outages have operations of their own, which make their notices; of a notice that the program made, its own kind.'
    ),
  changes: z
    .array(z.enum(noticeChanges))
    .default([])
    .describe('What changes; at least one for a notice of a change.'),
  services: z
    .array(z.string().regex(/^[0-9]{6,13}$/))
    .max(500)
    .default([])
    .describe('Codes of the services that it is about; all of the authority where empty.'),
  title: words,
  body: words.describe('Plain text; an empty line parts the paragraphs.'),
  effectiveAt: instant.nullable().default(null).describe('From when what it says holds.'),
  bannerUntil: instant
    .nullable()
    .default(null)
    .describe('Until when it stands on top of the front and service pages.')
})
const notice = z.object({
  id: z.string(),
  version: z.int(),
  authority: z.string(),
  kind: z.enum(noticeKinds),
  changes: z.array(z.enum(noticeChanges)),
  services: z.array(z.string()),
  title: words,
  body: words,
  about: z.object({ kind: z.string(), id: z.string() }).nullable(),
  effectiveAt: instant.nullable(),
  bannerUntil: instant.nullable(),
  sha256: z.string().describe('Of the lines that the page must show.'),
  publishedAt: instant,
  seenAt: instant
    .nullable()
    .describe('When this version was first seen on the portal; it counts as given from then.'),
  fact: z.string().describe('Id of the public event in the log.')
})
const sighting = z.object({
  version: z.int(),
  vantage: z.string(),
  outside: z.boolean(),
  seenAt: instant,
  snapshotSha256: z.string().describe('Of the page as it was fetched.'),
  snapshot: z.string().describe('Address of that page, as a file.'),
  fact: z.string()
})

/** Operations about notices. */
export function apiRoutes(app: Server, context: Context): void {
  listRoute(app, context)
  readRoutes(app, context)
  writeRoutes(app, context)
}

function listRoute(app: Server, { db }: Context): void {
  api(app, {
    method: 'get',
    path: '/notices',
    summary: 'List notices in their newest versions, the newest first',
    tag,
    auth: 'public',
    query: z.object({
      authority: z.string().max(60).optional().describe('Only notices of this authority.'),
      service: z
        .string()
        .max(13)
        .optional()
        .describe('Only notices about this service, or about all.'),
      kind: z.enum(noticeKinds).optional().describe('Only notices of this kind.'),
      page: z.coerce.number().int().min(1).max(10_000).default(1).describe('From 1.'),
      limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many at once.')
    }),
    response: z.object({
      notices: z.array(notice),
      total: z.int(),
      links: z.object({ next: z.string().nullable() })
    }),
    handler: async ({ query: { page, limit, ...filter } }) => {
      const found = await listNotices(db, filter, { skip: (page - 1) * limit, limit })
      const more = { page: String(page + 1), limit: String(limit) }
      const next = `/api/v1/notices${noticeQueryOf(filter, more)}`
      return {
        notices: found.notices.map(described),
        total: found.total,
        links: { next: page * limit < found.total ? next : null }
      }
    }
  })
}

function readRoutes(app: Server, { db }: Context): void {
  api(app, {
    method: 'get',
    path: '/notices/{id}',
    summary: 'A notice in its newest version',
    tag,
    auth: 'public',
    params: id,
    response: notice,
    handler: async ({ params }) => {
      const found = await noticeById(db, params.id)
      if (found === null) throw new NoticeNotFoundError()
      return described(found)
    }
  })
  api(app, {
    method: 'get',
    path: '/notices/{id}/versions',
    summary: 'All versions of a notice, the newest first',
    tag,
    auth: 'public',
    params: id,
    response: z.object({ versions: z.array(notice) }),
    handler: async ({ params }) => {
      const versions = await noticeVersions(db, params.id)
      if (versions.length === 0) throw new NoticeNotFoundError()
      return { versions: versions.map(described) }
    }
  })
  api(app, {
    method: 'get',
    path: '/notices/{id}/sightings',
    summary: 'Who saw a notice on the portal, and when',
    tag,
    auth: 'public',
    params: id,
    response: z.object({ sightings: z.array(sighting) }),
    handler: async ({ params }) => {
      if ((await noticeById(db, params.id)) === null) throw new NoticeNotFoundError()
      return { sightings: (await sightingsOf(db, params.id)).map(sightingOf) }
    }
  })
}

function writeRoutes(app: Server, context: Context): void {
  const writers =
    'For people and keys with the role it-manager or authority-admin of the authority.'
  api(app, {
    method: 'post',
    path: '/notices',
    summary: 'Publish a notice',
    description: writers,
    tag,
    auth: 'session-or-key',
    body: written.extend({
      authority: z.string().max(60),
      kind: z
        .enum(noticeKinds)
        .meta({ enum: writtenKinds })
        .describe(
          'Outages and planned outages have operations of their own, which make their notices.'
        )
    }),
    response: notice,
    status: 201,
    handler: async ({ body, request }) => {
      const text = { ...timed(body), authority: body.authority, about: null }
      return described(await publishWritten(context, actorOf(request), text))
    }
  })
  api(app, {
    method: 'post',
    path: '/notices/{id}/versions',
    summary: 'Correct a notice by its next version; the one before stays readable',
    description: `${writers} To a notice that the program made (its \`about\` is not null) nothing but paragraphs behind its own can be added, and its banner be set: everything else is sent as it stands.`,
    tag,
    auth: 'session-or-key',
    params: id,
    body: written.extend({
      corrects: z.int().min(1).describe('The version that is corrected; the newest, or a conflict.')
    }),
    response: notice,
    status: 201,
    handler: async ({ params, body: { corrects, ...body }, request }) => {
      const correction = { id: params.id, corrects, text: timed(body) }
      return described(await correctWritten(context, actorOf(request), correction))
    }
  })
}

function timed(body: z.output<typeof written>) {
  const { kind, changes, services, title, effectiveAt, bannerUntil } = body
  return {
    kind,
    changes: noticeChanges.filter((each) => changes.includes(each)),
    services: [...new Set(services)].toSorted(),
    title,
    body: body.body,
    effectiveAt: instantOf(effectiveAt),
    bannerUntil: instantOf(bannerUntil)
  }
}

function instantOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}

function described(one: Notice): z.input<typeof notice> {
  const { publishedBy: _publishedBy, ...told } = one
  return {
    ...told,
    changes: [...one.changes],
    services: [...one.services],
    effectiveAt: one.effectiveAt?.toString() ?? null,
    bannerUntil: one.bannerUntil?.toString() ?? null,
    publishedAt: one.publishedAt.toString(),
    seenAt: one.seenAt?.toString() ?? null
  }
}

function sightingOf(one: Sighting): z.input<typeof sighting> {
  const { notice: of, version, vantage, outside, seenAt, snapshotSha256, fact } = one
  return {
    version,
    vantage,
    outside,
    seenAt: seenAt.toString(),
    snapshotSha256,
    snapshot: `/notices/${of}/versions/${String(version)}/snapshot`,
    fact
  }
}
