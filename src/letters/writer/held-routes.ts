import { z } from 'zod'
import { actorNames, actorOf } from '../../people/index.ts'
import { type Page, type Server, page } from '../../platform/http/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { type StoredLetter, listApprovals, listWaiting } from '../exchange/index.ts'
import { type ListedMailbox, type Mailbox, mailboxById, mailboxOf } from '../mailboxes/index.ts'
import {
  type PartyNames,
  type PublishedScript,
  chooseMailbox,
  isolate,
  partyNames,
  rootOf
} from '../reader/index.ts'
import { type HeldRow, approvalsPage, waitingPage } from './views/held-page.ts'

const query = z.object({ mailbox: z.uuid().nullable().catch(null) })
const most = 100

/** Letters of a unit that lie sealed to itself: for want of a mailbox, or of a second person. */
export function heldRoutes(
  app: Server,
  context: Context,
  scripts: (name: string) => Promise<PublishedScript>
): void {
  page(app, { method: 'get', path: '/desk/letters/waiting' }, async (it) => {
    const { own, integrity } = await beginUnitPage(context, it, scripts)
    const asked = { mailbox: own.id, after: null, limit: most }
    const found = await listWaiting(context, actorOf(it.request), asked)
    const letters = found.map(({ letter, ready }) => ({ letter, mailbox: ready?.mailbox ?? null }))
    const rows = await rowsOf(context, letters)
    return waitingPage(it.view, { ...(await placeOf(context, it, own)), own, rows, integrity })
  })
  page(app, { method: 'get', path: '/desk/letters/approvals' }, async (it) => {
    const { own, integrity } = await beginUnitPage(context, it, scripts)
    const actor = actorOf(it.request)
    const found = await listApprovals(context, actor, { mailbox: own.id, after: null, limit: most })
    const authors = await actorNames(
      context.db,
      found.map(({ approval }) => approval.askedBy)
    )
    const letters = await Promise.all(
      found.map(async ({ letter, approval }) => ({
        letter,
        mailbox: await readyMailbox(context, letter),
        author: authors.get(approval.askedBy)?.name ?? null,
        isOwn: approval.askedBy === actor.id
      }))
    )
    const rows = await rowsOf(context, letters)
    return approvalsPage(it.view, { ...(await placeOf(context, it, own)), own, rows, integrity })
  })
}

/** The unit whose letters a page of the desk is about, with the page isolated for its one script. */
export async function beginUnitPage(
  context: Context,
  it: Page,
  scripts: (name: string) => Promise<PublishedScript>
): Promise<{ own: ListedMailbox; integrity: string }> {
  const actor = actorOf(it.request)
  const { mailbox } = query.parse(it.request.query)
  const script = await scripts('letters-writer')
  isolate(it.reply, context, script)
  const { all, chosen } = await chooseMailbox(context, actor, mailbox)
  const units = all.filter(({ kind }) => kind === 'unit')
  const own = chosen?.kind === 'unit' ? chosen : units[0]
  if (own === undefined) throw new NotFoundError()
  return { own, integrity: script.integrity }
}

/** What the script needs of the mailbox, and the unit as its letters name it. */
async function placeOf(context: Context, it: Page, own: ListedMailbox) {
  const { id: mailbox, authority, unit, person } = own
  const end = { mailbox, authority, unit, person }
  const { title } = (await partyNames(context, [end]))(end)
  return { root: await rootOf(context, it, own), title: title ?? own.name }
}

/** Where a held letter can go now; `null` while its recipient has no mailbox. */
async function readyMailbox({ db }: Context, letter: StoredLetter): Promise<string | null> {
  const found = await recipientMailbox(db, letter.recipient)
  return found?.confidential === true && found.closedAt === null ? found.id : null
}

function recipientMailbox(
  db: Context['db'],
  { mailbox, person, authority, unit }: StoredLetter['recipient']
): Promise<Mailbox | null> {
  if (mailbox !== null) return mailboxById(db, mailbox)
  if (authority !== null && unit !== null) return mailboxOf(db, { authority, unit })
  return person === null ? Promise.resolve(null) : mailboxOf(db, { person })
}

interface Held {
  readonly letter: StoredLetter
  readonly mailbox: string | null
  readonly author?: { readonly fa: string; readonly en: string } | null
  readonly isOwn?: boolean
}

async function rowsOf(context: Context, held: readonly Held[]): Promise<HeldRow[]> {
  const ends = held.map(({ letter, mailbox }) => ({ ...letter.recipient, mailbox }))
  const names: PartyNames = await partyNames(context, ends)
  return held.map(({ letter, author, isOwn }, i) => {
    const end = ends[i] ?? letter.recipient
    return { letter, to: names(end), author: author ?? null, isOwn: isOwn ?? false }
  })
}
