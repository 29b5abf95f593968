import { InvalidInputError, Refusal } from '../../platform/index.ts'

/** The citizen has no proven contact to which a code could go. */
export class ConsentUnreachableError extends Refusal {
  readonly code = 'consent/no-contact'
  override readonly status = 409
  constructor() {
    super({
      fa: 'این شخص راه تماس تأییدشده‌ای ندارد که کد به آن برود؛ رضایت را روی کاغذ بگیرید و همین را بگویید.',
      en: 'This person has no proven contact to send a code to; take the consent on paper and say so.'
    })
  }
}

/** More codes were asked for than any act needs. */
export class ConsentsTooManyError extends Refusal {
  readonly code = 'consent/too-many'
  override readonly status = 429
  constructor() {
    super({
      fa: 'برای این شخص پی‌درپی کد رضایت خواسته شده است؛ یک ساعت دیگر دوباره بکوشید.',
      en: 'Many consent codes were asked for this person; try again in an hour.'
    })
  }
}

/** The code does not fit, is used, or is too old; which of them is not said. */
export function consentRefused(): InvalidInputError {
  const text = {
    fa: 'این کد رضایت پذیرفته نشد: درست نیست، به کار رفته، زمانش گذشته، یا برای این دفتر و این کار نیست. کد تازه بفرستید.',
    en: 'This consent code was not accepted: it is wrong, used, too old, or not for this office and act. Send a new one.'
  }
  return new InvalidInputError([{ pointer: '/consentCode', code: 'consent/refused', text }])
}

/** Whoever has a proven contact says yes by its code, not on the clerk's word. */
export function consentNeeded(): InvalidInputError {
  const text = {
    fa: 'متقاضی راه تماس تأییدشده دارد: کد رضایت بفرستید و کدی را که او می‌خواند بنویسید.',
    en: 'The applicant has a proven contact: send a consent code and type what they read out.'
  }
  return new InvalidInputError([{ pointer: '/consentCode', code: 'consent/needed', text }])
}
