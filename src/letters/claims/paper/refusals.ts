import { Refusal } from '../../../platform/index.ts'
import { claimRefusals } from './messages.ts'

const t = claimRefusals.entries

/** There is no page with this key. */
export class ClaimNotFoundError extends Refusal {
  readonly code = 'letter-claim/not-found'
  override readonly status = 404
  constructor() {
    super(t.notFound)
  }
}

/** The page was used. */
export class ClaimUsedError extends Refusal {
  readonly code = 'letter-claim/used'
  constructor() {
    super(t.used)
  }
}

/** Its time is over, or the letter waits no more. */
export class ClaimOverError extends Refusal {
  readonly code = 'letter-claim/over'
  constructor() {
    super(t.over)
  }
}

/** Whoever is signed in is not whom the letter is for. */
export class ClaimNotYoursError extends Refusal {
  readonly code = 'letter-claim/not-yours'
  override readonly status = 403
  constructor() {
    super(t.notYours)
  }
}

/** Too many keys were tried from one address. */
export class TooManyClaimsError extends Refusal {
  readonly code = 'letter-claim/too-many'
  override readonly status = 429
  constructor() {
    super(t.tooMany)
  }
}

/** A hash does not fit, or a key is of another page. */
export class ClaimFormError extends Refusal {
  readonly code = 'letter-claim/form'
  override readonly status = 422
  constructor() {
    super(t.form)
  }
}
