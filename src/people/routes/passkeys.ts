import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type Server, page, redirect } from '../../platform/http/index.ts'
import { demandFreshProof, vouchedBy } from '../fresh-proof.ts'
import { messages } from '../messages.ts'
import { offerPasskey } from '../offer-passkey.ts'
import { proveAgain } from '../prove-again.ts'
import { registerPasskey } from '../register-passkey.ts'
import { removePasskey } from '../remove-passkey.ts'
import { deviceName } from '../session.ts'
import { beginCeremony, endCeremony, readForm, setSessionCookie } from './cookies.ts'
import { sessionOf } from '../session-of.ts'

const text = z.string().catch('')

/** Adding and removing one's own passkeys; both ask for a fresh proof. */
export function passkeyRoutes(app: Server, context: Context): void {
  app.route({
    method: 'POST',
    url: '/account/passkeys/options',
    schema: { hide: true },
    preHandler: (request, reply, done) => {
      app.csrfProtection(request, reply, done)
    },
    handler: async (request, reply) => {
      const session = sessionOf(request)
      demandFreshProof(session, context.clock.now())
      return offerPasskey(context, { person: session.person, browser: beginCeremony(reply) })
    }
  })
  const addition = z.object({ answer: text, name: text })
  page(app, { method: 'post', path: '/account/passkeys' }, async (it) => {
    const session = sessionOf(it.request)
    demandFreshProof(session, context.clock.now())
    const { answer, name } = readForm(it.request, addition)
    const addedBy = vouchedBy(session)
    await registerPasskey(context, {
      person: session.person.id,
      answer,
      name,
      addedBy,
      browser: endCeremony(it.request, it.reply),
      device: deviceName(it.request.headers['user-agent'])
    })
    // The device has just verified its user: this session is as strong as one by the new passkey.
    if (session.strength === 'code') {
      const carriesRoles = addedBy !== 'code'
      const proof = { by: 'passkey', carriesRoles } as const
      setSessionCookie(it.reply, await proveAgain(context, session, proof))
    }
    return redirect(it, '/account', { kind: 'success', text: messages.in(it.lang).passkeyAdded })
  })
  page(app, { method: 'post', path: '/account/passkeys/removal' }, async (it) => {
    const session = sessionOf(it.request)
    demandFreshProof(session, context.clock.now())
    const { passkey } = readForm(it.request, z.object({ passkey: text }))
    await removePasskey(context, { person: session.person.id, id: passkey })
    return redirect(it, '/account', { kind: 'success', text: messages.in(it.lang).passkeyRemoved })
  })
}
