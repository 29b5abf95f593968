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

/** The notice of a change is corrected, and the correction leaves out what changes. */
export class NoticeLeavesOutError extends Refusal {
  readonly code = 'notice/leaves-out'
  override readonly status = 422
  constructor() {
    const text = {
      fa: 'این اطلاعیه از روی خود تغییر ساخته شده است. بندهای آن را بردارید یا عوض کنید، تغییر پنهان می‌ماند؛ همه بندها را بگذارید بماند و توضیح خود را به آن‌ها بیفزایید.',
      en: 'This notice was made from the change itself. Without its paragraphs the change would be hidden: leave all of them as they are, and add what you want to say.'
    }
    const fields = ['/body/fa', '/body/en'].map((pointer) => ({
      pointer,
      code: 'notice/leaves-out',
      text
    }))
    super(text, { fields })
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

/** This installation has no way to send mail. */
export class MailNotSetUpError extends Refusal {
  readonly code = 'subscription/no-mail'
  constructor() {
    super({
      fa: 'فرستادن ایمیل در این سامانه راه‌اندازی نشده است؛ اطلاعیه‌ها را با خوراک‌ها دنبال کنید.',
      en: 'This installation is not set up to send e-mail; please follow the notices by the feeds.'
    })
  }
}

/** A wish to be told of notices that cannot be followed as it is. */
export class SubscriptionInvalidError extends Refusal {
  readonly code = 'subscription/invalid'
  override readonly status = 422
  constructor(fields: readonly FieldProblem[]) {
    super(
      {
        fa: 'اشتراک ثبت نشد؛ کنار هر مورد نوشته‌ایم چه چیزی درست است.',
        en: 'The subscription was not taken; each field says what would be right.'
      },
      { fields }
    )
  }
}

/** A link of a mail that leads nowhere: unknown, too old, or used. All three are told alike. */
export class SubscriptionLinkError extends NotFoundError {
  override readonly code = 'subscription/link'
  constructor() {
    super({
      fa: 'این پیوند دیگر کار نمی‌کند: زمان آن گذشته یا اشتراک پایان یافته است.',
      en: 'This link does not work any more: it is too old, or the subscription has ended.'
    })
  }
}

/** One place asks for too many mails. */
export class TooManySubscriptionsError extends Refusal {
  readonly code = 'subscription/too-many'
  override readonly status = 429
  constructor() {
    super({
      fa: 'از این نشانی اینترنتی درخواست‌های زیادی رسیده است؛ یک ساعت دیگر دوباره بیایید.',
      en: 'Too many requests came from this network address; please come back in an hour.'
    })
  }
}
