import { z } from 'zod'
import { mailboxName } from '../../../kernel/seal/index.ts'
import { demandFreshProof } from '../../../people/index.ts'
import type { Context } from '../../../platform/index.ts'
import { type Page, type Server, page, redirect } from '../../../platform/http/index.ts'
import { papersEverOf } from '../keyslot-store.ts'
import { sessionOf } from '../session-of.ts'
import { enrolPage } from '../views/enrol-page.ts'
import { recoveryPage } from '../views/recovery-page.ts'
import { trustPage } from '../views/trust-page.ts'
import { recoveryMessages } from './messages.ts'
import { resignShare } from './prove-share.ts'
import { readShares } from './read-shares.ts'
import { askRecovery, stopShares } from './recover-mailbox.ts'
import { openRecovery } from './recovery-store.ts'
import { NobodyNamedError, ShareNotFoundError } from './refusals.ts'

const ofSlot = z.object({ slot: z.uuid().catch('') })
const asked = z.object({ slot: z.uuid() })

/** The pages of recovery contacts and heirs. */
export function recoveryRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/mailbox/trust' }, async (it) => {
    const shares = await readShares(context, sessionOf(it.request))
    void it.reply.header('cache-control', 'private, no-store')
    return trustPage(it.view, shares)
  })
  page(app, { method: 'post', path: '/mailbox/trust/:slot/resignation' }, async (it) => {
    const { slot } = ofSlot.parse(it.request.params)
    if (slot === '') throw new ShareNotFoundError()
    await resignShare(context, sessionOf(it.request), slot)
    const text = recoveryMessages.in(it.lang).resignedDone
    return redirect(it, '/mailbox/trust', { kind: 'success', text })
  })
  page(app, { method: 'get', path: '/mailbox/recovery' }, (it) => recovery(context, it))
  page(app, { method: 'post', path: '/mailbox/recovery' }, async (it) => {
    const typed = asked.safeParse(it.request.body)
    if (!typed.success) throw new NobodyNamedError()
    await askRecovery(context, sessionOf(it.request), typed.data.slot)
    const text = recoveryMessages.in(it.lang).askedDone
    return redirect(it, '/mailbox/recovery', { kind: 'success', text })
  })
  page(app, { method: 'post', path: '/mailbox/recovery/stop' }, async (it) => {
    await stopShares(context, sessionOf(it.request))
    const text = recoveryMessages.in(it.lang).stoppedDone
    return redirect(it, '/mailbox', { kind: 'success', text })
  })
}

async function recovery(context: Context, it: Page) {
  const session = sessionOf(it.request)
  const now = context.clock.now()
  demandFreshProof(session, now)
  void it.reply.header('cache-control', 'private, no-store')
  const { mailbox, given } = await readShares(context, session)
  if (mailbox === null) return redirect(it, '/mailbox')
  const open = await openRecovery(context.db, mailbox)
  const isReady = open?.readyAt != null && Temporal.Instant.compare(open.readyAt, now) <= 0
  if (!isReady) {
    const contacts = given.filter(
      ({ purpose, acceptedAt }) => purpose === 'contact' && acceptedAt !== null
    )
    return recoveryPage(it.view, { contacts, recovery: open })
  }
  const { host } = new URL(context.config.origin)
  const { person } = session
  return enrolPage(it.view, {
    mode: 'recover',
    mailbox,
    keyName: mailboxName(host, { mailbox }),
    person: { id: person.id, name: person.name[it.lang] },
    host,
    paper: 1 + (await papersEverOf(context.db, mailbox))
  })
}
