import { type HeldLetter, approveHeld, heldLetters, readHeld, refuseHeld } from './approvals.ts'
import { type CheckedOpenings, type SentLetter, checkOpenings } from './check-openings.ts'
import { type Desk, askDesk } from './desk.ts'
import { DirectoryRefusedError } from './errors.ts'
import { findAddressee } from './find-addressee.ts'
import type { OutgoingLetter, PreparedLetter, SendAnswer, SendReceipt } from './letter.ts'
import type { OpenedFile } from './opened-file.ts'
import { type PaperPage, makePaperPage } from './paper-page.ts'
import { sendBatch } from './send-batch.ts'
import { bodyOf, isInMemory, lengthOf } from './sealed-file.ts'
import { sealOutgoing } from './seal-outgoing.ts'
import type { SenderOptions } from './sender-options.ts'
import { type WaitingLetter, resealWaiting, waitingLetters } from './waiting.ts'

/** Seals letters and sends them. Nothing of a letter leaves it but sealed. */
export interface Sender {
  /**
   * Looks the recipient up in the directory of keys, signs and seals. Nothing is sent.
   * @throws {DirectoryRefusedError} {@link UnsealableError} {@link DeskAwayError}
   */
  prepare(letter: OutgoingLetter): Promise<PreparedInMemory>
  /**
   * The same, sealed piece by piece into a file, so that a letter with large attachments is never held. The
   * file stays until the caller removes it.
   * @throws {AttachmentChangedError} If a file changed while it was sealed; and as `prepare` does.
   */
  prepareInto(letter: OutgoingLetter, file: string): Promise<PreparedLetter>
  /**
   * Sends a sealed letter; the same again does no harm.
   * @throws {DeskRefusedError} {@link DeskAwayError}
   */
  send(letter: PreparedLetter): Promise<SendReceipt>
  /** Sends many, each answered by itself; those of more than 1 MiB one by one. */
  sendAll(letters: readonly PreparedLetter[]): Promise<SendAnswer[]>
  /** The letters of this mailbox that wait for their recipient's mailbox. */
  waiting(): AsyncGenerator<WaitingLetter>
  /**
   * Seals a waiting letter to its recipient, whom the directory proves to be who was meant.
   * @param to - Whom it was written to; whoever wrote it by an identifier must say that again.
   * @returns Whether it was sealed; not while they have no mailbox.
   */
  reseal(waiting: WaitingLetter, to?: OutgoingLetter['to']): Promise<boolean>
  /**
   * Makes a page for the post of a waiting letter, whose addressee has no mailbox. The page of before ends.
   * @throws {LetterTooLargeError} {@link WaitingLetterError} {@link DeskRefusedError}
   */
  page(waiting: WaitingLetter): Promise<PaperPage>
  /** The letters of the unit that wait for a second person. */
  held(): AsyncGenerator<HeldLetter>
  /** Opens a held letter for whoever is to judge it; attachments can be read while `look` runs. */
  readHeld<T>(held: HeldLetter, look: (opened: OpenedFile) => Promise<T>): Promise<T>
  /**
   * Lets a held letter go, sealed to its recipient. Not for the key that handed it in.
   * @returns Whether it is on its way; `false` where it waits for a mailbox.
   * @throws {DeskRefusedError} {@link DirectoryRefusedError} {@link WaitingLetterError}
   */
  approve(held: HeldLetter, to?: OutgoingLetter['to']): Promise<boolean>
  /**
   * What the desk tells of the opening of a letter, held against its recipient's signatures.
   * @throws {DirectoryRefusedError} {@link DeskRefusedError}
   */
  checkOpenings(letter: SentLetter): Promise<CheckedOpenings>
  /** Does not let it go: it ends. @throws {DeskRefusedError} */
  refuse(held: Pick<HeldLetter, 'id'>, reason: string): Promise<void>
}

/** A letter that was sealed in memory. */
export type PreparedInMemory = PreparedLetter & { readonly file: Uint8Array }

/** A sender of letters from one mailbox. */
export function createSender(options: SenderOptions): Sender {
  const { desk, mailbox } = options
  const send = (letter: PreparedLetter) => sendOne(desk, letter)
  return {
    async prepare(letter) {
      const prepared = await prepare(options, letter, undefined)
      return prepared as PreparedInMemory
    },
    prepareInto: (letter, file) => prepare(options, letter, file),
    send,
    async sendAll(letters) {
      const answers = await sendBatch(desk, letters.filter(isInMemory))
      for (const letter of letters.filter((each) => !isInMemory(each)))
        answers.push(await answerOf(letter, send))
      const byId = new Map(answers.map((answer) => [answer.letter, answer]))
      return letters.flatMap(({ envelope }) => byId.get(envelope.id) ?? [])
    },
    waiting: () => waitingLetters(desk, mailbox.id),
    reseal: (waiting, to) => resealWaiting(options, waiting, to),
    page: (waiting) => makePaperPage(options, waiting),
    held: () => heldLetters(options),
    readHeld: (held, look) => readHeld(options, held, look),
    approve: (held, to) => approveHeld(options, held, to),
    checkOpenings: (letter) => checkOpenings(options, letter),
    refuse: (held, reason) => refuseHeld(options, held, reason)
  }
}

async function prepare(
  options: SenderOptions,
  letter: OutgoingLetter,
  into: string | undefined
): Promise<PreparedLetter> {
  const { mailbox, directory } = options
  const found = await findAddressee(options, letter.to)
  const waits = found.recipient === null
  const isHeld = waits || letter.approval === true
  const own = mailbox.keys.recipient
  const to = { recipient: isHeld ? own : (found.recipient ?? own), named: found.named }
  // Nobody without a mailbox is a unit: it would wait for ever.
  if (waits && 'unit' in letter.to) {
    throw new DirectoryRefusedError(`unit:${letter.to.authority}/${letter.to.unit}`, 'no-key')
  }
  // Signed as the desk writes it: readers compare the two to the letter, and tell another one as replayed.
  const id = (letter.id ?? crypto.randomUUID()).toLowerCase()
  const sealed = await sealOutgoing({ ...letter, id }, mailbox, {
    ...{ to, into },
    at: directory.now()
  })
  return { ...sealed, waits }
}

async function sendOne(desk: Desk, letter: PreparedLetter): Promise<SendReceipt> {
  const { envelope, file } = letter
  const { id, recipient, ...rest } = envelope
  if (isInMemory(letter)) {
    const content = Buffer.from(letter.file).toString('base64')
    const answer = await askDesk(desk, '/letters', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...envelope, content })
    })
    return (await answer.json()) as SendReceipt
  }
  const { identifier, ...named } = recipient as Named
  const query = new URLSearchParams({ sizeBytes: String(lengthOf(file)) })
  for (const [name, value] of Object.entries({ ...rest, ...named })) {
    query.set(name === 'mailbox' ? 'recipient' : name, String(value))
  }
  const answer = await askDesk(desk, `/letters/${id}?${query.toString()}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      // The identifier of a person stands in no address: addresses are written down on the way.
      ...(identifier && { 'peyman-recipient': `${identifier.kind}:${identifier.value}` })
    },
    ...bodyOf(file)
  })
  return (await answer.json()) as SendReceipt
}

interface Named {
  readonly identifier?: { readonly kind: string; readonly value: string }
  readonly mailbox?: string
  readonly person?: string
  readonly authority?: string
  readonly unit?: string
}

async function answerOf(
  letter: PreparedLetter,
  send: (letter: PreparedLetter) => Promise<SendReceipt>
): Promise<SendAnswer> {
  const { id } = letter.envelope
  try {
    return { letter: id, receipt: await send(letter), refused: null }
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (code === undefined || code.startsWith('sdk/')) throw error
    return { letter: id, receipt: null, refused: { code, title: message } }
  }
}
