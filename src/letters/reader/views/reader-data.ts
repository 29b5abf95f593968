import { formHref, type View } from '../../../platform/html/index.ts'
import type { ListedLetter as IslandLetter, Party } from '../../islands/reading/shapes.ts'
import { messages } from '../messages.ts'
import type { ListedLetter, NamedParty } from '../shown-letter.ts'

/** What every page of the reader gives to its script. */
export interface ReaderRoot {
  readonly mailbox: string
  /** Name on the signatures of that mailbox. */
  readonly key: string
  readonly owner: string
  readonly csrf: string
  /** The owner has died: an heir reads, and signs nothing. */
  readonly isHeir: boolean
  /** Text of the log policy; empty while there is no log. */
  readonly policy: string
  /** Host of this installation, as the names of its keys begin. */
  readonly host: string
}

/** The data attributes of the reader's element. */
export function readerAttributes(root: ReaderRoot): Record<string, string> {
  return { 'data-reader': JSON.stringify(root) }
}

/** A letter as the script has it. */
export function letterData(view: View, row: ListedLetter, mailbox: string): IslandLetter {
  const { letter, content } = row
  return {
    id: letter.id,
    sender: party(view, row.sender),
    recipient: party(view, row.recipient),
    sentAt: letter.sentAt.toString(),
    acceptedAt: letter.acceptedAt.toString(),
    effectiveAt: letter.effectiveAt?.toString() ?? null,
    case: letter.case,
    inReplyTo: letter.inReplyTo,
    state: letter.state,
    sha256: letter.arrivedAt === null ? null : letter.sha256,
    content,
    isSent: letter.sender.mailbox === mailbox,
    href: formHref(view, `/letters/${letter.id}?mailbox=${mailbox}`)
  }
}

function party(view: View, { mailbox, owner, key, title }: NamedParty): Party {
  const name = title?.[view.lang] ?? messages.in(view.lang).unknownParty
  return { mailbox, owner, key, title: name }
}
