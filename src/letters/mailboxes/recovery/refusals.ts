import { Refusal } from '../../../platform/index.ts'
import { recoveryRefusals } from './messages-refusals.ts'

const t = recoveryRefusals.entries

/** There is no such share, or it is not this person's to do this with. */
export class ShareNotFoundError extends Refusal {
  readonly code = 'mailbox-share/not-found'
  override readonly status = 404
  constructor() {
    super(t.notFound)
  }
}

/** The note is not by the share, or too old: whoever asks has not opened it. */
export class ShareNotOpenedError extends Refusal {
  readonly code = 'mailbox-share/not-opened'
  override readonly status = 403
  constructor() {
    super(t.notOpened)
  }
}

/** Nobody was named who has accepted. */
export class NobodyNamedError extends Refusal {
  readonly code = 'mailbox-share/nobody'
  constructor() {
    super(t.nobody)
  }
}

/** It was asked for before, and goes on. */
export class RecoveryGoesOnError extends Refusal {
  readonly code = 'mailbox-share/asked-before'
  constructor() {
    super(t.askedBefore)
  }
}

/** The waiting time is not over, or an officer has to look first. */
export class ShareWaitsError extends Refusal {
  readonly code = 'mailbox-share/waits'
  constructor() {
    super(t.waits)
  }
}

/** Whoever keeps the other share made another key for their mailbox: it has to be given anew. */
export class ShareAnewError extends Refusal {
  readonly code = 'mailbox-share/given-anew'
  constructor() {
    super(t.anew)
  }
}

/** The desk has lost the key of its shares: nothing can be opened by them. */
export class ShareLostError extends Refusal {
  readonly code = 'mailbox-share/lost'
  constructor() {
    super(t.lost)
  }
}
