import { z } from 'zod'
import { publicLog } from '../../ledger/index.ts'
import { actorOf } from '../../people/index.ts'
import { type Page, type Server, page } from '../../platform/http/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { letterEvidence } from '../exchange/index.ts'
import type { ListedMailbox } from '../mailboxes/index.ts'
import { offlineRoutes } from './offline-routes.ts'
import { isolate, scriptReader } from './page-rules.ts'
import { paperReader } from './paper-parts.ts'
import { chooseMailbox, named, readList } from './read-lists.ts'
import { hostOf } from './shown-letter.ts'
import { letterPage } from './views/letter-page.ts'
import { listPage, noMailboxPage } from './views/list-page.ts'
import type { ReaderRoot } from './views/reader-data.ts'
import { withdrawRoutes } from './withdraw-routes.ts'

const query = z.object({
  mailbox: z.uuid().nullable().catch(null),
  before: z.string().max(100).nullable().catch(null)
})
const params = z.object({ id: z.uuid() })
const script = 'letters-reader'

/** The pages that letters are read on. */
export function readerRoutes(app: Server, context: Context): void {
  const scripts = scriptReader(app)
  const papers = paperReader(app, scripts)
  const lists = [
    { path: '/letters', folder: 'inbox' },
    { path: '/letters/sent', folder: 'sent' }
  ] as const
  for (const { path, folder } of lists) {
    page(app, { method: 'get', path }, async (it) => {
      const actor = actorOf(it.request)
      const asked = query.parse(it.request.query)
      const { integrity, paper } = await isolated(it)
      const { all, chosen } = await chooseMailbox(context, actor, asked.mailbox)
      if (chosen === null) {
        return noMailboxPage(it.view, { integrity, isStaff: actor.grants.length > 0 })
      }
      const of = { mailbox: chosen.id, folder, before: asked.before }
      const { letters, next } = await readList(context, actor, of)
      return listPage(it.view, {
        kind: folder,
        root: await rootOf(context, it, chosen),
        mailboxes: all.map(({ id, name }) => ({ id, title: name })),
        letters,
        next: next && `${path}?mailbox=${chosen.id}&before=${encodeURIComponent(next)}`,
        integrity,
        paper,
        isUnit: chosen.kind === 'unit',
        compose: composeOf(chosen)
      })
    })
  }
  page(app, { method: 'get', path: '/letters/:id' }, async (it) => {
    const actor = actorOf(it.request)
    const asked = params.safeParse(it.request.params)
    if (!asked.success) throw new NotFoundError()
    const { integrity, paper } = await isolated(it)
    const { letter, side, items, remarks } = await letterEvidence(context, actor, asked.data.id)
    const own = side === 'recipient' ? letter.recipient.mailbox : letter.sender.mailbox
    const { chosen } = await chooseMailbox(context, actor, own)
    if (chosen === null) throw new NotFoundError()
    const [row] = await named(context, chosen.id, [letter])
    if (row === undefined) throw new NotFoundError()
    return letterPage(it.view, {
      root: await rootOf(context, it, chosen),
      row,
      items,
      withdrawn: remarks.find(({ kind }) => kind === 'withdrawal')?.words ?? null,
      sentBack: remarks.find(({ kind }) => kind === 'refusal')?.words ?? null,
      integrity,
      paper
    })
  })
  offlineRoutes(app, context, scripts)
  withdrawRoutes(app, context)

  async function isolated({ reply }: Page) {
    const [{ path, integrity }, paper] = await Promise.all([scripts(script), papers()])
    isolate(reply, context, { path }, paper.script)
    return { integrity, paper }
  }
}

/** What the script of a page needs to know of the mailbox that is looked into. */
export async function rootOf(
  context: Context,
  { view }: Pick<Page, 'view'>,
  mailbox: Pick<ListedMailbox, 'id' | 'keyName' | 'authority' | 'unit' | 'via'>
): Promise<ReaderRoot> {
  const { id, keyName, authority, unit, via } = mailbox
  return {
    mailbox: id,
    key: keyName,
    owner: authority !== null && unit !== null ? `unit:${authority}/${unit}` : `mailbox:${id}`,
    csrf: view.csrf,
    isHeir: via === 'heir',
    policy: await publicLog.policyOf(context),
    host: hostOf(context)
  }
}

/** Whoever reads as an heir writes nothing: there is no key to sign with. */
function composeOf({ id, kind, via }: ListedMailbox): string | null {
  if (via === 'heir') return null
  return kind === 'unit' ? `/desk/letters/new?mailbox=${id}` : `/letters/new?mailbox=${id}`
}
