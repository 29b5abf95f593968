import {
  type Doubt,
  type Refused,
  judgeLetter,
  refusedFor,
  sendersOf
} from '../../kernel/reading/index.ts'
import { findRecipient } from '../../kernel/directory/index.ts'
import { directoryOwner } from '../../kernel/mailbox/index.ts'
import { mailboxName, signOpening } from '../../kernel/seal/index.ts'
import { fromBase64 } from '../../kernel/tlog/index.ts'
import { askDesk } from './desk.ts'
import { DirectoryRefusedError } from './errors.ts'
import { type OpenedFile, openFile } from './opened-file.ts'
import { fetchContent } from './own-letter.ts'
import type { SenderOptions } from './sender-options.ts'

/** A letter that arrived, as its envelope says. */
export interface ArrivedLetter {
  readonly id: string
  readonly sender: {
    readonly mailbox: string
    readonly authority: string | null
    readonly unit: string | null
    readonly person: string | null
  }
  readonly sentAt: string
  readonly arrivedAt: string
  readonly effectiveAt: string | null
  readonly case: string | null
  readonly inReplyTo: string | null
  readonly copyOf: string | null
  readonly hasContent: boolean
  /** SHA-256 of the sealed file, base64. */
  readonly sha256: string
  readonly sizeBytes: number
}

/**
 * What became of a letter by the rules of docs/specs/letter-reading.md §2: it may be shown, by which entry
 * of its sender, or why it may not, and then nothing of it is here.
 */
export type ReceivedLetter =
  | {
      readonly verdict: 'verified'
      readonly opened: OpenedFile
      readonly doubts: readonly Doubt[]
      /** Entry of the sender in the key directory whose keys signed. */
      readonly signedBySequence: number
      /** Base64. */
      readonly contentHash: string
    }
  | { readonly verdict: Refused }

/** Receives the letters of one mailbox: fetches, judges, opens. */
export interface Receiver {
  /** The letters in the mailbox, the newest first. */
  arrived(): AsyncGenerator<ArrivedLetter>
  /**
   * Fetches a letter into a file and judges it. An attachment is read out of that file when it is asked for.
   * @param file - Where the sealed bytes go, for its owner alone.
   * @throws {DirectoryRefusedError} If the directory does not prove who its sender is: nothing is opened.
   * @throws {DeskRefusedError} {@link DeskAwayError}
   */
  receive(letter: ArrivedLetter, file: string): Promise<ReceivedLetter>
  /**
   * Acknowledges an opened letter to its sender, signed by the mailbox; again it changes nothing.
   * @param token - The opening token from inside the letter, base64.
   */
  acknowledge(letter: { readonly id: string; readonly token: string }): Promise<void>
}

/** A receiver of letters of one mailbox. */
export function createReceiver(options: SenderOptions): Receiver {
  return {
    arrived: () => arrivedLetters(options),
    receive: (letter, file) => receive(options, letter, file),
    acknowledge: (letter) => acknowledge(options, letter)
  }
}

async function* arrivedLetters({ desk, mailbox }: SenderOptions): AsyncGenerator<ArrivedLetter> {
  const query = new URLSearchParams({ mailbox: mailbox.id, folder: 'inbox', limit: '100' })
  for (let next: string | null = `/letters?${query.toString()}`; next !== null;) {
    const answer = await askDesk(desk, next)
    const page = (await answer.json()) as {
      letters: ArrivedLetter[]
      links: { next: string | null }
    }
    yield* page.letters
    next = page.links.next?.replace('/api/v1', '') ?? null
  }
}

async function receive(
  options: SenderOptions,
  letter: ArrivedLetter,
  file: string
): Promise<ReceivedLetter> {
  const { desk, directory, mailbox } = options
  const { mailbox: from, authority, unit } = letter.sender
  const place = authority !== null && unit !== null ? { authority, unit } : { mailbox: from }
  const owner = directoryOwner(place)
  const found = await findRecipient(directory, owner)
  if (!found.ok) throw new DirectoryRefusedError(owner, found.fault)
  await fetchContent(desk, { id: letter.id, sha256: letter.sha256, into: file })
  const identities = [mailbox.keys, ...(mailbox.past ?? [])].map(({ identity }) => identity)
  const opened = await openFile(file, identities)
  if (!opened.ok) return { verdict: refusedFor(opened.reason) }
  const reading = judgeLetter(
    { ...opened.value.letter, attachments: [] },
    sendersOf(found.lookup),
    {
      letter: letter.id,
      sender: mailboxName(directory.trust.host, place),
      sentAt: letter.sentAt,
      case: letter.case,
      seenContent: null
    }
  )
  if (!reading.shown) return { verdict: reading.refused }
  const { doubts, signedBy, contentHash } = reading
  const signedBySequence = signedBy.sequence
  return { verdict: 'verified', opened: opened.value, doubts, signedBySequence, contentHash }
}

async function acknowledge(
  { desk, mailbox }: SenderOptions,
  { id, token }: { readonly id: string; readonly token: string }
): Promise<void> {
  const bytes = fromBase64(token) ?? new Uint8Array()
  const { signers } = mailbox.keys
  const note = signOpening({ letter: id, state: 'acknowledged', token: bytes, signers })
  await askDesk(desk, `/letters/${id}/acknowledgement`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, note })
  })
}
