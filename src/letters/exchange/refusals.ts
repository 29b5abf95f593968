import { type Bilingual, NotFoundError, Refusal } from '../../platform/index.ts'
import { refusalMessages } from './messages-refusals.ts'

const { entries: t } = refusalMessages

/** No such letter, or none that this actor may know of: the two look the same. */
export class LetterNotFoundError extends NotFoundError {
  override readonly code = 'letter/not-found'
  constructor() {
    super(t.notFound)
  }
}

/** The id was used for other bytes, or for other parties. */
export class LetterDiffersError extends Refusal {
  readonly code = 'letter/differs'
  constructor() {
    super(t.differs)
  }
}

export class LetterTooLargeError extends Refusal {
  readonly code = 'letter/too-large'
  override readonly status = 413
  constructor() {
    super(t.tooLarge)
  }
}

export class LetterSizeClassError extends Refusal {
  readonly code = 'letter/size-class'
  override readonly status = 422
  constructor() {
    super(t.sizeClass, { fields: [at('/sizeClass', 'letter/size-class', t.sizeClass)] })
  }
}

export class LetterHashError extends Refusal {
  readonly code = 'letter/hash'
  override readonly status = 422
  constructor() {
    super(t.hash, { fields: [at('/sha256', 'letter/hash', t.hash)] })
  }
}

export class LetterFormError extends Refusal {
  readonly code = 'letter/form'
  override readonly status = 422
  constructor() {
    super(t.form)
  }
}

export class ClassicRecipientError extends Refusal {
  readonly code = 'letter/classic-recipient'
  override readonly status = 422
  constructor() {
    super(t.classicRecipient)
  }
}

export class LetterDateError extends Refusal {
  readonly code = 'letter/sent-at'
  override readonly status = 422
  constructor() {
    super(t.sentAt, { fields: [at('/sentAt', 'letter/sent-at', t.sentAt)] })
  }
}

export class LetterTimesError extends Refusal {
  readonly code = 'letter/times'
  override readonly status = 422
  constructor(pointer: string) {
    super(t.times, { fields: [at(pointer, 'letter/times', t.times)] })
  }
}

export class RecipientUnknownError extends Refusal {
  readonly code = 'letter/recipient-unknown'
  override readonly status = 422
  constructor() {
    super(t.recipientUnknown, {
      fields: [at('/recipient', 'letter/recipient-unknown', t.recipientUnknown)]
    })
  }
}

/** Sealed to a key that the directory does not say is the recipient's; the current one is told. */
export class RecipientKeyError extends Refusal {
  readonly code = 'letter/recipient-key'
  /** SHA-256 of the current key, base64. */
  readonly current: string
  constructor(current: string) {
    const text = { fa: t.recipientKey.fa(current), en: t.recipientKey.en(current) }
    super(text, { fields: [at('/recipientKey', 'letter/recipient-key', text)] })
    this.current = current
  }
}

export class RecipientWithoutKeyError extends Refusal {
  readonly code = 'letter/recipient-without-key'
  constructor() {
    super(t.recipientWithoutKey)
  }
}

export class RecipientEndedError extends Refusal {
  readonly code = 'letter/recipient-ended'
  constructor() {
    super(t.recipientEnded)
  }
}

export class SenderUnregisteredError extends Refusal {
  readonly code = 'letter/sender-unregistered'
  override readonly status = 403
  constructor() {
    super(t.senderUnregistered)
  }
}

export class SenderNotYoursError extends Refusal {
  readonly code = 'letter/sender-not-yours'
  override readonly status = 403
  constructor() {
    super(t.senderNotYours)
  }
}

/** PI-5.R2.C1: letters to people come from bodies. */
export class SenderNoBodyError extends Refusal {
  readonly code = 'letter/sender-no-body'
  override readonly status = 403
  constructor() {
    super(t.senderNoBody)
  }
}

export class LetterStateError extends Refusal {
  readonly code = 'letter/state'
  constructor() {
    super(t.state)
  }
}

export class LetterProofError extends Refusal {
  readonly code = 'letter/proof'
  override readonly status = 422
  constructor() {
    super(t.proof)
  }
}

export class LetterGoneError extends Refusal {
  readonly code = 'letter/gone'
  constructor() {
    super(t.gone)
  }
}

/** The unit lets no letter go that a second person has not approved. */
export class ApprovalNeededError extends Refusal {
  readonly code = 'letter/approval-needed'
  constructor() {
    super(t.approvalNeeded, {
      fields: [at('/approval', 'letter/approval-needed', t.approvalNeeded)]
    })
  }
}

export class OwnApprovalError extends Refusal {
  readonly code = 'letter/own-approval'
  override readonly status = 403
  constructor() {
    super(t.ownApproval)
  }
}

/** The crisis lane overtakes all others: it is for those who may also alert everybody. */
export class CrisisLaneError extends Refusal {
  readonly code = 'letter/crisis-lane'
  override readonly status = 403
  constructor() {
    super(t.crisisLane, { fields: [at('/lane', 'letter/crisis-lane', t.crisisLane)] })
  }
}

export class LetterReferenceError extends Refusal {
  readonly code = 'letter/reference'
  override readonly status = 422
  constructor(pointer: string) {
    super(t.reference, { fields: [at(pointer, 'letter/reference', t.reference)] })
  }
}

export class LetterReasonError extends Refusal {
  readonly code = 'letter/reason'
  override readonly status = 422
  constructor() {
    super(t.reason, { fields: [at('/reason', 'letter/reason', t.reason)] })
  }
}

function at(pointer: string, code: string, text: Bilingual) {
  return { pointer, code, text }
}
