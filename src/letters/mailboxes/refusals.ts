import { Refusal } from '../../platform/index.ts'
import { refusalMessages } from './messages-refusals.ts'

const t = refusalMessages.entries

/** The mailbox is not there, or not for this person to know of. */
export class MailboxNotFoundError extends Refusal {
  readonly code = 'mailbox/not-found'
  override readonly status = 404
  constructor() {
    super(t.notFound)
  }
}

/** Whoever it is for has a mailbox, or the id is taken. */
export class MailboxExistsError extends Refusal {
  readonly code = 'mailbox/exists'
  constructor() {
    super(t.exists)
  }
}

/** What came is no keyslot of this mailbox, or wraps nothing that its reader could open. */
export class KeyslotFormError extends Refusal {
  readonly code = 'mailbox/keyslot-form'
  override readonly status = 422
  constructor() {
    super(t.keyslotForm)
  }
}

/** The change is not signed by the key of the mailbox: whoever asks has not opened it. */
export class NotOpenedError extends Refusal {
  readonly code = 'mailbox/not-opened'
  override readonly status = 403
  constructor() {
    super(t.notOpened)
  }
}

/** The mailbox would have fewer ways than letters need. */
export class LastWaysError extends Refusal {
  readonly code = 'mailbox/last-ways'
  constructor() {
    super(t.lastWays)
  }
}

/** A unit or business needs two custodians, each with a mailbox that two ways open. */
export class CustodiansMissingError extends Refusal {
  readonly code = 'mailbox/custodians'
  override readonly status = 422
  constructor() {
    super(t.custodians)
  }
}

/** Somebody is to get a way into a mailbox who may not read it. */
export class ReaderRefusedError extends Refusal {
  readonly code = 'mailbox/reader'
  override readonly status = 422
  constructor() {
    super(t.reader)
  }
}

/** More ways than a mailbox may have. */
export class TooManyWaysError extends Refusal {
  readonly code = 'mailbox/too-many-ways'
  constructor() {
    super(t.tooMany)
  }
}

/** This secret is a way to the mailbox already: twice the same is one. */
export class WayThereError extends Refusal {
  readonly code = 'mailbox/way-there'
  constructor() {
    super(t.wayThere)
  }
}

/** The key changed meanwhile, or a way that stays was left out. */
export class KeyMovedError extends Refusal {
  readonly code = 'mailbox/key-moved'
  constructor() {
    super(t.keyMoved)
  }
}

/** No computer waits under this id any more. */
export class PairingOverError extends Refusal {
  readonly code = 'mailbox/pairing-over'
  override readonly status = 404
  constructor() {
    super(t.pairingOver)
  }
}
