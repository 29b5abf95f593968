import { Refusal } from '../../../platform/index.ts'
import { kinMessages } from './messages.ts'

const t = kinMessages.entries

/** No body has recorded the death by a paper. */
export class DeathNotRecordedError extends Refusal {
  readonly code = 'inheritance/not-recorded'
  constructor() {
    super(t.notRecorded)
  }
}

/** Nobody waits for an officer under this id, or not at their body. */
export class InheritanceNotFoundError extends Refusal {
  readonly code = 'inheritance/not-found'
  override readonly status = 404
  constructor() {
    super(t.notFound)
  }
}

/** Who recorded the death looks at no certificate of inheritance of it: no one person opens letters. */
export class SecondPersonError extends Refusal {
  readonly code = 'inheritance/second-person'
  override readonly status = 403
  constructor() {
    super(t.secondPerson)
  }
}

/** What the certificate is was not said. */
export class CertificateMissingError extends Refusal {
  readonly code = 'inheritance/certificate'
  override readonly status = 422
  constructor() {
    super(t.certificateMissing, {
      fields: [{ pointer: '/words', code: 'inheritance/certificate', text: t.certificateMissing }]
    })
  }
}
