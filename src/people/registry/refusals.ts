import { NotFoundError, Refusal } from '../../platform/index.ts'

/** Nobody is known by that identifier. */
export class PersonNotKnownError extends NotFoundError {
  override readonly code = 'registry/person-not-found'
  constructor() {
    super({
      fa: 'کسی با این شناسه در سامانه ثبت نشده است.',
      en: 'Nobody is known by this identifier.'
    })
  }
}

/** A clerk would speak for a business by their own word. */
export class OwnRepresentationError extends Refusal {
  readonly code = 'registry/own-representation'
  override readonly status = 403
  constructor() {
    super({
      fa: 'کارمند باجه نمی‌تواند خودش را نماینده ثبت کند؛ همکار دیگری باید این کار را بکند.',
      en: 'A clerk cannot register themselves as representative; a colleague must.'
    })
  }
}

/** Somebody speaks for the organisation already. */
export class RepresentedError extends Refusal {
  readonly code = 'registry/represented'
  constructor() {
    super({
      fa: 'این کسب‌وکار یا دستگاه نماینده دارد؛ نماینده دیگر را خود او در صفحه نمایندگی‌ها معرفی می‌کند.',
      en: 'Somebody speaks for this business or body already; they name further people on the page of delegations.'
    })
  }
}
