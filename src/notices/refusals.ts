import { type FieldProblem, NotFoundError, Refusal } from '../platform/index.ts'

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

/** A notice that may not be published as it is. */
export class NoticeInvalidError extends Refusal {
  readonly code = 'notice/invalid'
  override readonly status = 422
  constructor(fields: readonly FieldProblem[]) {
    super(
      {
        fa: 'اطلاعیه منتشر نشد؛ کنار هر مورد نوشته‌ایم چه چیزی درست است.',
        en: 'The notice was not published; each field says what would be right.'
      },
      { fields }
    )
  }
}

/** The correction says what the version before says. */
export class NoticeUnchangedError extends Refusal {
  readonly code = 'notice/unchanged'
  constructor() {
    super({
      fa: 'این متن با نسخه کنونی اطلاعیه یکی است؛ چیزی برای انتشار نیست.',
      en: 'This text equals the current version of the notice; there is nothing to publish.'
    })
  }
}
