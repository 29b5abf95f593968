import { armor, generateHybridIdentity, generateX25519Identity } from 'age-encryption'
import { type Result, failed, fromUtf8 } from '../tlog/index.ts'
import { ageVersionLine, parseAgeHeader } from './age-header.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import type { AgeFault, SealPrimitives } from './seal-primitives.ts'

/** `hybrid`: ML-KEM-768 with X25519, as mailboxes have it. `classic`: X25519 alone, of other programs. */
export type RecipientKind = 'hybrid' | 'classic'

const forms: readonly (readonly [RecipientKind, RegExp])[] = [
  ['hybrid', /^age1pq1[02-9ac-hj-np-z]{1000,2500}$/],
  ['classic', /^age1[02-9ac-hj-np-z]{58}$/]
]
const armorStart = '-----BEGIN AGE ENCRYPTED FILE-----'

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
 * @param parts - The plain text, one after the other.
 * @returns The file, or `recipient-invalid` for a text that is no key of either kind.
 */
export function encryptTo(
  recipient: string,
  parts: readonly Uint8Array[],
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<Uint8Array, 'recipient-invalid'>> {
  if (recipientKindOf(recipient) === null) return Promise.resolve(failed('recipient-invalid'))
  return primitives.encrypt(recipient, parts)
}

/** Decrypts a file, armoured or not, with the identity of its recipient. */
export async function openAgeFile(
  file: Uint8Array,
  identity: string,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<Uint8Array, AgeFault | 'identity-invalid'>> {
  const bytes = withoutArmour(file)
  if (bytes === null) return failed('age-form')
  return parseAgeHeader(bytes) === null
    ? failed('age-damaged')
    : primitives.decrypt(bytes, identity)
}

/** The recipient of an identity, or `null` for a text that is none. */
export function recipientOf(
  identity: string,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<string | null> {
  return primitives.recipientOf(identity)
}

/** The binary file of one that may be armoured; `null` for what is no age file. */
export function withoutArmour(file: Uint8Array): Uint8Array | null {
  const start = fromUtf8(file.subarray(0, ageVersionLine.length)) ?? ''
  if (start === ageVersionLine) return file
  const text = fromUtf8(file)
  if (!text?.trimStart().startsWith(armorStart)) return null
  try {
    return armor.decode(text)
  } catch {
    return null
  }
}

const headerBytes: Readonly<Record<RecipientKind, number>> = { hybrid: 1627, classic: 168 }
const chunkBytes = 65_536

/** Length of an age file to one recipient, from the length of its plain text. */
export function sealedFileBytes(kind: RecipientKind, plainBytes: number): number {
  const chunks = Math.max(1, Math.ceil(plainBytes / chunkBytes))
  return headerBytes[kind] + 16 + plainBytes + 16 * chunks
}
