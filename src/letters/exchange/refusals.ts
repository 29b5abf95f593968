import { type Bilingual, NotFoundError, Refusal } from '../../platform/index.ts'
import { refusalMessages } from './messages-refusals.ts'

const { entries: t } = refusalMessages

/** Of a letter that was handed in; where one field is the reason, it is named. */
abstract class LetterRefusal extends Refusal {
  constructor(text: Bilingual, pointer?: string, code?: string) {
    const field = pointer === undefined || code === undefined ? [] : [{ pointer, code, text }]
    super(text, { fields: field })
  }
}

/** Something about it is not as it has to be. */
abstract class WrongLetterRefusal extends LetterRefusal {
  override readonly status = 422
}

/** Its sender may not. */
abstract class ForbiddenLetterRefusal extends LetterRefusal {
  override readonly status = 403
}

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

export class LetterSizeClassError extends WrongLetterRefusal {
  readonly code = 'letter/size-class'
  constructor() {
    super(t.sizeClass, '/sizeClass', 'letter/size-class')
  }
}

export class LetterHashError extends WrongLetterRefusal {
  readonly code = 'letter/hash'
  constructor() {
    super(t.hash, '/sha256', 'letter/hash')
  }
}

export class LetterFormError extends WrongLetterRefusal {
  readonly code = 'letter/form'
  constructor() {
    super(t.form)
  }
}

export class ClassicRecipientError extends WrongLetterRefusal {
  readonly code = 'letter/classic-recipient'
  constructor() {
    super(t.classicRecipient)
  }
}

export class LetterDateError extends WrongLetterRefusal {
  readonly code = 'letter/sent-at'
  constructor() {
    super(t.sentAt, '/sentAt', 'letter/sent-at')
  }
}

export class LetterTimesError extends WrongLetterRefusal {
  readonly code = 'letter/times'
  constructor(pointer: string) {
    super(t.times, pointer, 'letter/times')
  }
}

export class RecipientUnknownError extends WrongLetterRefusal {
  readonly code = 'letter/recipient-unknown'
  constructor() {
    super(t.recipientUnknown, '/recipient', 'letter/recipient-unknown')
  }
}

/** Sealed to a key that the directory does not say is the recipient's; the current one is told. */
export class RecipientKeyError extends LetterRefusal {
  readonly code = 'letter/recipient-key'
  /** SHA-256 of the current key, base64. */
  readonly current: string
  constructor(current: string) {
    const text = { fa: t.recipientKey.fa(current), en: t.recipientKey.en(current) }
    super(text, '/recipientKey', 'letter/recipient-key')
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

export class SenderUnregisteredError extends ForbiddenLetterRefusal {
  readonly code = 'letter/sender-unregistered'
  constructor() {
    super(t.senderUnregistered)
  }
}

export class SenderNotYoursError extends ForbiddenLetterRefusal {
  readonly code = 'letter/sender-not-yours'
  constructor() {
    super(t.senderNotYours)
  }
}

/** PI-5.R2.C1: letters to people come from bodies. */
export class SenderNoBodyError extends ForbiddenLetterRefusal {
  readonly code = 'letter/sender-no-body'
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

export class LetterProofError extends WrongLetterRefusal {
  readonly code = 'letter/proof'
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
export class ApprovalNeededError extends LetterRefusal {
  readonly code = 'letter/approval-needed'
  constructor() {
    super(t.approvalNeeded, '/approval', 'letter/approval-needed')
  }
}

export class OwnApprovalError extends ForbiddenLetterRefusal {
  readonly code = 'letter/own-approval'
  constructor() {
    super(t.ownApproval)
  }
}

/** The crisis lane overtakes all others: it is for those who may also alert everybody. */
export class CrisisLaneError extends ForbiddenLetterRefusal {
  readonly code = 'letter/crisis-lane'
  constructor() {
    super(t.crisisLane, '/lane', 'letter/crisis-lane')
  }
}

export class LetterReferenceError extends WrongLetterRefusal {
  readonly code = 'letter/reference'
  constructor(pointer: string) {
    super(t.reference, pointer, 'letter/reference')
  }
}

export class LetterReasonError extends WrongLetterRefusal {
  readonly code = 'letter/reason'
  constructor() {
    super(t.reason, '/reason', 'letter/reason')
  }
}
