import { join } from 'node:path'
import { askDesk } from './desk.ts'
import { findAddressee } from './find-addressee.ts'
import type { Addressee } from './letter.ts'
import type { OpenedFile } from './opened-file.ts'
import { fetchContent, openOwn, withScratch } from './own-letter.ts'
import type { SenderOptions } from './sender-options.ts'
import { pageMax, putSealed, withSealedAnew } from './waiting.ts'

/** A letter of the unit that waits for a second person. */
export interface HeldLetter {
  readonly id: string
  /** SHA-256 of the sealed file, base64. */
  readonly sha256: string
  readonly sizeBytes: number
  /** Id of who handed it in: not who lets it go. */
  readonly askedBy: string
  /** RFC 3339. */
  readonly askedAt: string
  /** Whom it is for, as the desk says. */
  readonly to: Addressee | null
}

interface ListedApproval {
  readonly letter: Pick<HeldLetter, 'id' | 'sha256' | 'sizeBytes'> & {
    readonly recipient: {
      readonly mailbox: string | null
      readonly authority: string | null
      readonly unit: string | null
      readonly person: string | null
    }
  }
  readonly askedBy: string
  readonly askedAt: string
}

/**
 * The letters of a unit that wait for a second person, the first one first.
 * @yields One.
 */
export async function* heldLetters({ desk, mailbox }: SenderOptions): AsyncGenerator<HeldLetter> {
  let after: string | null = null
  for (;;) {
    const words = { mailbox: mailbox.id, limit: String(pageMax), ...(after && { after }) }
    const query = new URLSearchParams(words)
    const answer = await askDesk(desk, `/letter-approvals?${query.toString()}`)
    const { letters } = (await answer.json()) as { letters: ListedApproval[] }
    for (const { letter, askedBy, askedAt } of letters) {
      const { id, sha256, sizeBytes, recipient } = letter
      yield { id, sha256, sizeBytes, askedBy, askedAt, to: addresseeOf(recipient) }
    }
    after = letters.length < pageMax ? null : (letters.at(-1)?.letter.id ?? null)
    if (after === null) return
  }
}

function addresseeOf({
  mailbox,
  authority,
  unit,
  person
}: ListedApproval['letter']['recipient']): Addressee | null {
  if (mailbox !== null) return { mailbox }
  if (person !== null) return { person }
  return authority === null || unit === null ? null : { authority, unit }
}

/**
 * Opens a held letter, which the unit itself wrote, for whoever is to judge it. Its attachments can be read
 * while `look` runs.
 * @throws {WaitingLetterError} If this unit did not write it.
 */
export function readHeld<T>(
  options: SenderOptions,
  { id, sha256 }: Pick<HeldLetter, 'id' | 'sha256'>,
  look: (opened: OpenedFile) => Promise<T>
): Promise<T> {
  return withScratch(options.scratch, async (folder) => {
    const into = join(folder, 'held.age')
    await fetchContent(options.desk, { id, sha256, into })
    return look(await openOwn(into, options.mailbox, id))
  })
}

/**
 * Lets a held letter go, sealed by this program to its recipient, whose key the directory proves; where
 * they have no mailbox yet it waits as it is.
 * @param to - Whom it was written to, where the desk's word is not enough.
 * @returns Whether it is on its way; `false` where it waits for a mailbox.
 * @throws {DeskRefusedError} `letter/own-approval` for the key that handed it in.
 */
export async function approveHeld(
  options: SenderOptions,
  held: HeldLetter,
  to: Addressee | null = held.to
): Promise<boolean> {
  const recipient = to === null ? null : (await findAddressee(options, to)).recipient
  const path = `/letters/${held.id}/approval`
  if (recipient === null) {
    await decide(options, path, { outcome: 'approved', resealing: null })
    return false
  }
  await withSealedAnew(options, { ...held, recipient }, (sealed) =>
    putSealed(options.desk, path, sealed)
  )
  return true
}

/** Does not let a held letter go: it ends, with the reason. @throws {DeskRefusedError} */
export async function refuseHeld(
  options: SenderOptions,
  { id }: Pick<HeldLetter, 'id'>,
  reason: string
): Promise<void> {
  await decide(options, `/letters/${id}/approval`, { outcome: 'refused', reason })
}

async function decide({ desk }: SenderOptions, path: string, body: object): Promise<void> {
  await askDesk(desk, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
}
