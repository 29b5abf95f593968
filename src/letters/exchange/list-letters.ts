import type { Actor } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'
import { type ListPlace, lettersFrom, lettersIn } from './list-store.ts'
import { readableMailbox } from './see-letter.ts'

/** What lies in a mailbox, or what it has sent. */
export type Folder = 'inbox' | 'sent'

/** A page of letters. */
export interface ListedLetters {
  readonly letters: readonly StoredLetter[]
  /** Where the next page begins; `null` at the end. */
  readonly next: ListPlace | null
}

/** Most letters of one page. */
export const listedMax = 200

/**
 * A page of the letters of a mailbox, the newest first.
 * @throws {LetterNotFoundError} If it is no mailbox that the actor reads.
 */
export async function listLetters(
  context: Context,
  actor: Actor,
  asked: {
    readonly mailbox: string
    readonly folder: Folder
    readonly before: ListPlace | null
    readonly limit: number
  }
): Promise<ListedLetters> {
  const mailbox = await readableMailbox(context, actor, asked.mailbox)
  const most = Math.min(asked.limit, listedMax)
  const read = asked.folder === 'inbox' ? lettersIn : lettersFrom
  const found = await read(context.db, {
    mailbox: mailbox.id,
    before: asked.before,
    most: most + 1
  })
  const letters = found.slice(0, most)
  const last = letters.at(-1)
  if (found.length <= most || last === undefined) return { letters, next: null }
  const at = asked.folder === 'inbox' ? (last.arrivedAt ?? last.acceptedAt) : last.acceptedAt
  return { letters, next: { at, id: last.id } }
}
