import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import type { Mailbox, MailboxFace } from '../mailboxes/index.ts'
import type { LetterInput } from './letter.ts'
import type { Recipient } from './parties.ts'
import {
  ClassicRecipientError,
  LetterDateError,
  LetterFormError,
  LetterSizeClassError,
  LetterTimesError,
  LetterTooLargeError,
  RecipientKeyError,
  SenderNoBodyError
} from './refusals.ts'
import {
  hybridStanza,
  readSealedHead,
  sealedBytesMax,
  sizeClassOf
} from '../../kernel/seal/index.ts'

// An agent at a body may have been cut off for days; a clock runs ahead by minutes at most.
const datedBackMillisecondsMax = 7 * 24 * 3_600_000
const datedAheadMillisecondsMax = 10 * 60_000
const scheduledDaysMax = 366

/**
 * What is wrong with a letter by what its sender says of it.
 * @throws {LetterTooLargeError} {@link LetterDateError} {@link LetterTimesError}
 */
export function checkEnvelope(input: LetterInput, now: Temporal.Instant): void {
  if (input.sizeBytes > sealedBytesMax) throw new LetterTooLargeError()
  const ahead = input.sentAt.epochMilliseconds - now.epochMilliseconds
  if (ahead > datedAheadMillisecondsMax || -ahead > datedBackMillisecondsMax)
    throw new LetterDateError()
  checkTimes(input, now)
}

function checkTimes(
  { publishAt, expiresAt, effectiveAt }: LetterInput,
  now: Temporal.Instant
): void {
  if (publishAt !== undefined && isBefore(now.add({ hours: 24 * scheduledDaysMax }), publishAt))
    throw new LetterTimesError('/publishAt')
  const from = publishAt === undefined || isBefore(publishAt, now) ? now : publishAt
  if (expiresAt !== undefined && !isBefore(from, expiresAt))
    throw new LetterTimesError('/expiresAt')
  // No letter has effect before the day on which it is handed in.
  if (effectiveAt !== undefined && isBefore(effectiveAt, now.subtract({ hours: 24 })))
    throw new LetterTimesError('/effectiveAt')
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/**
 * Whether one may write to the other: people are written to by bodies alone (PI-5.R2.C1), and canaries to
 * each other alone. What is a canary's is taken away after a day, so nobody else writes to one.
 * @throws {SenderNoBodyError}
 */
export function checkParties(sender: Mailbox, recipient: Recipient): void {
  const isOwnCopy = recipient.mailbox?.id === sender.id
  const to = recipient.party.authority
  const fits = isBody(sender) ? to !== canaryAuthority : to !== null && to === sender.authority
  const isToBody = sender.authority === null && to !== null && to !== canaryAuthority
  if (!fits && !isToBody && !isOwnCopy) throw new SenderNoBodyError()
}

/** Whether a mailbox is that of a public body: neither of a person nor of a probe. */
export function isBody({ authority }: Pick<Mailbox, 'authority'>): boolean {
  return authority !== null && authority !== canaryAuthority
}

/**
 * Whether a letter is sealed to the key that the directory has for its recipient now; one that waits is
 * sealed to its own sender.
 * @throws {RecipientKeyError} With the current one.
 */
export function checkRecipientKey({ keyHash }: MailboxFace, recipientKey: string): void {
  if (recipientKey !== keyHash) throw new RecipientKeyError(keyHash)
}

/**
 * What is wrong with the sealed bytes, by their first 4 KiB and their number.
 * @throws {LetterFormError} {@link ClassicRecipientError} {@link LetterSizeClassError}
 */
export function checkSealed(start: Uint8Array, { sizeBytes, sizeClass }: SealedSize): void {
  const head = readSealedHead(start)
  if (head?.stanzas.length !== 1) throw new LetterFormError()
  const [stanza] = head.stanzas
  if (stanza === 'X25519') throw new ClassicRecipientError()
  if (stanza !== hybridStanza) throw new LetterFormError()
  if (sizeClassOf(sizeBytes, head.headBytes) !== sizeClass) throw new LetterSizeClassError()
}

type SealedSize = Pick<LetterInput, 'sizeBytes' | 'sizeClass'>
