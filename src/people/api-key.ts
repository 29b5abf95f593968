import type { Bilingual } from '../platform/index.ts'
import type { Role } from './role.ts'
import { hashSecret, newSecret } from './session.ts'

/** A key of another system, without its secret. */
export interface ApiKey {
  /** Random; its name in facts and to people. Nothing of the key can be learnt from it. */
  readonly id: string
  readonly authority: string
  readonly unit: string | null
  readonly role: Role
  /** What its owner calls the program. */
  readonly label: string
  /** A test key reads and changes cases only where all of them are invented: in a demonstration. */
  readonly live: boolean
  readonly createdAt: Temporal.Instant
}

/** A key as a list shows it. */
export interface ListedApiKey extends ApiKey {
  /** `null` while it works. */
  readonly revokedAt: Temporal.Instant | null
}

const keyForm = /^peyman_(?:live|test)_[A-Za-z0-9_-]{43}$/

/** A new key; the prefix lets people and secret scanners tell what it is. */
export function newKeyText(live: boolean): string {
  return `peyman_${live ? 'live' : 'test'}_${newSecret()}`
}

/** Where a key stands in the directory: hex SHA-256; `null` for a text that is no key. */
export function keyPlaceOf(text: string): string | null {
  return keyForm.test(text) ? hashSecret(text).toString('hex') : null
}

/** What people are told of a program that looked or acted. */
export function programName(label: string): Bilingual {
  return { fa: `برنامه ${label}، با کلید`, en: `The program ${label}, by its key` }
}
