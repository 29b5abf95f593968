import { z } from 'zod'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { askErasure, cancelErasure } from '../ask-erasure.ts'
import { askExport, makeLink } from '../ask-export.ts'
import { erasureOf } from '../erasure-store.ts'
import type { DataExport } from '../export.ts'
import { exportsOf } from '../export-store.ts'
import { foreseeErasure } from '../foresee-erasure.ts'
import type { PersonalDataHolder } from '../holder.ts'
import { holdsOnPerson } from '../hold-store.ts'
import { retainedTypes } from '../retention.ts'
import { retentionRules } from '../retention-store.ts'
import { freshSessionOf, sessionOf } from '../../session-of.ts'

const tag = 'people'
const text = z.object({ fa: z.string(), en: z.string() })
const instant = z.iso.datetime({ offset: true })

const copy = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'ready', 'expired']),
  askedAt: instant,
  progress: z.object({ done: z.int(), total: z.int() }),
  readyAt: instant.nullable(),
  expiresAt: instant.nullable(),
  sizeBytes: z.int().nullable(),
  sha256: z.string().nullable().describe('Of the whole ZIP.')
})

const kept = z.object({ what: text, because: text, until: instant.nullable() })
const erasure = z.object({
  state: z
    .enum(['none', 'waiting', 'cancelled', 'running', 'kept', 'done'])
    .describe('Once it is running there is no way back in to ask.'),
  askedAt: instant.nullable(),
  dueAt: instant.nullable().describe('Until then it can be taken back.'),
  foreseen: z.object({
    erased: z.array(z.object({ what: text, count: z.int() })),
    kept: z.array(kept),
    refused: z.array(z.object({ code: z.string(), text }))
  })
})

/** The operations of a person on their own data; only a session has a person. */
export function myDataApi(
  app: Server,
  context: Context,
  holders: readonly PersonalDataHolder[]
): void {
  copyApi(app, context)
  erasureApi(app, context, holders)
  api(app, {
    method: 'get',
    path: '/me/legal-holds',
    summary: 'The legal holds on the data of whoever asks, standing or lifted',
    tag,
    auth: 'session-or-key',
    response: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          authority: z.string(),
          case: z.string().nullable().describe('null: everything at the authority.'),
          reason: z.string().nullable(),
          placedAt: instant,
          confirmedAt: instant.nullable(),
          liftedAt: instant.nullable()
        })
      )
    }),
    handler: async ({ request }) => {
      const holds = await holdsOnPerson(context.db, sessionOf(request).person.id)
      const items = holds.map(({ id, authority, case: of, reason, ...when }) => ({
        ...{ id, authority, case: of, reason },
        placedAt: when.placedAt.toString(),
        confirmedAt: when.confirmedAt?.toString() ?? null,
        liftedAt: when.liftedAt?.toString() ?? null
      }))
      return { items }
    }
  })
  api(app, {
    method: 'get',
    path: '/retention-rules',
    summary: 'How long each authority keeps which data after the last thing that happened to it',
    tag,
    auth: 'public',
    response: z.object({
      items: z.array(
        z.object({
          authority: z.string(),
          dataType: z.enum(retainedTypes),
          service: z
            .string()
            .nullable()
            .describe('null: all services without a rule of their own.'),
          keepDays: z.int(),
          erasable: z.boolean().describe('Whether its person may have it erased earlier.')
        })
      )
    }),
    handler: async () => ({
      items: (await retentionRules(context.db)).map(
        ({ authority, dataType, service, keepDays, erasable }) => ({
          ...{ authority, dataType, keepDays, erasable },
          service: service === '' ? null : service
        })
      )
    })
  })
}

function copyApi(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/me/data-exports',
    summary: 'The copies of everything about whoever asks, the newest first',
    tag,
    auth: 'session-or-key',
    response: z.object({ items: z.array(copy) }),
    handler: async ({ request }) => {
      const exports = await exportsOf(context.db, sessionOf(request).person.id)
      return { items: exports.map(copyAnswer) }
    }
  })
  api(app, {
    method: 'post',
    path: '/me/data-exports',
    summary: 'Asks for a copy of everything about whoever asks; needs a fresh proof',
    tag,
    status: 201,
    auth: 'session-or-key',
    response: copy,
    handler: async ({ request }) => {
      const session = freshSessionOf(context, request)
      return copyAnswer(await askExport(context, session.person.id))
    }
  })
  api(app, {
    method: 'post',
    path: '/me/data-exports/{id}/links',
    summary: 'A link to a copy, for a quarter of an hour and for its person only',
    tag,
    status: 201,
    params: z.object({ id: z.uuid().describe('Id of the copy.') }),
    auth: 'session-or-key',
    response: z.object({ href: z.string(), expiresAt: instant }),
    handler: async ({ request, params }) => {
      const session = freshSessionOf(context, request)
      const { secret, expiresAt } = await makeLink(context, session.person.id, params.id)
      const href = `${context.config.origin}/account/my-data/copies/${secret}`
      return { href, expiresAt: expiresAt.toString() }
    }
  })
}

function copyAnswer(one: DataExport): z.input<typeof copy> {
  const { id, state, done, total, sizeBytes, sha256 } = one
  return {
    ...{ id, state, sizeBytes, sha256 },
    progress: { done, total },
    askedAt: one.askedAt.toString(),
    readyAt: one.readyAt?.toString() ?? null,
    expiresAt: one.expiresAt?.toString() ?? null
  }
}

function erasureApi(app: Server, context: Context, holders: readonly PersonalDataHolder[]): void {
  const answer = async (person: string) => {
    const at = context.clock.now()
    const now = await erasureOf(context.db, person)
    const foreseen = await foreseeErasure(context.db, holders, { person, at })
    return {
      state: now?.state ?? ('none' as const),
      askedAt: now?.askedAt.toString() ?? null,
      dueAt: now?.state === 'waiting' ? now.dueAt.toString() : null,
      foreseen: {
        ...foreseen,
        kept: foreseen.kept.map((each) => ({ ...each, until: each.until?.toString() ?? null }))
      }
    }
  }
  api(app, {
    method: 'get',
    path: '/me/erasure',
    summary: 'What erasing whoever asks would take and leave, and whether it was asked for',
    tag,
    auth: 'session-or-key',
    response: erasure,
    handler: ({ request }) => answer(sessionOf(request).person.id)
  })
  api(app, {
    method: 'post',
    path: '/me/erasure',
    summary: 'Asks for everything about whoever asks to be erased; needs a fresh proof',
    tag,
    status: 201,
    auth: 'session-or-key',
    body: z.strictObject({ understood: z.literal(true) }),
    response: erasure,
    handler: async ({ request }) => {
      const { person } = freshSessionOf(context, request)
      await askErasure(context, holders, person.id)
      return answer(person.id)
    }
  })
  api(app, {
    method: 'delete',
    path: '/me/erasure',
    summary: 'Takes the wish to be erased back, as long as it has not begun',
    tag,
    auth: 'session-or-key',
    response: erasure,
    handler: async ({ request }) => {
      const { person } = sessionOf(request)
      await cancelErasure(context, person.id)
      return answer(person.id)
    }
  })
}
