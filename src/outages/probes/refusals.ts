import { NotFoundError, Refusal } from '../../platform/index.ts'

/** There is no such target of this authority, or it was retired. */
export class TargetNotFoundError extends NotFoundError {
  override readonly code = 'probe/target-not-found'
  constructor() {
    super({
      fa: 'چنین هدف پایشی نیست، یا پیش از این کنار گذاشته شده است.',
      en: 'There is no such probe target, or it was retired before.'
    })
  }
}

/** There is no such vantage point of this authority, or it was retired. */
export class VantageNotFoundError extends NotFoundError {
  override readonly code = 'probe/vantage-not-found'
  constructor() {
    super({
      fa: 'چنین نقطه پایشی نیست، یا پیش از این کنار گذاشته شده است.',
      en: 'There is no such vantage point, or it was retired before.'
    })
  }
}

/** There is no such registered host of this authority. */
export class HostNotFoundError extends NotFoundError {
  override readonly code = 'probe/host-not-found'
  constructor() {
    super({
      fa: 'چنین میزبان ثبت‌شده‌ای نیست.',
      en: 'There is no such registered host.'
    })
  }
}

/** Results of a vantage point that was retired are not taken. */
export class VantageRetiredError extends Refusal {
  readonly code = 'probe/vantage-retired'
  override readonly status = 403
  constructor() {
    super({
      fa: 'این نقطه پایش کنار گذاشته شده است و گزارش آن پذیرفته نمی‌شود.',
      en: 'This vantage point was retired; its reports are not taken.'
    })
  }
}

/** The age of a batch is none: its results would get wrong times. */
export class BatchAgeError extends Refusal {
  readonly code = 'probe/batch-age'
  override readonly status = 422
  constructor() {
    super({
      fa: 'سرآیند Peyman-Batch-Age-Ms باید عددی درست از صفر تا ۳۱ روز، به هزارم ثانیه، باشد.',
      en: 'The header Peyman-Batch-Age-Ms must be a whole number of milliseconds, from 0 to 31 days.'
    })
  }
}

/** What the program makes for itself, it also keeps. */
export class AutomaticKeptError extends Refusal {
  readonly code = 'probe/automatic'
  constructor() {
    super({
      fa: 'این مورد را خود سامانه ساخته است و کنار گذاشته نمی‌شود.',
      en: 'The program made this by itself; it cannot be retired.'
    })
  }
}

/** An outage would end because nobody looks any more. */
export class StillDownError extends Refusal {
  readonly code = 'probe/still-down'
  constructor() {
    super({
      fa: 'قطعی‌ای که از این راه دیده می‌شود باز است. تا بازگشت آن دیده نشود، یا دو نفر با ذکر دلیل قطعی را اصلاح نکنند، این مورد کنار گذاشته نمی‌شود.',
      en: 'An outage that is seen by this lasts. It is kept until the end is seen, or until two people correct the outage with their reason.'
    })
  }
}

/** A host whose targets are still looked at. */
export class HostInUseError extends Refusal {
  readonly code = 'probe/host-in-use'
  constructor() {
    super({
      fa: 'هدف‌هایی روی این میزبان هنوز پایش می‌شوند؛ نخست آن‌ها را کنار بگذارید.',
      en: 'Targets on this host are still probed; retire them first.'
    })
  }
}
