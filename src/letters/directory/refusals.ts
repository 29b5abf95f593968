import type { ChainFault } from '../../kernel/directory/index.ts'
import { Refusal } from '../../platform/index.ts'
import { messages } from './messages-refusals.ts'

const { entries: t } = messages

/** An entry that does not go on with what stands in the directory. */
export class EntryRefusedError extends Refusal {
  readonly code = 'directory/entry-refused'
  override readonly status = 422
  constructor(fault: ChainFault | 'entry-form') {
    super(t.entryRefused, {
      fields: [{ pointer: '/entry', code: `directory/${fault}`, text: t.entryRefused }]
    })
  }
}

/** Another entry of the same number stands there: somebody else was quicker. */
export class SequenceTakenError extends Refusal {
  readonly code = 'directory/sequence-taken'
  constructor() {
    super(t.sequenceTaken)
  }
}

/** An identifier that leads to another mailbox, which no entry can change. */
export class AliasTakenError extends Refusal {
  readonly code = 'directory/alias-taken'
  constructor() {
    super(t.aliasTaken)
  }
}

/** There is no recovery that could still be stopped. */
export class NothingToStopError extends Refusal {
  readonly code = 'directory/nothing-to-stop'
  constructor() {
    super(t.nothingToStop)
  }
}

/** No state of the directory stands in the published log yet. */
export class NoHeadError extends Refusal {
  readonly code = 'directory/no-head'
  constructor() {
    super(t.noHead)
  }
}

/** A text that names nobody who could be looked up, or an identifier in an address. */
export class OwnerFormError extends Refusal {
  readonly code = 'directory/owner-form'
  override readonly status = 400
  constructor() {
    super(t.ownerForm)
  }
}

/** More keys were looked up in a minute than anybody needs. */
export class TooManyLookupsError extends Refusal {
  readonly code = 'directory/too-many-lookups'
  override readonly status = 429
  constructor() {
    super(t.tooManyLookups)
  }
}
