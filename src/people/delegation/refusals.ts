import { NotFoundError, Refusal } from '../../platform/index.ts'

/** The delegation by which somebody acted was ended before the act was done. */
export class DelegationEndedError extends Refusal {
  readonly code = 'delegation/ended'
  override readonly status = 403
  constructor() {
    super({
      fa: 'نمایندگی شما برای این کار پایان یافته است؛ کاری انجام نشد.',
      en: 'Your delegation for this act has ended; nothing was done.'
    })
  }
}

/** The account of either side is frozen: until its person is back and says so, nothing is done by it. */
export class DelegationSuspendedError extends Refusal {
  readonly code = 'delegation/suspended'
  override readonly status = 403
  constructor() {
    super({
      fa: 'نمایندگی شما معلق است، چون حساب یکی از دو طرف بسته نگه داشته شده بود؛ تا صاحب آن برنگردد و نگوید، از این راه کاری نمی‌شود. کاری انجام نشد.',
      en: 'Your delegation is suspended, because the account of either side was frozen; until its owner is back and says so, nothing can be done by it. Nothing was done.'
    })
  }
}

/** There is no such delegation or offer for who asks. */
export class DelegationNotFoundError extends NotFoundError {
  override readonly code = 'delegation/not-found'
  constructor() {
    super({
      fa: 'چنین نمایندگی‌ای برای شما نیست، یا پایان یافته است.',
      en: 'There is no such delegation for you, or it has ended.'
    })
  }
}

/** A code that is unknown, used, taken back or too old: which of them is not said. */
export class DelegationCodeRefusedError extends Refusal {
  readonly code = 'delegation/code-refused'
  override readonly status = 422
  constructor() {
    super({
      fa: 'این کد نمایندگی درست نیست یا دیگر پذیرفته نمی‌شود؛ از دهنده آن کد تازه بخواهید.',
      en: 'This code is not right or is taken no more; ask who gave it for a new one.'
    })
  }
}

/** Somebody would become their own delegate. */
export class OwnDelegateError extends Refusal {
  readonly code = 'delegation/self'
  override readonly status = 422
  constructor() {
    super({
      fa: 'کسی نمی‌تواند نماینده خود شود یا نمایندگی‌ای را که خود پیشنهاد کرده است بپذیرد.',
      en: 'Nobody can be their own delegate, or accept what they offered themselves.'
    })
  }
}

/** A delegate gives on what they cannot give: more than they have, or for a person. */
export class BeyondDelegationError extends Refusal {
  readonly code = 'delegation/beyond-own'
  override readonly status = 403
  constructor() {
    super({
      fa: 'نمایندگی را نمی‌توان به دیگری داد، مگر نماینده یک کسب‌وکار یا دستگاه در حد کارها، خدمات و مدت نمایندگی خود.',
      en: 'A delegation cannot be passed on, but by the representative of a business or body within their own acts, services and time.'
    })
  }
}

/** Enough offers wait for an answer. */
export class OffersTooManyError extends Refusal {
  readonly code = 'delegation/too-many'
  override readonly status = 429
  constructor() {
    super({
      fa: 'پیشنهادهای نمایندگی که در انتظار پاسخ‌اند زیادند؛ چند تا را پس بگیرید یا فردا دوباره بکوشید.',
      en: 'Too many offers wait for an answer; take some back, or try again tomorrow.'
    })
  }
}
