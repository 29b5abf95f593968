import type { Bilingual } from '../platform/index.ts'
import type { Scope } from './keys/scope.ts'
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
  /** A test key reads and changes cases only where all of them are invented: see docs/specs/keys.md. */
  readonly live: boolean
  /** Operations that it opens; none: whatever its role may do. */
  readonly scopes: readonly Scope[]
  readonly createdAt: Temporal.Instant
  /** From when on it opens nothing; `null` where it does not end by itself. */
  readonly expiresAt: Temporal.Instant | null
  /** Id of the key that it replaces. */
  readonly rotatedFrom: string | null
  /** Actor who made it. */
  readonly createdBy: string
  /** Day (UTC) of its last use; nothing finer is kept. */
  readonly lastUsedOn: Temporal.PlainDate | null
}

/** A key as a list shows it. */
export interface ListedApiKey extends ApiKey {
  /** `null` unless somebody ended it. */
  readonly revokedAt: Temporal.Instant | null
  /** Id of the key that took its place; it ends when the overlap does. */
  readonly replacedBy: string | null
}

/** Whether a key opens anything. */
export type KeyState = 'works' | 'expired' | 'revoked'

/** Whether a key opens anything at an instant. */
export function stateOfKey(key: ListedApiKey, now: Temporal.Instant): KeyState {
  if (key.revokedAt !== null) return 'revoked'
  const isOver = key.expiresAt !== null && Temporal.Instant.compare(key.expiresAt, now) <= 0
  return isOver ? 'expired' : 'works'
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
