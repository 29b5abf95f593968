import {
  Decrypter,
  Encrypter,
  armor,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient
} from 'age-encryption'
import { type Result, failed, fromUtf8, value } from '../tlog/index.ts'

/** `hybrid`: ML-KEM-768 with X25519, as mailboxes have it. `classic`: X25519 alone, of other programs. */
export type RecipientKind = 'hybrid' | 'classic'

/** Why a file was not opened. */
export type AgeFault = 'age-form' | 'age-other-recipient' | 'age-damaged'

const forms: readonly (readonly [RecipientKind, RegExp])[] = [
  ['hybrid', /^age1pq1[02-9ac-hj-np-z]{1000,2500}$/],
  ['classic', /^age1[02-9ac-hj-np-z]{58}$/]
]
const armorStart = '-----BEGIN AGE ENCRYPTED FILE-----'
const versionLine = 'age-encryption.org/v1\n'

/** A new identity of a mailbox, as `age-keygen` would make it. */
export function generateMailboxIdentity(kind: RecipientKind): Promise<string> {
  return kind === 'hybrid' ? generateHybridIdentity() : generateX25519Identity()
}

/** What kind of recipient a text is; `null` for other kinds and other texts. */
export function recipientKindOf(text: string): RecipientKind | null {
  return forms.find(([, form]) => form.test(text))?.[0] ?? null
}

/**
 * Encrypts to one recipient: never to several, of which the weakest would count.
 * @returns The file, or `recipient-invalid` for a text that is no key of either kind.
 */
export async function encryptTo(
  recipient: string,
  plain: Uint8Array
): Promise<Result<Uint8Array, 'recipient-invalid'>> {
  if (recipientKindOf(recipient) === null) return failed('recipient-invalid')
  const encrypter = new Encrypter()
  try {
    encrypter.addRecipient(recipient)
  } catch {
    return failed('recipient-invalid')
  }
  return value(await encrypter.encrypt(plain))
}

/** Decrypts a file, armoured or not, with the identity of its recipient. */
export async function openAgeFile(
  file: Uint8Array,
  identity: string
): Promise<Result<Uint8Array, AgeFault | 'identity-invalid'>> {
  const decrypter = new Decrypter()
  try {
    decrypter.addIdentity(identity)
  } catch {
    return failed('identity-invalid')
  }
  const bytes = withoutArmour(file)
  if (bytes === null) return failed('age-form')
  try {
    return value(await decrypter.decrypt(bytes))
  } catch (error) {
    return failed(faultOf(error))
  }
}

/** The recipient of an identity, or `null` for a text that is none. */
export async function recipientOf(identity: string): Promise<string | null> {
  try {
    return await identityToRecipient(identity)
  } catch {
    return null
  }
}

function withoutArmour(file: Uint8Array): Uint8Array | null {
  const start = fromUtf8(file.subarray(0, versionLine.length)) ?? ''
  if (start === versionLine) return file
  const text = fromUtf8(file)
  if (!text?.trimStart().startsWith(armorStart)) return null
  try {
    return armor.decode(text)
  } catch {
    return null
  }
}

/** The library tells its reasons in words alone; what is no other key's is damage. */
function faultOf(error: unknown): AgeFault {
  const message = error instanceof Error ? error.message : ''
  return message.startsWith('no identity matched') ? 'age-other-recipient' : 'age-damaged'
}
