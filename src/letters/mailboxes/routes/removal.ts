import { z } from 'zod'
import { type Context, Refusal } from '../../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { sessionOf } from '../session-of.ts'
import { messages } from '../messages.ts'
import { readMailbox, readMailboxes } from '../read-mailboxes.ts'
import { MailboxNotFoundError } from '../refusals.ts'
import { removeKeyslot } from '../remove-keyslot.ts'
import { removalPage } from '../views/removal-page.ts'
import type { ShownWay } from '../views/ways-table.ts'
import { waysOf } from './own.ts'

const params = z.object({ slot: z.uuid().catch(''), id: z.uuid().optional().catch(undefined) })
const removal = z.object({ wasCopied: z.string().optional().catch(undefined) })

/** Removing a way: of one's own mailbox, and of one whose key one keeps. It works without script. */
export function removalRoutes(app: Server, context: Context): void {
  for (const path of ['/mailbox/way/:slot/removal', '/mailbox/of/:id/way/:slot/removal']) {
    page(app, { method: 'get', path }, async (it) => {
      const { way, base } = await wayOf(context, it)
      return removalPage(it.view, { way, base, problems: [] })
    })
    page(app, { method: 'post', path }, (it) => remove(context, it))
  }
}

async function remove(context: Context, it: Page): Promise<PageAnswer> {
  const { way, base } = await wayOf(context, it)
  const typed = removal.safeParse(it.request.body)
  const wasCopied = typed.success && typed.data.wasCopied !== undefined
  try {
    const asked = { mailbox: way.mailbox, slot: way.id, wasCopied }
    await removeKeyslot(context, sessionOf(it.request), asked)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error
    void it.reply.code(error.status)
    const problems = [{ pointer: '/wasCopied', code: error.code, text: error.text }]
    return removalPage(it.view, { way, base, problems })
  }
  return redirect(it, base, { kind: 'success', text: messages.in(it.lang).removed })
}

async function wayOf(context: Context, it: Page): Promise<{ way: ShownWay; base: string }> {
  const { slot, id } = params.parse(it.request.params)
  const { actor } = sessionOf(it.request)
  const mailbox =
    id === undefined
      ? (await readMailboxes(context, actor)).find(({ via }) => via === 'own')
      : await readMailbox(context, actor, id)
  if (mailbox === undefined) throw new MailboxNotFoundError()
  const way = (await waysOf(context, it, mailbox)).find((each) => each.id === slot)
  if (way === undefined) throw new MailboxNotFoundError()
  return { way, base: id === undefined ? '/mailbox' : `/mailbox/of/${id}` }
}
