import { judgeSender, openLetter } from '../../kernel/seal/index.ts'
import { parseVerifierKey } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { type Desk, askDesk } from './desk.ts'
import { WaitingLetterError } from './errors.ts'
import { findAddressee } from './find-addressee.ts'
import type { Addressee } from './letter.ts'
import { type SendingMailbox, sealDraft, sealedFacts } from './seal-outgoing.ts'
import type { SenderOptions } from './sender-options.ts'

/** A letter that lies sealed to its sender until its recipient has a mailbox. */
export interface WaitingLetter {
  readonly id: string
  /** SHA-256 of the sealed file, base64. */
  readonly sha256: string
  /** The mailbox that its recipient has by now, as the desk says. */
  readonly mailbox: string | null
}

interface ListedWaiting {
  readonly letter: { readonly id: string; readonly sha256: string }
  readonly ready: { readonly mailbox: string } | null
}

const pageMax = 100

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
      yield { id: letter.id, sha256: letter.sha256, mailbox: ready?.mailbox ?? null }
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
  const { desk, mailbox } = options
  const answer = await askDesk(desk, `/letters/${waiting.id}/content`)
  const draft = await openOwn(new Uint8Array(await answer.arrayBuffer()), mailbox, waiting.id)
  const { file, token } = await sealDraft(draft, mailbox, recipient)
  const facts = sealedFacts(file, { recipient, token })
  const query = new URLSearchParams({ ...stringsOf(facts), sizeBytes: String(file.length) })
  await askDesk(desk, `/letters/${waiting.id}/content?${query.toString()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(file)
  })
  return true
}

async function openOwn(file: Uint8Array, { keys }: SendingMailbox, id: string) {
  const opened = await openLetter(file, keys.identity, nativePrimitives)
  if (!opened.ok) throw new WaitingLetterError(`${id} does not open: ${opened.reason}`)
  const own = keys.keys.map((key) => parseVerifierKey(key, nativePrimitives))
  const known = own.flatMap((key) => (key.ok ? [key.value] : []))
  const { verdict } = judgeSender(opened.value, known, nativePrimitives)
  const { header, body, attachments } = opened.value
  if (verdict !== 'verified' || header.letter !== id) {
    throw new WaitingLetterError(`${id} is not a letter of this sender: ${verdict}`)
  }
  const { letter, sender, subject, sentAt, case: caseId } = header
  return { letter, sender, subject, sentAt, case: caseId, body, attachments }
}

function stringsOf(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}
