import type { JudgementFault } from '../../kernel/seal/index.ts'
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

/** The note does not say this of the files that the case has now, after what was judged before. */
export class JudgementWrongError extends Refusal {
  readonly code = 'sealed/judgement-wrong'
  override readonly status = 422
  constructor() {
    super(texts.judgementWrong)
  }
}

/** The note is about another case. */
export class JudgementOfOtherCaseError extends Refusal {
  readonly code = 'sealed/judgement-other-case'
  override readonly status = 422
  constructor() {
    super(texts.judgementOtherCase)
  }
}

/** It is signed with a key that the unit had before: whoever has that one may have left. */
export class JudgementKeyLeftError extends Refusal {
  readonly code = 'sealed/judgement-key-left'
  override readonly status = 422
  constructor() {
    super(texts.judgementKeyLeft)
  }
}

/** It is no signed note, or not every key of the unit signed it. */
export class JudgementUnsignedError extends Refusal {
  readonly code = 'sealed/judgement-unsigned'
  override readonly status = 422
  constructor() {
    super(texts.judgementUnsigned)
  }
}

/** The refusal of a note that is no judgement of the unit. */
export function judgementRefusal(fault: JudgementFault): Refusal {
  if (fault === 'other-case') return new JudgementOfOtherCaseError()
  if (fault === 'other-words') return new JudgementWrongError()
  return fault === 'key-left' ? new JudgementKeyLeftError() : new JudgementUnsignedError()
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
