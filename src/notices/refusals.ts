import { NotFoundError, Refusal } from '../platform/index.ts'

/** No such notice, or no such version of it. */
export class NoticeNotFoundError extends NotFoundError {
  override readonly code = 'notice/not-found'
  constructor() {
    super({
      fa: 'اطلاعیه‌ای با این نشانی پیدا نشد.',
      en: 'There is no notice at this address.'
    })
  }
}

/** Somebody else corrected the notice, or changed its draft, in between. */
export class NoticeChangedMeanwhileError extends Refusal {
  readonly code = 'notice/changed-meanwhile'
  constructor() {
    super({
      fa: 'در این فاصله کس دیگری همین اطلاعیه را تغییر داده است. صفحه را دوباره باز کنید؛ نوشته شما در همین صفحه مانده است.',
      en: 'Somebody else changed this notice in the meantime. Open the page again; what you wrote is still on this one.'
    })
  }
}
