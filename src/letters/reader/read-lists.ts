import type { Actor } from '../../people/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { type StoredLetter, listLetters } from '../exchange/index.ts'
import { type ListedMailbox, readMailboxes } from '../mailboxes/index.ts'
import { copiesOf } from './copy-store.ts'
import { type ListedLetter, partyNames } from './shown-letter.ts'

/** Letters of one page of a list. */
export const lettersPerPage = 25

/** What a reader looks into: one of their mailboxes. */
export interface ReaderMailbox {
  readonly all: readonly ListedMailbox[]
  /** The one that was asked for, or the first; `null` where there is none. */
  readonly chosen: ListedMailbox | null
}

/**
 * The mailboxes of a reader, and which of them is looked into.
 * @throws {NotFoundError} If one is asked for that the reader may not look into.
 */
export async function chooseMailbox(
  context: Context,
  actor: Actor,
  asked: string | null
): Promise<ReaderMailbox> {
  const all = await readMailboxes(context, actor)
  if (asked === null) return { all, chosen: all[0] ?? null }
  const chosen = all.find(({ id }) => id === asked)
  if (chosen === undefined) throw new NotFoundError()
  return { all, chosen }
}

/** Where a page of a list begins, as it stands in an address: `<instant>_<id>`. */
export function placeOfText(text: string | null): { at: Temporal.Instant; id: string } | null {
  const [at = '', id = ''] = (text ?? '').split('_')
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  try {
    return { at: Temporal.Instant.from(at), id }
  } catch {
    return null
  }
}

/** One page of what lies in a mailbox, or of what it has sent, with names. */
export async function readList(
  context: Context,
  actor: Actor,
  asked: { mailbox: string; folder: 'inbox' | 'sent'; before: string | null }
): Promise<{ letters: ListedLetter[]; next: string | null }> {
  const before = placeOfText(asked.before)
  const found = await listLetters(context, actor, {
    ...asked,
    before,
    limit: lettersPerPage
  })
  const letters = found.letters.filter(({ copyOf }) => copyOf === null)
  const next = found.next && `${found.next.at.toString()}_${found.next.id}`
  return { letters: await named(context, asked.mailbox, letters), next }
}

/** Letters with the names of their ends, and the bytes that the reader of a mailbox may have of each. */
export async function named(
  context: Context,
  mailbox: string,
  letters: readonly StoredLetter[]
): Promise<ListedLetter[]> {
  const names = await partyNames(
    context,
    letters.flatMap(({ sender, recipient }) => [sender, recipient])
  )
  const sent = letters.filter(({ sender }) => sender.mailbox === mailbox).map(({ id }) => id)
  const copies = await copiesOf(context.db, mailbox, sent)
  return letters.map((letter) => ({
    letter,
    sender: names(letter.sender),
    recipient: names(letter.recipient),
    content: contentOf(letter, { mailbox, copy: copies.get(letter.id) ?? null })
  }))
}

/** Its recipient has the letter itself; its sender the own copy, or the letter while it is sealed to them. */
function contentOf(
  letter: StoredLetter,
  of: { readonly mailbox: string; readonly copy: string | null }
): string | null {
  const { id, recipient, heldBy, content, arrivedAt } = letter
  if (recipient.mailbox === of.mailbox) return content !== null && arrivedAt !== null ? id : null
  if (heldBy === of.mailbox && content !== null) return id
  return of.copy
}
