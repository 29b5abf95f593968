import { personsByIds } from '../../../people/index.ts'
import { type Context, type Lang, withScope } from '../../../platform/index.ts'
import type { Html, View } from '../../../platform/html/index.ts'
import { type Page, type Server, page, redirect } from '../../../platform/http/index.ts'
import { sessionOf } from '../session-of.ts'
import { delegateCandidates } from '../candidates.ts'
import type { Mailbox } from '../mailbox.ts'
import { messages } from '../messages.ts'
import { openRecoveries } from '../recovery/recovery-store.ts'
import { sharesOf } from '../recovery/share-store.ts'
import { isGivenBack } from '../reopen-mailbox.ts'
import { stopRenewal } from '../renew-mailbox.ts'
import { type ListedMailbox, type UsableSlot, allSlots, readMailboxes } from '../read-mailboxes.ts'
import { isShared } from '../slot-input.ts'
import { mailboxPage, noMailboxPage, pendingNotice } from '../views/mailbox-page.ts'
import { anewNotice, askedNotice, givenBackNotice } from '../views/recovery-page.ts'
import type { ShownWay } from '../views/ways-table.ts'

/** The page of one's own mailbox. */
export function ownRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/mailbox' }, async (it) => {
    const { actor, person } = sessionOf(it.request)
    const all = await readMailboxes(context, actor)
    const mailbox = all.find(({ via }) => via === 'own')
    const others = all.filter(({ via }) => via !== 'own')
    if (mailbox === undefined) return noMailboxPage(it.view, others)
    const ways = await waysOf(context, it, mailbox)
    const givenBack = await isGivenBack(context.db, mailbox)
    const delegates = await delegateCandidates(context, person.id, it.lang)
    return mailboxPage(it.view, {
      mailbox,
      isGivenBack: givenBack,
      ways,
      delegates,
      others,
      notices: [
        givenBack ? givenBackNotice(it.view) : null,
        ...(await noticesOf(context, it.view, mailbox))
      ]
    })
  })
  page(app, { method: 'post', path: '/mailbox/renewal/stop' }, async (it) => {
    await stopRenewal(context, sessionOf(it.request))
    return redirect(it, '/mailbox', { kind: 'success', text: messages.in(it.lang).stopped })
  })
}

/** What the server has to say above the ways: a recovery that waits, halves that open nothing any more. */
async function noticesOf(
  { db }: Context,
  view: View,
  mailbox: ListedMailbox
): Promise<readonly (Html | null)[]> {
  const shares = await sharesOf(db, mailbox.id)
  return [
    pendingNotice(view, mailbox) ?? askedNotice(view, await openRecoveries(db, mailbox.id)),
    shares.some(({ lostAt }) => lostAt !== null) ? anewNotice(view) : null
  ]
}

/** Every way of a mailbox with the names of those who have one. */
export async function waysOf(
  context: Context,
  it: Pick<Page, 'request' | 'lang'>,
  { id }: Mailbox
): Promise<ShownWay[]> {
  return nameReaders(context, await allSlots(context, sessionOf(it.request).actor, id), it.lang)
}

async function nameReaders(
  { db }: Context,
  slots: readonly UsableSlot[],
  lang: Lang
): Promise<ShownWay[]> {
  const ids = slots.flatMap(({ reader }) => reader ?? [])
  const persons = await withScope('system', () => personsByIds(db, ids))
  return slots.map((slot) => {
    // Whoever was named and has not accepted is not told to the owner: a code may be of anybody.
    const isUnknown = slot.reader === null || (isShared(slot) && slot.provenAt === null)
    const readerName = isUnknown ? null : (persons.get(slot.reader ?? '')?.name[lang] ?? null)
    return { ...slot, readerName }
  })
}
