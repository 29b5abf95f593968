import type { Role } from './role.ts'
import { hashSecret, newSecret } from './session.ts'

/** A key of another system, without its secret. */
export interface ApiKey {
  /** Hex SHA-256 of the key: its place in the directory, and its name in facts. */
  readonly id: string
  readonly authority: string
  readonly unit: string | null
  readonly role: Role
  readonly label: string
  /** A test key says that its system is under development; every use of it can be told apart. */
  readonly live: boolean
  readonly createdAt: Temporal.Instant
}

const keyForm = /^peyman_(?:live|test)_[A-Za-z0-9_-]{43}$/

/** A new key; the prefix lets people and secret scanners tell what it is. */
export function newKeyText(live: boolean): string {
  return `peyman_${live ? 'live' : 'test'}_${newSecret()}`
}

/** Where a key stands in the directory; `null` for a text that is no key. */
export function keyIdOf(text: string): string | null {
  return keyForm.test(text) ? hashSecret(text).toString('hex') : null
}
