import { createHash, randomInt } from 'node:crypto'
import { toLatinDigits } from '../../kernel/persian/index.ts'
import { Refusal } from '../../platform/index.ts'

/** What a code is asked for; a code for one thing opens no other. */
export type CodePurpose = 'sign-in' | 'contact' | 'again' | 'recovery'

/** A code is good this long from when it was sent. */
export const codeSeconds = 300

/** Wrong codes of one asking; then another must be asked for. */
export const triesMax = 5

/** What was proven stays proven in its browser this long: the time to fill in a form. */
export const provenSeconds = 1800

const digits = 6
const tokenForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** Six digits, each as likely as any other. */
export function newCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0')
}

/** What is kept of a code. A short code hides nothing by itself; it counts only from its own browser. */
export function hashCode(challenge: string, code: string): Buffer {
  return createHash('sha256').update(`code:${challenge}:${code}`).digest()
}

/** A code as people type it; `null` if it cannot be one. */
export function readCode(typed: string): string | null {
  const code = toLatinDigits(typed.normalize('NFKC')).replaceAll(/[\s-]/g, '')
  return new RegExp(`^[0-9]{${String(digits)}}$`).test(code) ? code : null
}

/** The cookie of the browser that asked: which asking, and the proof that it was this browser. */
export function readCodeToken(text: string): { id: string; secret: string } | null {
  const [, id, secret] = tokenForm.exec(text) ?? []
  return id === undefined || secret === undefined ? null : { id, secret }
}

/** The one answer to every code that does not fit; never says why. */
export class CodeRefusedError extends Refusal {
  readonly code = 'code/refused'
  override readonly status = 401
  constructor() {
    super({
      fa: 'این کد پذیرفته نشد: درست نیست، زمانش گذشته است، یا در این مرورگر خواسته نشده است. پس از ۵ بار باید کد تازه بگیرید.',
      en: 'This code was not accepted: it is wrong, too late, or was not asked for in this browser. After 5 tries you need a new one.'
    })
  }
}

/** More codes were asked for than anybody needs. */
export class TooManyCodesError extends Refusal {
  readonly code = 'code/too-many'
  override readonly status = 429
  readonly retryAfterSeconds = 3600
  constructor() {
    super({
      fa: 'برای این نشانی یا از این شبکه پی‌درپی کد خواسته شده است. یک ساعت دیگر دوباره تلاش کنید، یا با کلید عبور وارد شوید.',
      en: 'Many codes were asked for, for this address or from this network. Try again in an hour, or sign in with a passkey.'
    })
  }
}

/** Messages of this kind are not sent from here. */
export class ChannelMissingError extends Refusal {
  readonly code = 'code/no-channel'
  override readonly status = 422
  constructor() {
    super({
      fa: 'این سامانه از این راه پیام نمی‌فرستد؛ راه دیگری بنویسید.',
      en: 'This installation sends no messages this way; write another address.'
    })
  }
}
