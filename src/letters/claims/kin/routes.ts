import { z } from 'zod'
import { NotAllowedError } from '../../../people/index.ts'
import { type Context, NotFoundError, Refusal } from '../../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  api,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { sessionOf } from '../../mailboxes/index.ts'
import { askInheritance, checkInheritance, releaseToHeir } from './inherit-mailbox.ts'
import { kinMessages } from './messages.ts'
import { readCertificates, readInheritance } from './read-inheritance.ts'
import { CertificateMissingError, InheritanceNotFoundError } from './refusals.ts'
import { certificatesPage, inheritancePage } from './views.ts'

const common = { tag: 'letters', auth: 'session-or-key', scope: null } as const
const ofSlot = z.object({ slot: z.uuid().catch('') })
const ofId = z.object({ id: z.uuid().catch('') })
const typed = z.object({
  words: z.string().catch(''),
  outcome: z.enum(['accepted', 'refused']).nullable().catch(null)
})

/** The letters of somebody who has died: for whom they named, and for officers who see certificates. */
export function kinRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/mailbox/inheritance/:slot' }, async (it) => {
    const { slot } = ofSlot.parse(it.request.params)
    const found = await readInheritance(context, sessionOf(it.request), slot)
    if (found === null) throw new NotFoundError()
    void it.reply.header('cache-control', 'private, no-store')
    return inheritancePage(it.view, found)
  })
  page(app, { method: 'post', path: '/mailbox/inheritance/:slot' }, async (it) => {
    const { slot } = ofSlot.parse(it.request.params)
    await askInheritance(context, sessionOf(it.request), slot)
    const text = kinMessages.in(it.lang).asked
    return redirect(it, `/mailbox/inheritance/${slot}`, { kind: 'success', text })
  })
  page(app, { method: 'post', path: '/mailbox/inheritance/:slot/opening' }, async (it) => {
    const { slot } = ofSlot.parse(it.request.params)
    const session = sessionOf(it.request)
    // The half goes to the script that opens the letters; here it is only said that they may be read.
    await releaseToHeir(context, session, slot)
    const found = await readInheritance(context, session, slot)
    return redirect(it, `/letters?mailbox=${found?.mailbox ?? ''}`)
  })
  page(app, { method: 'get', path: '/desk/inheritances' }, async (it) => {
    const waiting = await readCertificates(context, sessionOf(it.request).actor)
    if (waiting === null) throw new NotAllowedError()
    return certificatesPage(it.view, { waiting, wrong: null })
  })
  page(app, { method: 'post', path: '/desk/inheritances/:id' }, (it) => check(context, it))
  operations(app, context)
}

async function check(context: Context, it: Page): Promise<PageAnswer> {
  const { id } = ofId.parse(it.request.params)
  if (id === '') throw new InheritanceNotFoundError()
  const { outcome, words } = typed.parse(it.request.body ?? {})
  const session = sessionOf(it.request)
  try {
    // Nothing is accepted by a form that does not say so.
    if (outcome === null) throw new CertificateMissingError()
    await checkInheritance(context, session, { id, words, outcome })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error
    const waiting = (await readCertificates(context, session.actor)) ?? []
    void it.reply.code(422)
    return certificatesPage(it.view, { waiting, wrong: { id, words, problems: error.fields } })
  }
  const text = kinMessages.in(it.lang).decided
  return redirect(it, '/desk/inheritances', { kind: 'success', text })
}

function operations(app: Server, context: Context): void {
  const params = z.object({ slot: z.uuid().meta({ description: 'Id of the keyslot' }) })
  const nothing = z.strictObject({})
  api(app, {
    ...{ ...common, params, status: 204, response: z.null(), body: nothing },
    method: 'post',
    path: '/mailbox-shares/{slot}/inheritance',
    summary: 'Ask for the letters of somebody who has died and named the caller',
    handler: async ({ request, params: { slot } }) => {
      await askInheritance(context, sessionOf(request), slot)
      return null
    }
  })
  api(app, {
    ...{ ...common, params, body: nothing },
    method: 'post',
    path: '/mailbox-shares/{slot}/release',
    summary:
      'The share of the desk, to the heir, once the certificate was seen and the wait is over',
    response: z.object({ slot: z.string(), wrapped: z.string(), share: z.string() }),
    handler: ({ request, params: { slot } }) => releaseToHeir(context, sessionOf(request), slot)
  })
  api(app, {
    ...{ ...common, status: 204, response: z.null() },
    method: 'post',
    path: '/inheritances/{id}/check',
    summary:
      'Say what a certificate of inheritance is, as staff of the body that recorded the death',
    params: z.object({ id: z.uuid().meta({ description: 'Id of what the heir asked' }) }),
    body: z.strictObject({
      outcome: z.enum(['accepted', 'refused']),
      words: z.string().max(2000)
    }),
    handler: async ({ request, params: { id }, body }) => {
      await checkInheritance(context, sessionOf(request), { id, ...body })
      return null
    }
  })
}
