import {
  type MailboxKeys,
  mailboxKeys,
  mailboxName,
  readSealedHead,
  sealLetter,
  sizeClassOf,
  tokenHashOf
} from '../../kernel/seal/index.ts'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { fromBase64, sha256, toBase64, toHex, utf8 } from '../../kernel/tlog/index.ts'
import type { Canary } from './canary-file.ts'
import { ProbeFailure } from './failure.ts'

/** A letter of fresh random text, sealed. */
export interface CanaryLetter {
  readonly id: string
  readonly file: Uint8Array
  readonly token: Uint8Array
  readonly subject: string
  readonly body: string
  /** Texts that stand nowhere but in this letter: subject, body, name and content of its attachment. */
  readonly fragments: readonly string[]
  /** What is said beside the sealed file, as the desk takes it. */
  readonly envelope: object
}

/** Both ends of a canary. */
export interface CanaryEnds {
  readonly from: MailboxKeys
  readonly to: MailboxKeys
}

const expiresHours = 1

/** The keys of both mailboxes, made of their seeds. */
export async function canaryEnds({ host, from, to }: Canary): Promise<CanaryEnds> {
  const keysOf = ({ seed, unit }: Canary['from']) =>
    mailboxKeys(fromBase64(seed) ?? new Uint8Array(), nameOf(host, unit))
  return { from: await keysOf(from), to: await keysOf(to) }
}

/** Name on the signatures of a unit of the synthetic authority. */
export function nameOf(host: string, unit: string): string {
  return mailboxName(host, { authority: canaryAuthority, unit })
}

/**
 * Writes a letter of random text and seals it to the recipient that the directory proves.
 * @param at - Milliseconds since 1970, as well as anybody here knows.
 */
export async function newCanaryLetter(
  canary: Canary,
  { from }: CanaryEnds,
  { recipient, at }: { readonly recipient: string; readonly at: number }
): Promise<CanaryLetter> {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.round(at))
  const id = idAt(now.epochMilliseconds)
  const [subject, body, name, content] = [random(), random(), random(), random()]
  const sealed = await sealLetter(
    {
      letter: id,
      sender: { authority: canaryAuthority, unit: canary.from.unit },
      subject,
      sentAt: now.toString({ smallestUnit: 'second' }),
      case: null,
      body: `${body}\n`,
      attachments: [{ name: `${name}.txt`, type: 'text/plain', content: utf8(content) }]
    },
    { recipient, signers: from.signers }
  )
  if (!sealed.ok) throw new ProbeFailure('letter-accept', `it cannot be sealed: ${sealed.reason}`)
  const { file, token } = sealed.value
  const head = readSealedHead(file)
  return {
    ...{ id, file, token, subject, body: `${body}\n` },
    fragments: [subject, body, name, content],
    envelope: {
      id,
      sender: canary.from.mailbox,
      recipient: { mailbox: canary.to.mailbox },
      recipientKey: toBase64(sha256(utf8(recipient))),
      lane: 'single',
      sizeClass: head === null ? 0 : sizeClassOf(file.length, head.headBytes),
      sha256: toBase64(sha256(file)),
      tokenHash: tokenHashOf(token),
      sentAt: now.toString({ smallestUnit: 'second' }),
      expiresAt: now.add({ hours: expiresHours }).toString({ smallestUnit: 'second' }),
      content: toBase64(file)
    }
  }
}

function random(): string {
  return `canary ${toHex(crypto.getRandomValues(new Uint8Array(16)))}`
}

/** UUIDv7 (RFC 9562 section 5.7): the time in it says since when its text could lie anywhere. */
function idAt(milliseconds: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(milliseconds / 256 ** (5 - i)) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = toHex(bytes)
  const ends = [8, 12, 16, 20, 32]
  return ends.map((end, i) => hex.slice(ends[i - 1] ?? 0, end)).join('-')
}
