import { type Context, Refusal } from '../platform/index.ts'
import type { SessionStart } from './session.ts'

/** A WebAuthn credential of a person. */
export interface Passkey {
  /** Credential id, base64url. */
  readonly id: string
  readonly person: string
  /** COSE key. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  /** What its owner calls it. */
  readonly name: string
  /** Whether its maker keeps a copy for the owner's other devices. */
  readonly synced: boolean
  readonly createdAt: Temporal.Instant
  /** In what kind of session it was added; one that a one-time code let in gives no roles. */
  readonly addedBy: SessionStart
  readonly usedAt: Temporal.Instant | null
}

/** Time to answer the authenticator's question. */
export const ceremonySeconds = 300

/** Passkeys of one person. */
export const passkeysMax = 20

/** A name for a passkey. */
export const passkeyNameLengthMax = 60

/** The relying party: the host of the public address, which a passkey is bound to. */
export function relyingParty(context: Context): { id: string; origin: string; name: string } {
  const { origin } = context.config
  return { id: new URL(origin).hostname, origin, name: 'Peyman' }
}

/** The one answer to every passkey that does not open the door; never says why. */
export class PasskeyRefusedError extends Refusal {
  readonly code = 'passkey/refused'
  override readonly status = 401
  constructor(cause?: unknown) {
    super(
      {
        fa: 'ورود با این کلید عبور انجام نشد. صفحه را تازه کنید و دوباره تلاش کنید.',
        en: 'This passkey did not sign you in. Reload the page and try again.'
      },
      { cause }
    )
  }
}

/** A passkey could not be added. */
export class PasskeyNotAddedError extends Refusal {
  readonly code = 'passkey/not-added'
  override readonly status = 422
  constructor(cause?: unknown) {
    super(
      {
        fa: 'این کلید عبور افزوده نشد: پاسخ دستگاه پذیرفتنی نبود یا فرصت آن گذشت. دوباره تلاش کنید.',
        en: 'The passkey was not added: the answer of the device was not acceptable, or too late. Try again.'
      },
      { cause }
    )
  }
}

/** The last way in must stay. */
export class LastPasskeyError extends Refusal {
  readonly code = 'passkey/last'
  constructor() {
    super({
      fa: 'این تنها کلید عبور شماست و بی آن راهی برای ورود نمی‌ماند؛ نخست کلید دیگری بیفزایید.',
      en: 'This is your only passkey, and without it there is no way in; add another one first.'
    })
  }
}

/** Whether a passkey lets its person work: one that a one-time code or a counter vouched for does not. */
export function carriesRoles(addedBy: SessionStart): boolean {
  return addedBy !== 'code' && addedBy !== 'counter'
}
