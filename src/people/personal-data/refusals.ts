import { Refusal } from '../../platform/index.ts'
import type { Refused } from './holder.ts'

/** Something stands against the erasure: it is named, each with its own code. */
export class ErasureRefusedError extends Refusal {
  readonly code = 'personal-data/erasure-refused'
  constructor(reasons: readonly Refused[]) {
    super(
      {
        fa: 'داده‌های شما اکنون پاک نمی‌شود. سبب‌ها در زیر آمده است.',
        en: 'Your data cannot be erased now. The reasons stand below.'
      },
      { fields: reasons.map(({ code, text }) => ({ pointer: '/erasure', code, text })) }
    )
  }
}

/** It was asked for before, and waits or runs. */
export class ErasureAskedError extends Refusal {
  readonly code = 'personal-data/erasure-asked'
  constructor() {
    super({
      fa: 'پاک کردن داده‌های شما پیش‌تر درخواست شده است.',
      en: 'To erase your data was asked for before.'
    })
  }
}

/** There is nothing to take back: it was not asked for, or has begun. */
export class NoErasureWaitsError extends Refusal {
  readonly code = 'personal-data/no-erasure-waits'
  constructor() {
    super({
      fa: 'درخواستی نیست که بتوان پس گرفت: یا ثبت نشده، یا آغاز شده است.',
      en: 'There is nothing to take back: it was not asked for, or it has begun.'
    })
  }
}

/** What is asked for the person whose account is being erased comes too late. */
export class ErasureRunningError extends Refusal {
  readonly code = 'personal-data/erasure-running'
  constructor() {
    super({
      fa: 'داده‌های این شخص در حال پاک شدن است و دیگر نمی‌توان جلوی آن را گرفت.',
      en: 'The data of this person is being erased, and that cannot be stopped.'
    })
  }
}

/** The account was erased, or is being erased: there is no way back into it. */
export class AccountErasedError extends Refusal {
  readonly code = 'account/erased'
  override readonly status = 403
  constructor() {
    super({
      fa: 'داده‌های این حساب به خواست دارنده‌اش پاک شده است و راهی به آن نیست.',
      en: 'The data of this account was erased as its owner asked; there is no way into it.'
    })
  }
}

/** A copy reads everything there is: three in a day are enough for anybody. */
export class ExportsTooManyError extends Refusal {
  readonly code = 'personal-data/exports-too-many'
  override readonly status = 429
  readonly retryAfterSeconds = 86_400
  constructor() {
    super({
      fa: 'در یک روز بیش از سه نسخه ساخته نمی‌شود؛ فردا دوباره بخواهید.',
      en: 'No more than three copies are made in a day; ask again tomorrow.'
    })
  }
}

/** A link to a copy that is old, of somebody else, or was never made: all look the same. */
export class ExportLinkError extends Refusal {
  readonly code = 'personal-data/link-invalid'
  override readonly status = 404
  constructor() {
    super({
      fa: 'این پیوند دیگر کار نمی‌کند. در صفحه «داده‌های من» پیوند تازه بگیرید.',
      en: 'This link does not work. Get a new one on the page “My data”.'
    })
  }
}

/** Somebody who placed or asked for it cannot be the second person who looks at it. */
export class SecondPersonError extends Refusal {
  readonly code = 'legal-hold/second-person'
  constructor() {
    super({
      fa: 'این کار را شخص دومی باید تأیید کند.',
      en: 'A second person has to confirm this.'
    })
  }
}

/** The hold stands elsewhere than the act supposes: confirmed, lifted, or no lifting asked for. */
export class HoldStateError extends Refusal {
  readonly code = 'legal-hold/state'
  constructor() {
    super({
      fa: 'این نگهداری قانونی در وضعی نیست که این کار با آن شدنی باشد.',
      en: 'The legal hold is not in a state in which this can be done.'
    })
  }
}
