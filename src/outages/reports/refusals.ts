import { NotFoundError, Refusal } from '../../platform/errors.ts'

/** The proof of work is none, or none of ours, or too old. */
export class ProofRefusedError extends Refusal {
  readonly code = 'report/proof-refused'
  override readonly status = 422
  constructor() {
    super({
      fa: 'این فرم زمان زیادی باز مانده یا درست ارسال نشده است؛ دوباره بفرستید.',
      en: 'This form was open for too long, or was not sent as it should be; please send it again.'
    })
  }
}

/** The same challenge or form came with another report. */
export class ProofUsedError extends Refusal {
  readonly code = 'report/proof-used'
  constructor() {
    super({
      fa: 'با این فرم پیش‌تر گزارش دیگری ثبت شده است؛ برای گزارش تازه، صفحه گزارش را از نو باز کنید.',
      en: 'This form has filed another report before; for a new one please open the report page again.'
    })
  }
}

/** A form without script comes faster than anybody can have filled it in. */
export class ReportTooSoonError extends Refusal {
  readonly code = 'report/too-soon'
  override readonly status = 422
  readonly retryAfterSeconds: number
  constructor(seconds: number) {
    super({
      fa: 'فرم خیلی زود فرستاده شد. چند ثانیه صبر کنید و دوباره دکمه ثبت را بزنید؛ نوشته شما همین‌جا مانده است.',
      en: 'The form came too soon. Please wait a few seconds and press the button again; what you wrote is still here.'
    })
    this.retryAfterSeconds = seconds
  }
}

/** More reports or look-ups came from one address than people make. */
export class TooManyReportsError extends Refusal {
  readonly code = 'report/too-many'
  override readonly status = 429
  readonly retryAfterSeconds: number
  constructor(seconds: number) {
    super({
      fa: 'از این نشانی اینترنتی در زمان کوتاه درخواست‌های زیادی آمده است؛ یک دقیقه دیگر دوباره بفرستید.',
      en: 'Too many came from this internet address in a short time; please send it again in a minute.'
    })
    this.retryAfterSeconds = seconds
  }
}

/** There is no report for this code, or none for this reader. */
export class ReportNotFoundError extends NotFoundError {
  override readonly code = 'report/not-found'
  constructor() {
    super({
      fa: 'رسیدی با این کد پیدا نشد. کد را دوباره با رسید خود مقایسه کنید.',
      en: 'There is no receipt with this code. Please compare it with your receipt again.'
    })
  }
}

/** The outage to link to is none of the same authority. */
export class OutageUnknownError extends Refusal {
  readonly code = 'report/outage-unknown'
  override readonly status = 422
  constructor() {
    super({
      fa: 'قطعی‌ای با این شناسه در این دستگاه نیست.',
      en: 'This authority has no outage with that id.'
    })
  }
}
