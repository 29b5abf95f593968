/** The directory of keys did not prove whose key it is: nothing was sealed. */
export class DirectoryRefusedError extends Error {
  override readonly name = 'DirectoryRefusedError'
  readonly code = 'sdk/directory-refused'
  /** What is wrong with the answer: `head-stale`, `log-fork`, `pin-entries-differ` … */
  readonly fault: string
  constructor(owner: string, fault: string) {
    super(`the key of ${owner} is not proven: ${fault}`)
    this.fault = fault
  }
}

/** The letter cannot be sealed as it was given: its texts, names or size. */
export class UnsealableError extends Error {
  override readonly name: string = 'UnsealableError'
  readonly code: string = 'sdk/unsealable'
  readonly fault: string
  constructor(fault: string) {
    super(`the letter cannot be sealed: ${fault}`)
    this.fault = fault
  }
}

/** There are more attachments than a letter takes. */
export class TooManyAttachmentsError extends UnsealableError {
  override readonly name = 'TooManyAttachmentsError'
  override readonly code = 'sdk/too-many-attachments'
  readonly most: number
  constructor(given: number, most: number) {
    super(`${String(given)} attachments, and a letter takes at most ${String(most)}`)
    this.most = most
  }
}

/** Text and attachments together are larger than a letter may be. */
export class LetterTooLargeError extends UnsealableError {
  override readonly name = 'LetterTooLargeError'
  override readonly code = 'sdk/letter-too-large'
  readonly bytesMax: number
  constructor(bytesMax: number) {
    super(`text and attachments together are more than ${String(bytesMax)} bytes`)
    this.bytesMax = bytesMax
  }
}

/** The name of an attachment is a path, hides something, or is longer than 200 characters. */
export class AttachmentNameError extends UnsealableError {
  override readonly name = 'AttachmentNameError'
  override readonly code = 'sdk/attachment-name'
  readonly attachment: string
  constructor(attachment: string) {
    super(`no name of an attachment: ${JSON.stringify(attachment)}`)
    this.attachment = attachment
  }
}

/** The subject is longer than 500 characters, has more than one line, or holds what nobody would see. */
export class SubjectError extends UnsealableError {
  override readonly name = 'SubjectError'
  override readonly code = 'sdk/subject'
  constructor() {
    super('a subject is one line of at most 500 characters, without invisible or turning ones')
  }
}

/** The desk said no, by a code that does not change (RFC 9457). */
export class DeskRefusedError extends Error {
  override readonly name = 'DeskRefusedError'
  readonly code: string
  readonly status: number
  constructor(problem: { readonly code: string; readonly title: string; readonly status: number }) {
    super(`${problem.code}: ${problem.title}`)
    this.code = problem.code
    this.status = problem.status
  }
}

/** The desk did not answer, or is overloaded: the same again, later, does no harm. */
export class DeskAwayError extends Error {
  override readonly name = 'DeskAwayError'
  readonly code = 'sdk/desk-away'
  /** After how many seconds to come back, where the desk said so. */
  readonly retryAfterSeconds: number | null
  constructor(
    message: string,
    options: { retryAfterSeconds?: number | null; cause?: unknown } = {}
  ) {
    super(message, { cause: options.cause })
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}

/** A waiting letter is not what this sender wrote: it is not sealed anew. */
export class WaitingLetterError extends Error {
  override readonly name = 'WaitingLetterError'
  readonly code = 'sdk/waiting-letter'
}

/** The custodians of the unit gave this program no way to its mailbox, or took it away: nothing is sealed. */
export class KeyslotMissingError extends Error {
  override readonly name = 'KeyslotMissingError'
  readonly code = 'sdk/no-keyslot'
  constructor(owner: string) {
    super(
      `there is no way to the mailbox of ${owner} for this key: its custodians give and take it`
    )
  }
}
