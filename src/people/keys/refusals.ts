import { Refusal } from '../../platform/index.ts'

/** An `Authorization` header that is no key of this installation, or no longer. */
export class KeyRefusedError extends Refusal {
  readonly code = 'key/refused'
  override readonly status = 401
  constructor() {
    super({
      fa: 'این کلید شناخته نیست، باطل شده است یا زمانش گذشته است.',
      en: 'This key is unknown, was revoked, or has expired.'
    })
  }
}

/** A test key where the people are real. */
export class TestKeyRefusedError extends Refusal {
  readonly code = 'key/test-only'
  override readonly status = 403
  constructor() {
    super({
      fa: 'این کلید آزمایشی است و تنها در سامانه نمایشی و در دستگاه آزمایشی (sandbox) کار می‌کند؛ داده‌های این دستگاه از آن مردم واقعی است. برای آن‌ها کلید اصلی بسازید (peyman key create --live).',
      en: 'This is a test key: it works in a demonstration and in the sandbox authority only, and the people of this authority are real. Make a live key for them (peyman key create --live).'
    })
  }
}

/** The key was narrowed, and this is not in it. Names what is missing: the key's owner gave it away. */
export class ScopeMissingError extends Refusal {
  readonly code = 'key/scope-missing'
  override readonly status = 403
  constructor(scope: string) {
    super({
      fa: `این کلید اجازه «${scope}» را ندارد. اگر باید داشته باشد، مدیر سامانه دستگاه کلیدی با این اجازه بسازد.`,
      en: `This key does not have the scope "${scope}". If it should, the administrator of the authority makes a key that has it.`
    })
  }
}

/** What only people do: a program must not widen its own way in. */
export class NotForKeysError extends Refusal {
  readonly code = 'key/people-only'
  override readonly status = 403
  constructor() {
    super({
      fa: 'این کار را تنها یک شخص با نشست خود می‌کند؛ کلید برنامه به آن راه ندارد.',
      en: 'Only a person does this, in a session of their own; no API key opens it.'
    })
  }
}

/** There is nothing to replace: the key was revoked, has expired, or was replaced before. */
export class KeyEndedError extends Refusal {
  readonly code = 'key/ended'
  constructor() {
    super({
      fa: 'این کلید باطل شده، زمانش گذشته یا پیش‌تر جایگزین شده است؛ کلید تازه‌ای بسازید یا کلید جایگزین را نو کنید.',
      en: 'This key was revoked, has expired, or was replaced before; make a new one, or rotate the one that replaced it.'
    })
  }
}

/** Invented people and real bodies, or real people and the sandbox: neither may meet. */
export class InventedOnlyError extends Refusal {
  readonly code = 'sandbox/invented-only'
  override readonly status = 403
  constructor() {
    super({
      fa: 'دستگاه آزمایشی تنها افراد ساختگی خود را دارد، و آنان تنها در همان دستگاه کار می‌کنند.',
      en: 'The sandbox authority has its own invented people only, and they act nowhere else.'
    })
  }
}
