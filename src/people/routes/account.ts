import { z } from 'zod'
import { type Context, NotFoundError } from '../../platform/index.ts'
import {
  type FastifyRequest,
  type Server,
  SignInRequiredError,
  page,
  redirect
} from '../../platform/http/index.ts'
import { listAuthorities } from '../authority-store.ts'
import { vouchedBy } from '../fresh-proof.ts'
import { messages } from '../messages.ts'
import { offerPasskey } from '../offer-passkey.ts'
import { passkeysOf } from '../passkey-store.ts'
import { representedBy } from '../delegation/may-act.ts'
import { registerPasskey } from '../register-passkey.ts'
import { removePasskey } from '../remove-passkey.ts'
import { type Session, deviceName } from '../session.ts'
import { endOtherSessions, endSessionById, sessionsOf } from '../session-store.ts'
import { accountPage } from '../views/account.ts'
import { beginCeremony, endCeremony, readForm } from './cookies.ts'

const text = z.string().catch('')
const sessionName = z.union([z.uuid(), z.literal('others')])

/** What a signed-in person sees and changes of their own way in. */
export function accountRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/account' }, async ({ view, request }) => {
    const session = sessionOf(request)
    const now = context.clock.now()
    const { id } = session.person
    const [authorities, represented, passkeys, sessions] = await Promise.all([
      listAuthorities(context.db),
      representedBy(context.db, id, now),
      passkeysOf(context.db, id),
      sessionsOf(context.db, id, now)
    ])
    return accountPage(view, { session, authorities, represented, passkeys, sessions })
  })
  passkeyRoutes(app, context)
  page(app, { method: 'post', path: '/account/sessions/ending' }, async (it) => {
    const own = sessionOf(it.request)
    await endSessions(context, own, readForm(it.request, z.object({ session: text })).session)
    return redirect(it, '/account', { kind: 'success', text: messages.in(it.lang).sessionEnded })
  })
}

async function endSessions(context: Context, own: Session, asked: string): Promise<void> {
  const name = sessionName.safeParse(asked)
  if (!name.success) throw new NotFoundError()
  const now = context.clock.now()
  const person = own.person.id
  if (name.data === 'others') await endOtherSessions(context.db, { person, id: own.id }, now)
  else if (!(await endSessionById(context.db, { person, id: name.data }, now)))
    throw new NotFoundError()
}

function passkeyRoutes(app: Server, context: Context): void {
  app.route({
    method: 'POST',
    url: '/account/passkeys/options',
    schema: { hide: true },
    preHandler: (request, reply, done) => {
      app.csrfProtection(request, reply, done)
    },
    handler: async (request, reply) =>
      offerPasskey(context, { person: sessionOf(request).person, browser: beginCeremony(reply) })
  })
  const addition = z.object({ answer: text, name: text })
  page(app, { method: 'post', path: '/account/passkeys' }, async (it) => {
    const session = sessionOf(it.request)
    const { person } = session
    const { answer, name } = readForm(it.request, addition)
    await registerPasskey(context, {
      person: person.id,
      answer,
      name,
      addedBy: vouchedBy(session),
      browser: endCeremony(it.request, it.reply),
      device: deviceName(it.request.headers['user-agent'])
    })
    return redirect(it, '/account', { kind: 'success', text: messages.in(it.lang).passkeyAdded })
  })
  page(app, { method: 'post', path: '/account/passkeys/removal' }, async (it) => {
    const { person } = sessionOf(it.request)
    const { passkey } = readForm(it.request, z.object({ passkey: text }))
    await removePasskey(context, { person: person.id, id: passkey })
    return redirect(it, '/account', { kind: 'success', text: messages.in(it.lang).passkeyRemoved })
  })
}

function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw new SignInRequiredError()
  return request.session
}
