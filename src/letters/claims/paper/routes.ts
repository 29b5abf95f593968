import { z } from 'zod'
import { claimedBytesMax } from '../../../kernel/mailbox/index.ts'
import { actorOf } from '../../../people/index.ts'
import { type Context, NotFoundError } from '../../../platform/index.ts'
import { type Page, type PageAnswer, type Server, page } from '../../../platform/http/index.ts'
import { waitingLetter } from '../../exchange/index.ts'
import { mailboxOf, readMailboxes, sessionOf } from '../../mailboxes/index.ts'
import { isolate, partyNames, rootOf, scriptReader } from '../../reader/index.ts'
import { claimApi } from './api.ts'
import { claimDays } from './claim-letter.ts'
import { claimPage, claimScript, keepPage, makingPage, makingScript } from './views.ts'

const ofLetter = z.object({ id: z.uuid().catch('') })

/** Letters that are opened by a page which came by post: made at a desk, opened and kept at home. */
export function paperRoutes(app: Server, context: Context): void {
  const scripts = scriptReader(app)
  page(app, { method: 'get', path: '/claim' }, async (it) => {
    const script = await scripts(claimScript)
    isolate(it.reply, context, script)
    return claimPage(it.view, script.integrity)
  })
  page(app, { method: 'get', path: '/claim/keep' }, async (it) => {
    const { person } = sessionOf(it.request)
    const script = await scripts(claimScript)
    isolate(it.reply, context, script)
    const own = await mailboxOf(context.db, { person: person.id })
    const mailbox = own?.confidential === true ? own.id : null
    return keepPage(it.view, { mailbox, integrity: script.integrity })
  })
  page(app, { method: 'get', path: '/desk/letters/:id/claim' }, async (it) => {
    const script = await scripts(makingScript)
    isolate(it.reply, context, script)
    return making(context, it, script.integrity)
  })
  claimApi(app, context)
}

async function making(context: Context, it: Page, integrity: string): Promise<PageAnswer> {
  const { id } = ofLetter.parse(it.request.params)
  const actor = actorOf(it.request)
  if (id === '') throw new NotFoundError()
  const letter = await waitingLetter(context, actor, id)
  const all = await readMailboxes(context, actor)
  const own = all.find((each) => each.id === letter.sender.mailbox)
  if (own === undefined) throw new NotFoundError()
  const nameOf = await partyNames(context, [letter.sender, letter.recipient])
  const unnamed = { fa: '', en: '' }
  return makingPage(it.view, {
    root: await rootOf(context, it, own),
    letter: { id, sentAt: letter.sentAt.toString(), case: letter.case },
    // Sealed to a page it is as long as it is now: nobody opens it to be told so then.
    isTooLarge: letter.sizeBytes > claimedBytesMax,
    from: nameOf(letter.sender).title ?? unnamed,
    to: nameOf(letter.recipient).title ?? unnamed,
    until: context.clock.now().add({ hours: 24 * claimDays }),
    address: `${context.config.origin}/claim`,
    integrity
  })
}
