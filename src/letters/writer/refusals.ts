import { NotFoundError, Refusal } from '../../platform/index.ts'
import { draftMessages } from './messages-drafts.ts'

const { entries: t } = draftMessages

/** No such draft, or none of a unit for which this actor writes: the two look the same. */
export class DraftNotFoundError extends NotFoundError {
  override readonly code = 'letter/draft-not-found'
  constructor() {
    super(t.draftNotFound)
  }
}

/** Somebody else of the unit kept it meanwhile, or discarded it. */
export class DraftChangedError extends Refusal {
  readonly code = 'letter/draft-changed'
  constructor() {
    super(t.draftChanged)
  }
}

/** What is to be kept is not sealed to a mailbox. */
export class DraftFormError extends Refusal {
  readonly code = 'letter/draft-form'
  override readonly status = 422
  constructor() {
    super(t.draftForm)
  }
}

export class TooManyDraftsError extends Refusal {
  readonly code = 'letter/too-many-drafts'
  constructor() {
    super(t.tooManyDrafts)
  }
}
