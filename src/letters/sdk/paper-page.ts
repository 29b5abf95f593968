import {
  claimHandle,
  claimIdentity,
  claimText,
  newClaimSecret
} from '../../kernel/mailbox/index.ts'
import { shareWords } from '../../kernel/seal/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { type Desk, askDesk } from './desk.ts'
import { LetterTooLargeError } from './errors.ts'
import type { Sealed } from './seal-outgoing.ts'
import { inlineBytesMax } from './sealed-file.ts'
import type { SenderOptions } from './sender-options.ts'
import type { UnitPlace } from './unit-keyring.ts'
import { type WaitingLetter, withSealedAnew } from './waiting.ts'

/** A text in both languages of a page. */
export interface InBoth<T> {
  readonly fa: T
  readonly en: T
}

/**
 * A page for the post: whoever holds it opens its letter. The key is in here and nowhere else; the desk has a
 * hash of it.
 */
export interface PaperPage {
  readonly letter: string
  /** What the QR code says: the address with the key behind `#`. */
  readonly qr: InBoth<string>
  /** The same key, for who has no camera: thirty-three words. */
  readonly words: InBoth<readonly string[]>
  /** Where they are typed. */
  readonly address: InBoth<string>
  /** RFC 3339. */
  readonly expiresAt: string
  /** The unit that sends, with its body. */
  readonly from: InBoth<string>
}

/**
 * Seals a waiting letter to the key of a new page, and hands that in. A page that was made of the letter
 * before ends.
 * @throws {LetterTooLargeError} If the letter is larger than what goes by post, 1 MiB sealed.
 * @throws {WaitingLetterError} If this unit did not write it.
 * @throws {DeskRefusedError} `letter/state` if it waits for no person, or no more.
 * @see docs/specs/letter-exchange.md §10
 */
export async function makePaperPage(
  options: SenderOptions,
  { id, sha256, sizeBytes }: Pick<WaitingLetter, 'id' | 'sha256' | 'sizeBytes'>
): Promise<PaperPage> {
  if (sizeBytes > inlineBytesMax) throw new LetterTooLargeError(inlineBytesMax)
  const { desk, mailbox } = options
  const from = await nameOf(desk, mailbox.unit)
  const secret = newClaimSecret()
  const recipient = (await nativePrimitives.recipientOf(claimIdentity(secret))) ?? ''
  const anew = { id, sha256, sizeBytes, recipient, isPage: true }
  const expiresAt = await withSealedAnew(options, anew, (sealed) =>
    handIn(desk, { id, handle: claimHandle(secret), sealed })
  )
  const address = { fa: `${desk.site}/claim`, en: `${desk.site}/en/claim` }
  const key = claimText(secret)
  return {
    letter: id,
    qr: { fa: `${address.fa}#${key}`, en: `${address.en}#${key}` },
    words: { fa: shareWords(secret, 'fa'), en: shareWords(secret, 'en') },
    ...{ address, expiresAt, from }
  }
}

async function handIn(
  desk: Desk,
  of: { readonly id: string; readonly handle: string; readonly sealed: Sealed }
): Promise<string> {
  const { id, handle, sealed } = of
  const { file, facts } = sealed
  if ('path' in file || file.length > inlineBytesMax) throw new LetterTooLargeError(inlineBytesMax)
  const content = Buffer.from(file).toString('base64')
  const answer = await askDesk(desk, `/letters/${id}/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle, ...facts, content })
  })
  return ((await answer.json()) as { expiresAt: string }).expiresAt
}

interface ToldAuthority {
  readonly id: string
  readonly shortTitle: InBoth<string>
  readonly units: readonly { readonly id: string; readonly title: InBoth<string> }[]
}

/** The unit as its letters name it. */
async function nameOf(desk: Desk, place: UnitPlace | null): Promise<InBoth<string>> {
  const { authority = '', unit = '' } = place ?? {}
  const { items } = (await (await askDesk(desk, '/authorities')).json()) as {
    items: readonly ToldAuthority[]
  }
  const body = items.find(({ id }) => id === authority)
  const own = body?.units.find(({ id }) => id === unit)
  if (body === undefined || own === undefined) return { fa: unit, en: unit }
  const { shortTitle } = body
  return { fa: `${own.title.fa}، ${shortTitle.fa}`, en: `${own.title.en}, ${shortTitle.en}` }
}
