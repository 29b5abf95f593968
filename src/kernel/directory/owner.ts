import { leafHash, type Primitives, portablePrimitives, utf8 } from '../tlog/index.ts'

/** Bytes of a label, of a value of the map, and of every hash in it. */
export const labelBytes = 32

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const word = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}'
const unitForm = new RegExp(`^unit:(?!mailbox/)(${word}/${word})$`)
const mailboxForm = new RegExp(`^mailbox:(${uuid})$`)
const identifierForm = /^identifier:[a-z][a-z-]{0,31}:[^\s\p{Cc}]{1,64}$/u

/** Whether a text names the holder of keys: `unit:<authority>/<unit>` or `mailbox:<uuid>`. */
export function isOwner(text: string): boolean {
  return unitForm.test(text) || mailboxForm.test(text)
}

/** Whether a text names somebody by what they are known by: `identifier:<kind>:<value>`. */
export function isIdentifier(text: string): boolean {
  return text.length <= 120 && text.isWellFormed() && identifierForm.test(text)
}

/** How the name of every key of an owner ends, behind the host of the installation and a slash. */
export function keyNameEnd(owner: string): string | null {
  const unit = unitForm.exec(owner)?.[1]
  if (unit !== undefined) return unit
  const mailbox = mailboxForm.exec(owner)?.[1]
  return mailbox === undefined ? null : `mailbox/${mailbox}`
}

/**
 * Where an owner or an identifier stands in the map: SHA-256("peyman.dev/directory/v1\n" | text).
 * @see docs/specs/key-directory.md §3
 */
export function labelOf(text: string, primitives: Primitives = portablePrimitives): Uint8Array {
  return primitives.sha256(utf8(`peyman.dev/directory/v1\n${text}`))
}

/** What stands at the label of an identifier: who is meant, until its mailbox is closed and it is freed. */
export function aliasValue(owner: string, primitives: Primitives = portablePrimitives): Uint8Array {
  return leafHash(utf8(`peyman.dev/directory-alias/v1\n${owner}`), primitives)
}

/** What stands at the label of an identifier that is nobody's any more; no owner is called so. */
export function freedValue(primitives: Primitives = portablePrimitives): Uint8Array {
  return aliasValue('-', primitives)
}
