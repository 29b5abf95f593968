import { z } from 'zod'
import { personsByIds } from '../../../people/index.ts'
import { type Context, type Lang, Refusal, withScope } from '../../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { sessionOf } from '../api.ts'
import { delegateCandidates } from '../candidates.ts'
import type { Mailbox } from '../mailbox.ts'
import { messages } from '../messages.ts'
import { type UsableSlot, allSlots, readMailboxes } from '../read-mailboxes.ts'
import { MailboxNotFoundError } from '../refusals.ts'
import { removeKeyslot } from '../remove-keyslot.ts'
import { mailboxPage, noMailboxPage } from '../views/mailbox-page.ts'
import { removalPage } from '../views/removal-page.ts'
import type { ShownWay } from '../views/ways-table.ts'

const params = z.object({ slot: z.uuid().catch('') })
const removal = z.object({ wasCopied: z.string().optional().catch(undefined) })

/** The page of one's own mailbox, and removing a way. */
export function ownRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/mailbox' }, async (it) => {
    const { actor, person } = sessionOf(it.request)
    const all = await readMailboxes(context, actor)
    const mailbox = all.find(({ via }) => via === 'own')
    const others = all.filter(({ via }) => via !== 'own')
    if (mailbox === undefined) return noMailboxPage(it.view, others)
    const ways = await waysOf(context, it, mailbox)
    const delegates = await delegateCandidates(context, person.id, it.lang)
    return mailboxPage(it.view, { mailbox, ways, delegates, others, notice: null })
  })
  const base = '/mailbox'
  page(app, { method: 'get', path: `${base}/way/:slot/removal` }, async (it) => {
    const { way } = await ownWay(context, it)
    return removalPage(it.view, { way, base, problems: [] })
  })
  page(
    app,
    { method: 'post', path: `${base}/way/:slot/removal` },
    async (it): Promise<PageAnswer> => {
      const { mailbox, way } = await ownWay(context, it)
      const typed = removal.safeParse(it.request.body)
      const wasCopied = typed.success && typed.data.wasCopied !== undefined
      const asked = { mailbox: mailbox.id, slot: way.id, wasCopied }
      try {
        await removeKeyslot(context, sessionOf(it.request), asked)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 409) throw error
        void it.reply.code(error.status)
        const problems = [{ pointer: '/wasCopied', code: error.code, text: error.text }]
        return removalPage(it.view, { way, base, problems })
      }
      return redirect(it, base, { kind: 'success', text: messages.in(it.lang).removed })
    }
  )
}

async function ownWay(context: Context, it: Page): Promise<{ mailbox: Mailbox; way: ShownWay }> {
  const { slot } = params.parse(it.request.params)
  const { actor } = sessionOf(it.request)
  const all = await readMailboxes(context, actor)
  const mailbox = all.find(({ via }) => via === 'own')
  if (mailbox === undefined) throw new MailboxNotFoundError()
  const way = (await waysOf(context, it, mailbox)).find(({ id }) => id === slot)
  if (way === undefined) throw new MailboxNotFoundError()
  return { mailbox, way }
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
  // A contact is called what their owner calls them; of the others the reader may know who they are.
  const named = slots.filter(({ purpose }) => purpose !== 'contact' && purpose !== 'kin')
  const ids = named.flatMap(({ reader }) => reader ?? [])
  const persons = await withScope('system', () => personsByIds(db, ids))
  return slots.map((slot) => {
    const isNamed = slot.reader !== null && named.includes(slot)
    const readerName = isNamed ? (persons.get(slot.reader ?? '')?.name[lang] ?? null) : null
    return { ...slot, readerName }
  })
}
