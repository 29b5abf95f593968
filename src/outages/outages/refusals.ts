import { NotFoundError, Refusal } from '../../platform/index.ts'

/** There is no such outage, or not for this person to change. */
export class OutageNotFoundError extends NotFoundError {
  override readonly code = 'outage/not-found'
  constructor() {
    super({ fa: 'چنین قطعی‌ای نیست.', en: 'There is no such outage.' })
  }
}

/** Somebody else changed the outage between reading and writing. */
export class OutageChangedMeanwhileError extends Refusal {
  readonly code = 'outage/changed-meanwhile'
  constructor() {
    super({
      fa: 'این قطعی در همین فاصله تغییر کرد؛ آن را دوباره ببینید و تصمیم بگیرید.',
      en: 'This outage was changed meanwhile; look at it again, then decide.'
    })
  }
}

/** The component has an outage that is not over: there is one at a time. */
export class OutageOpenAlreadyError extends Refusal {
  readonly code = 'outage/open-already'
  constructor() {
    super({
      fa: 'برای این بخش قطعی دیگری باز است؛ همان را به‌روز کنید.',
      en: 'This component has an open outage already; update that one.'
    })
  }
}

/** What is over is corrected, not updated or closed again. */
export class OutageOverError extends Refusal {
  readonly code = 'outage/over'
  constructor() {
    super({
      fa: 'این قطعی پایان یافته است؛ اگر چیزی در آن درست نیست، اصلاح آن را پیشنهاد کنید.',
      en: 'This outage is over; if something about it is not right, propose a correction.'
    })
  }
}

/** One person cannot end what probes opened and do not see ended. */
export class NotSeenUpError extends Refusal {
  readonly code = 'outage/not-seen-up'
  constructor() {
    super({
      fa: 'این قطعی را پایش باز کرده و هنوز پایان آن را ندیده است. پایان آن را پایش می‌نویسد؛ اگر پایش اشتباه می‌کند، اصلاح قطعی را پیشنهاد کنید تا نفر دومی تأیید کند.',
      en: 'Probes opened this outage and do not see its end yet. They will write it; if they are wrong, propose a correction for a second person to approve.'
    })
  }
}

/** A correction needs two people. */
export class SamePersonError extends Refusal {
  readonly code = 'outage/same-person'
  override readonly status = 403
  constructor() {
    super({
      fa: 'کسی که اصلاح را پیشنهاد کرده است نمی‌تواند آن را تأیید کند؛ شخص دومی باید تأیید کند.',
      en: 'Whoever proposed a correction cannot approve it; a second person must.'
    })
  }
}

/** The proposal was decided, or is not there. */
export class CorrectionNotWaitingError extends Refusal {
  readonly code = 'outage/correction-not-waiting'
  constructor() {
    super({
      fa: 'این پیشنهاد اصلاح نیست یا درباره آن تصمیم گرفته شده است.',
      en: 'There is no such proposed correction, or it was decided.'
    })
  }
}

/** One proposal at a time. */
export class CorrectionWaitingError extends Refusal {
  readonly code = 'outage/correction-waiting'
  constructor() {
    super({
      fa: 'پیشنهاد اصلاح دیگری برای این قطعی در انتظار تأیید است.',
      en: 'Another correction of this outage waits for its second person.'
    })
  }
}
