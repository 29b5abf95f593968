import { Refusal } from '../../platform/index.ts'
import { messages } from './messages.ts'

const { entries: t } = messages

/** The unit has no key in the key directory: nobody could check who sent the alert. */
export class BroadcastUnitError extends Refusal {
  readonly code = 'broadcast/unit'

  constructor() {
    super(t.unitWithoutKey)
  }
}

/** The signature is not that of every key of the unit over these bytes. */
export class BroadcastUnsignedError extends Refusal {
  readonly code = 'broadcast/unsigned'
  override readonly status = 422

  constructor() {
    super(t.unsigned)
  }
}

/** The identifier stands for another alert. */
export class BroadcastIdentifierError extends Refusal {
  readonly code = 'broadcast/identifier-used'

  constructor() {
    super(t.identifierUsed)
  }
}

/** An update or a cancellation names no alert of this body, or one that was replaced. */
export class BroadcastReferenceError extends Refusal {
  readonly code = 'broadcast/reference'
  override readonly status = 422

  constructor() {
    super(t.wrongReference)
  }
}
