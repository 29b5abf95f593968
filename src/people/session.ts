import { createHash, randomBytes } from 'node:crypto'
import type { Person } from './person.ts'
import type { Actor } from './role.ts'

/** A signed-in person, for one request. */
export interface Session {
  readonly id: string
  readonly person: Person
  readonly actor: Actor
  /** When it ends unless it is used again; each use moves it, at most to seven days after the start. */
  readonly expiresAt: Temporal.Instant
  /** When the person last proved who they are by the strongest way that they have. */
  readonly provenAt: Temporal.Instant
  readonly strength: SessionStrength
  readonly begunBy: SessionStart
  /** Hash of the cookie by which this browser is known again; `null` for sessions of before. */
  readonly deviceId: string | null
  /** In which hat: the operator of the platform sees no content of bodies, and staff no platform. */
  readonly hat: Hat
  /** Both hats are this person's, so there is something to choose. */
  readonly hasBothHats: boolean
  /** For whom its person acts, where they said so. */
  readonly acting: string | null
  /** `false` where what began it lets nobody work as staff; the grants are left out then. */
  readonly carriesRoles: boolean
}

/** How strongly a session's person proved who they are; `code` is never enough for staff. */
export type SessionStrength = 'passkey' | 'code' | 'oidc' | 'demonstration'

/** Working for a body, or for the platform; never both in one session (PI-1.1b). */
export type Hat = 'staff' | 'operator'

/** How a session was begun. */
export type SessionStart = SessionStrength | 'enrolment' | 'counter'

/** A session without use ends after this; each use puts the end off. */
export const idleSeconds = 12 * 3600

/** No session is longer than this, used or not. */
export const lengthSecondsMax = 7 * 24 * 3600

/** A use is written down at most this often, so that reading pages does not write to the database. */
export const touchSeconds = 300

const tokenForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** The value of a session cookie: whose bucket to look in, and the proof. */
export interface SessionToken {
  readonly person: string
  readonly secret: string
}

/** 256 random bits in the alphabet of addresses and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The cookie's text. */
export function tokenText(token: SessionToken): string {
  return `${token.person}.${token.secret}`
}

/** Reads a cookie; `null` for anything that this program cannot have made. */
export function readToken(text: string): SessionToken | null {
  const [, person, secret] = tokenForm.exec(text) ?? []
  return person === undefined || secret === undefined ? null : { person, secret }
}

/** What is kept of a secret: it has full entropy, so one round of SHA-256 is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari']
]
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux']
]

/** A device as its owner would name it, `Firefox · Linux`: enough to tell one's own, and no more. */
export function deviceName(userAgent: string | undefined): string {
  const text = userAgent ?? ''
  const named = [browsers, systems].flatMap(
    (list) => list.find(([pattern]) => pattern.test(text))?.[1] ?? []
  )
  return named.join(' · ')
}
