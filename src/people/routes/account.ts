import { z } from 'zod'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { type Server, page, redirect } from '../../platform/http/index.ts'
import { listAuthorities } from '../authority-store.ts'
import { typedIdentifiersOf } from '../codes/typed-identifier-store.ts'
import { unreadMessages } from '../contact/message-store.ts'
import { representedBy } from '../delegation/may-act.ts'
import { endSessions } from '../end-sessions.ts'
import { isFresh } from '../fresh-proof.ts'
import { grantsOf } from '../grant-store.ts'
import { messages } from '../messages.ts'
import { isLinked } from '../oidc/identity-store.ts'
import { passkeysOf } from '../passkey-store.ts'
import { openRecoveryOf } from '../recovery/recovery-store.ts'
import type { Session } from '../session.ts'
import { sessionsOf } from '../session-store.ts'
import { type AccountPage, accountPage } from '../views/account.ts'
import { readForm } from './cookies.ts'
import { sessionOf } from '../session-of.ts'

const text = z.string().catch('')
const sessionName = z.union([z.uuid(), z.literal('others')])

/** What a signed-in person sees and changes of their own way in. */
export function accountRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/account' }, async ({ view, request }) =>
    accountPage(view, await readAccount(context, sessionOf(request)))
  )
  page(app, { method: 'post', path: '/account/sessions/ending' }, async (it) => {
    const own = sessionOf(it.request)
    const asked = sessionName.safeParse(readForm(it.request, z.object({ session: text })).session)
    if (!asked.success) throw new NotFoundError()
    await endSessions(context, own, asked.data)
    return redirect(it, '/account', { kind: 'success', text: messages.in(it.lang).sessionEnded })
  })
}

async function readAccount(context: Context, session: Session): Promise<AccountPage> {
  const { db, config, clock } = context
  const now = clock.now()
  const { id } = session.person
  const [authorities, represented, passkeys, sessions] = await Promise.all([
    listAuthorities(db),
    representedBy(db, id, now),
    passkeysOf(db, id),
    sessionsOf(db, id, now)
  ])
  const [typed, unread, linked, recovery, granted] = await Promise.all([
    typedIdentifiersOf(db, id),
    unreadMessages(db, id),
    config.oidc === null ? null : isLinked(db, id),
    openRecoveryOf(db, id, now),
    session.carriesRoles ? [] : grantsOf(db, id, now)
  ])
  return {
    session,
    authorities,
    represented,
    passkeys,
    sessions,
    typed,
    unread,
    isLinked: linked,
    recovery,
    isFresh: isFresh(session, now),
    hasSilentRoles: granted.length > 0
  }
}
