import type { FormDefinition, FormValues } from '../../kernel/forms/index.ts'
import type { CaseFileFault, CaseProblem } from '../../kernel/seal/index.ts'

/** The unit that receives applications of a service. */
export interface ReceivingUnit {
  readonly authority: string
  readonly unit: string
}

/** A document that comes with an application, open. */
export interface CaseDocument {
  /** Code of the card's document. */
  readonly code: string
  readonly name: string
  readonly content: Uint8Array
}

/** By which way an application came, and what its way says of itself. */
export interface ApplicationArrival {
  /** `post`, `pishkhan` or `in-person`, as the card has them; by the site where absent. */
  readonly channel?: string
  readonly trackingNumber?: string
  readonly officeCode?: string
  /** When it reached the body, where that was before now. */
  readonly arrivedAt?: Temporal.Instant
  readonly lateReason?: string
  readonly consentCode?: string
  readonly consentOnPaper?: boolean
}

/** An application as a program of a counter or a post room has it. */
export interface SealedApplication extends ApplicationArrival {
  /** Code of the service; its card in force says what is sealed. */
  readonly service: string
  /** Whom it is for: a card that says another unit is refused. */
  readonly to: ReceivingUnit
  /** Answers that only the unit may read, by name. */
  readonly sealed: Readonly<Record<string, unknown>>
  /** Answers that the operator may read too; nothing that stands here only was ever sealed. */
  readonly clear?: Readonly<Record<string, unknown>>
  readonly documents?: readonly CaseDocument[]
  /** Codes of demanded documents that will come later. */
  readonly later?: readonly string[]
  /** Whose it is, as `POST /cases` takes it: somebody known, or as written on the paper. */
  readonly applicant?: { readonly person: string } | Readonly<Record<string, string>>
  /** 8 to 80 letters, digits, `-` or `_`: the same key is the same case. A new one where absent. */
  readonly submissionKey?: string
}

/** An answer to a return, as a program of a counter or a post room has it. */
export interface ApplicationCorrection extends Omit<ApplicationArrival, 'lateReason'> {
  /** The returned case; documents that were returned are added to it before. */
  readonly case: string
  readonly to: ReceivingUnit
  /** New values of returned fields that only the unit may read, by name; an empty one takes an answer away. */
  readonly sealed?: Readonly<Record<string, unknown>>
  /** New values of returned fields that the operator may read too. */
  readonly clear?: Readonly<Record<string, unknown>>
  /** Why what was asked for is right as it is. It is not sealed, and must have no sealed answer in it. */
  readonly contest?: string
}

/** What was given for a filed application. */
export interface FiledApplication {
  readonly case: string
  readonly code: string
  readonly filedAt: string
  readonly dueAt: string | null
  readonly missing: readonly string[]
  readonly repeated: boolean
}

/** What a change of a case made of it. */
export interface ChangedCase {
  readonly case: string
  readonly version: number
  readonly stage: string
  readonly dueAt: string | null
}

/** A document of an opened application whose bytes are what the card asks for. */
export interface OpenedCaseDocument {
  readonly code: string
  /** With an ending that says what it is. */
  readonly name: string
  /** Media type, as found in the bytes. */
  readonly type: string
  readonly content: Uint8Array
}

/** An application that its unit has opened and judged. Nothing of it was written anywhere. */
export interface OpenedApplication {
  readonly case: string
  readonly version: number
  readonly service: string
  /** Version of the card that it was judged by, `18051002@1`. */
  readonly card: string
  /** Clear and sealed ones, corrections laid over the application. */
  readonly answers: FormValues
  /** Those that were found right: a file that lies about itself is not given out. */
  readonly documents: readonly OpenedCaseDocument[]
  readonly problems: readonly CaseProblem[]
  /** Sealed files that these keys do not open, by their codes; `sealed-form` holds answers. */
  readonly unopened: readonly { readonly code: string; readonly fault: CaseFileFault }[]
  /** What a judgement of it is about. */
  readonly basis: JudgementBasis
}

/** The state of a case that was opened: what the unit's signature is about. */
export interface JudgementBasis {
  readonly schema: string
  readonly after: string | null
  readonly forms: readonly string[]
  readonly documents: readonly { readonly code: string; readonly sha256: string }[]
  /** The form that was filled in. */
  readonly form: FormDefinition
}

/** Something that is to be corrected. */
export interface CaseDefect {
  /** `field-wrong`, `document-unreadable` …, as the desk has them. */
  readonly code: string
  /** `field:<name>` or `document:<code>`. */
  readonly item: string
  /** For the applicant. It is not sealed, and must have no sealed answer in it. */
  readonly note?: string
}

/** Seals applications to the unit that receives them, and files them. */
export interface ApplicationFiler {
  /**
   * Judges answers and documents by the card in force, seals them to the key that the directory proves,
   * and files the application.
   * @throws {ApplicationFaultError} With all that is wrong; nothing was sent.
   * @throws {DirectoryRefusedError} Where the unit's key is not proven.
   * @throws {DeskRefusedError} {@link DeskAwayError}
   */
  file(application: SealedApplication): Promise<FiledApplication>
  /**
   * Seals a document that came later and adds it to its case.
   * @throws {ApplicationFaultError} {@link DirectoryRefusedError} {@link DeskRefusedError}
   */
  addDocument(
    document: CaseDocument &
      ApplicationArrival & { readonly case: string; readonly to: ReceivingUnit }
  ): Promise<ChangedCase>
  /**
   * Judges new values of what was returned, seals them to the key that the directory proves, and brings the
   * case back.
   * @throws {ApplicationFaultError} With all that is wrong; nothing was sent.
   * @throws {DirectoryRefusedError}
   * @throws {DeskRefusedError} `case/unresolved-defects` where something returned is neither mended nor contested.
   */
  correct(correction: ApplicationCorrection): Promise<ChangedCase>
}

/** Opens sealed applications at their unit, judges them, and signs what was found. */
export interface ApplicationReader {
  /**
   * Fetches the ciphertext of a case, opens it and judges it as the applicant's browser did.
   * @throws {DeskRefusedError} {@link DeskAwayError}
   */
  open(id: string): Promise<OpenedApplication>
  /**
   * Signs that all of it is right.
   * @throws {ApplicationFaultError} Where something is wrong or was not opened.
   * @throws {DeskRefusedError} `sealed/judgement-wrong` where the case has changed since.
   */
  accept(opened: OpenedApplication): Promise<ChangedCase>
  /**
   * Signs what is to be corrected, and returns the case to its applicant.
   * @throws {ApplicationFaultError} Where a note has a sealed answer in it.
   * @throws {DeskRefusedError}
   */
  giveBack(opened: OpenedApplication, defects: readonly CaseDefect[]): Promise<ChangedCase>
}
