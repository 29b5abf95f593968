import { z } from 'zod'
import { mailboxName } from '../../../kernel/seal/index.ts'
import { type Session, demandFreshProof } from '../../../people/index.ts'
import { type Context, newId } from '../../../platform/index.ts'
import { type Page, type Server, page, redirect } from '../../../platform/http/index.ts'
import { sessionOf } from '../session-of.ts'
import { papersEverOf } from '../keyslot-store.ts'
import { mailboxOf } from '../mailbox-store.ts'
import { isGivenBack } from '../reopen-mailbox.ts'
import { type EnrolMode, enrolPage } from '../views/enrol-page.ts'

const asked = z.object({ noWay: z.string().optional().catch(undefined) })

/** The wizard, and the parts of it that come back: paper anew, a new key where every way is lost. */
export function enrolRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/mailbox/new' }, async (it) => {
    const session = freshly(context, it)
    const own = await mailboxOf(context.db, { person: session.person.id })
    if (own !== null) return redirect(it, '/mailbox')
    return wizard(context, it, { mode: 'new', id: newId(context.clock.now()) })
  })
  page(app, { method: 'get', path: '/mailbox/paper' }, (it) => again(context, it, 'paper'))
  page(app, { method: 'get', path: '/mailbox/lost' }, (it) => again(context, it, 'lost'))
}

async function again(context: Context, it: Page, mode: EnrolMode) {
  const session = freshly(context, it)
  const own = await mailboxOf(context.db, { person: session.person.id })
  if (own === null) return redirect(it, '/mailbox/new')
  const { noWay } = asked.parse(it.request.query ?? {})
  // Whoever still has a way keeps the letters of before.
  const keeps = mode === 'lost' && noWay === undefined && (await isGivenBack(context.db, own))
  return wizard(context, it, { mode: keeps ? 'anew' : mode, id: own.id })
}

/** Begun with a proof of just now: what is made counts for years. */
function freshly(context: Context, { request, reply }: Page): Session {
  const session = sessionOf(request)
  demandFreshProof(session, context.clock.now())
  void reply.header('cache-control', 'private, no-store')
  return session
}

async function wizard(context: Context, it: Page, { mode, id }: { mode: EnrolMode; id: string }) {
  const { host } = new URL(context.config.origin)
  const { person } = sessionOf(it.request)
  return enrolPage(it.view, {
    mode,
    mailbox: id,
    keyName: mailboxName(host, { mailbox: id }),
    person: { id: person.id, name: person.name[it.lang] },
    host,
    paper: 1 + (await papersEverOf(context.db, id))
  })
}
