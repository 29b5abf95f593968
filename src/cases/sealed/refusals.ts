import { Refusal } from '../../platform/index.ts'
import { sealedMessages } from './messages.ts'

const { entries: texts } = sealedMessages

/** The unit that receives the application has no open mailbox: nothing can be sealed to it. */
export class SealedNoMailboxError extends Refusal {
  readonly code = 'sealed/no-mailbox'
  constructor() {
    super(texts.noMailbox)
  }
}

/** What the unit found in a sealed application has to be signed with the keys of its mailbox. */
export class JudgementNeededError extends Refusal {
  readonly code = 'sealed/judgement-needed'
  constructor() {
    super(texts.judgementNeeded)
  }
}

/** The note does not say this of these files, or the unit did not sign it. */
export class JudgementWrongError extends Refusal {
  readonly code = 'sealed/judgement-wrong'
  override readonly status = 422
  constructor() {
    super(texts.judgementWrong)
  }
}

/** Nobody can decide on what the unit has not opened and accepted. */
export class NotAcceptedError extends Refusal {
  readonly code = 'sealed/not-accepted'
  constructor() {
    super(texts.notAccepted)
  }
}

/** Another unit could not open it. */
export class SealedNotHandedOnError extends Refusal {
  readonly code = 'sealed/not-handed-on'
  constructor() {
    super(texts.notHandedOn)
  }
}
