import { Readable } from 'node:stream'
import { z } from 'zod'
import {
  type FastifyReply,
  type FastifyRequest,
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import {
  type Context,
  type FieldProblem,
  NotFoundError,
  inScopeOfNow
} from '../../../platform/index.ts'
import { everyAuthority } from '../../authority-store.ts'
import { askErasure, cancelErasure } from '../ask-erasure.ts'
import { askExport, makeLink, openLink } from '../ask-export.ts'
import { erasureOf } from '../erasure-store.ts'
import { exportsOf, readBytes } from '../export-store.ts'
import { foreseeErasure } from '../foresee-erasure.ts'
import { holdsOnPerson } from '../hold-store.ts'
import type { PersonalDataHolder } from '../holder.ts'
import { pageMessages } from '../messages-pages.ts'
import { ExportLinkError } from '../refusals.ts'
import { retentionRules } from '../retention-store.ts'
import { myDataPage } from '../views/my-data.ts'
import { freshSessionOf, sessionOf } from '../../session-of.ts'

const path = '/account/my-data'
const secretForm = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** The page of a person about their data: its copy and its erasure. Nobody does any of it for another. */
export function myDataPages(
  app: Server,
  context: Context,
  holders: readonly PersonalDataHolder[]
): void {
  page(app, { method: 'get', path }, (p) => show(context, holders, { p, problems: [] }))
  page(app, { method: 'post', path: `${path}/exports` }, async (p) => {
    const session = freshSessionOf(context, p.request)
    await askExport(context, session.person.id)
    return redirect(p, path, { kind: 'success', text: pageMessages.in(p.lang).copyAsked })
  })
  page(app, { method: 'post', path: `${path}/exports/:id/links` }, async (p) => {
    const session = freshSessionOf(context, p.request)
    const { id } = p.request.params as { id: string }
    if (!z.uuid().safeParse(id).success) throw new NotFoundError()
    const { secret } = await makeLink(context, session.person.id, id)
    return redirect(p, `${path}/copies/${secret}`)
  })
  page(app, { method: 'post', path: `${path}/erasure` }, (p) => erase(context, holders, p))
  page(app, { method: 'post', path: `${path}/erasure/cancellation` }, async (p) => {
    await cancelErasure(context, sessionOf(p.request).person.id)
    return redirect(p, path, { kind: 'success', text: pageMessages.in(p.lang).eraseCancelled })
  })
  for (const prefix of [path, `/en${path}`]) {
    app.get(`${prefix}/copies/:secret`, { schema: { hide: true } }, (request, reply) =>
      sendCopy(context, request, reply)
    )
  }
}

async function erase(
  context: Context,
  holders: readonly PersonalDataHolder[],
  p: Page
): Promise<PageAnswer> {
  const session = freshSessionOf(context, p.request)
  const sent = z.object({ understood: z.string().optional() }).safeParse(p.request.body)
  if (sent.data?.understood === undefined) {
    const text = pageMessages.entries.understoodMissing
    const problems = [{ pointer: '/understood', code: 'personal-data/not-understood', text }]
    void p.reply.code(422)
    return show(context, holders, { p, problems })
  }
  await askErasure(context, holders, session.person.id)
  return redirect(p, path, { kind: 'success', text: pageMessages.in(p.lang).eraseAsked })
}

async function show(
  context: Context,
  holders: readonly PersonalDataHolder[],
  { p, problems }: { p: Page; problems: readonly FieldProblem[] }
): Promise<PageAnswer> {
  const { db, config } = context
  const person = sessionOf(p.request).person.id
  const at = context.clock.now()
  const [exports, holds, erasure, foreseen, rules, authorities] = await Promise.all([
    exportsOf(db, person),
    holdsOnPerson(db, person),
    erasureOf(db, person),
    foreseeErasure(db, holders, { person, at }),
    retentionRules(db),
    everyAuthority(db)
  ])
  return myDataPage(p.view, {
    ...{ exports, holds, foreseen, rules, authorities, problems },
    erasure: erasure?.state === 'waiting' ? erasure : null,
    waitingDays: config.erasureDays
  })
}

/** Sends a copy as it is read, a row in memory at a time. */
export async function sendCopy(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> {
  const { person } = sessionOf(request)
  const secret = secretForm.safeParse((request.params as { secret: string }).secret)
  if (!secret.success) throw new ExportLinkError()
  const copy = await openLink(context, person.id, secret.data)
  const day = context.clock.now().toString().slice(0, 10)
  return reply
    .header('content-disposition', `attachment; filename="my-data-${day}.zip"`)
    .header('cache-control', 'private, no-store')
    .header('content-length', String(copy.sizeBytes ?? 0))
    .type('application/zip')
    .send(Readable.from(inScopeOfNow(readBytes(context.db, copy))))
}
