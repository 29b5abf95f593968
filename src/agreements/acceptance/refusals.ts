import { Refusal } from '../../platform/index.ts'

/** Whoever uses the services of this authority accepts its agreement first. */
export class AgreementNotAcceptedError extends Refusal {
  readonly code = 'agreement/not-accepted'
  override readonly status = 403
  /** Where it can be read and accepted. */
  readonly way: string
  constructor({ agreement, ref }: { readonly agreement: string; readonly ref: string }) {
    const way = `/agreements/${agreement}/acceptance`
    super({
      fa: `متقاضی هنوز توافق‌نامه ${ref} را نپذیرفته است. آن را در نشانی ${way} بخوانید و بپذیرید، سپس دوباره بفرستید.`,
      en: `The applicant has not accepted the agreement ${ref} yet. Read and accept it at ${way}, then send again.`
    })
    this.way = way
  }
}

/** The version that was read is not the one to be accepted any more. */
export class AgreementChangedError extends Refusal {
  readonly code = 'agreement/other-version'
  override readonly status = 409
  constructor() {
    super({
      fa: 'نسخه‌ای که خوانده‌اید دیگر نسخه‌ای نیست که باید پذیرفته شود؛ نسخه تازه را بخوانید.',
      en: 'The version that you read is not the one to be accepted any more; please read the new one.'
    })
  }
}

/** Nobody accepts for another, but a delegate who may apply for them at the authority. */
export class AcceptanceNotYoursError extends Refusal {
  readonly code = 'agreement/not-yours'
  override readonly status = 403
  constructor() {
    super({
      fa: 'برای این متقاضی نمی‌توانید توافق‌نامه را بپذیرید. خود او یا نماینده‌ای که برای همه خدمات این دستگاه درخواست می‌دهد می‌تواند.',
      en: 'You cannot accept for this applicant. They can themselves, or a delegate who may apply for all services of this authority.'
    })
  }
}
