/** One thing that is wrong with an application. */
export interface ApplicationFault {
  /** JSON pointer into what was given: `/sealed/mobile`, `/documents/mandate`. */
  readonly pointer: string
  /** `answer-clear`, `too-large`, `mobile/form` …: docs/specs/sealed-cases.md §6. */
  readonly fault: string
}

/** An application that is not sealed, or not judged, as it was given: all that is wrong with it. */
export class ApplicationFaultError extends Error {
  override readonly name = 'ApplicationFaultError'
  readonly code = 'sdk/application'
  readonly faults: readonly ApplicationFault[]
  constructor(faults: readonly ApplicationFault[]) {
    super(faults.map(({ pointer, fault }) => `${pointer}: ${fault}`).join(', '))
    this.faults = faults
  }
}
