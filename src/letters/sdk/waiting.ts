import { join } from 'node:path'
import { type Desk, askDesk } from './desk.ts'
import { findAddressee } from './find-addressee.ts'
import type { Addressee } from './letter.ts'
import { draftOf, fetchContent, openOwn, withScratch } from './own-letter.ts'
import { type Sealed, sealDraft } from './seal-outgoing.ts'
import { bodyOf, inlineBytesMax, lengthOf } from './sealed-file.ts'
import type { SenderOptions } from './sender-options.ts'

/** A letter that lies sealed to its sender until its recipient has a mailbox. */
export interface WaitingLetter {
  readonly id: string
  /** SHA-256 of the sealed file, base64. */
  readonly sha256: string
  readonly sizeBytes: number
  /** The mailbox that its recipient has by now, as the desk says. */
  readonly mailbox: string | null
}

interface ListedWaiting {
  readonly letter: { readonly id: string; readonly sha256: string; readonly sizeBytes: number }
  readonly ready: { readonly mailbox: string } | null
}

/** Most letters of one page of a list. */
export const pageMax = 100

/**
 * The waiting letters of a mailbox, the oldest first.
 * @yields One.
 */
export async function* waitingLetters(desk: Desk, mailbox: string): AsyncGenerator<WaitingLetter> {
  let after: string | null = null
  for (;;) {
    const query = new URLSearchParams({ mailbox, limit: String(pageMax), ...(after && { after }) })
    const answer = await askDesk(desk, `/waiting-letters?${query.toString()}`)
    const { letters } = (await answer.json()) as { letters: ListedWaiting[] }
    for (const { letter, ready } of letters) {
      const { id, sha256, sizeBytes } = letter
      yield { id, sha256, sizeBytes, mailbox: ready?.mailbox ?? null }
    }
    after = letters.length < pageMax ? null : (letters.at(-1)?.letter.id ?? null)
    if (after === null) return
  }
}

/**
 * Opens a waiting letter with the sender's own key, makes sure that the sender wrote it, and seals it to
 * whom it was for. To whomever the desk names, its key is proven by the directory; where the addressee is
 * given by an identifier, so is whose it is.
 * @throws {WaitingLetterError} If it is not what this sender wrote.
 */
export async function resealWaiting(
  options: SenderOptions,
  waiting: WaitingLetter,
  to?: Addressee
): Promise<boolean> {
  const addressee = to ?? (waiting.mailbox === null ? null : { mailbox: waiting.mailbox })
  if (addressee === null) return false
  const { recipient } = await findAddressee(options, addressee)
  if (recipient === null) return false
  const { desk } = options
  await withSealedAnew(options, { ...waiting, recipient }, async (sealed) => {
    await putSealed(desk, `/letters/${waiting.id}/content`, sealed)
  })
  return true
}

/** A letter that lies sealed to its own sender, and to which key it is to be sealed. */
export interface SealedAnew extends Pick<WaitingLetter, 'id' | 'sha256' | 'sizeBytes'> {
  readonly recipient: string
  /** It goes to the key of a page by post, whose opening shows the token to the desk: not the sender's own. */
  readonly isPage?: boolean
}

/**
 * Seals a letter of this sender to another key, under the same id. A large one goes from file to file, and
 * nothing of it is held or written open.
 */
export async function withSealedAnew<T>(
  options: SenderOptions,
  { id, sha256, sizeBytes, recipient, isPage }: SealedAnew,
  send: (sealed: Sealed) => Promise<T>
): Promise<T> {
  const { desk, mailbox } = options
  return withScratch(options.scratch, async (folder) => {
    const own = join(folder, 'own.age')
    await fetchContent(desk, { id, sha256, into: own })
    const draft = draftOf(await openOwn(own, mailbox, id))
    const into = sizeBytes > inlineBytesMax ? join(folder, 'anew.age') : undefined
    return send(await sealDraft(draft, mailbox, { recipient, into, isPage }))
  })
}

/** Sends sealed bytes as they are; what is told of them stands in the address. */
export function putSealed(desk: Desk, path: string, { file, facts }: Sealed): Promise<Response> {
  const words = { ...stringsOf(facts), sizeBytes: String(lengthOf(file)) }
  return askDesk(desk, `${path}?${new URLSearchParams(words).toString()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    ...bodyOf(file)
  })
}

function stringsOf(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}
