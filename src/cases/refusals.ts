import {
  type Bilingual,
  type FieldProblem,
  NotFoundError,
  Refusal,
  problem
} from '../platform/index.ts'
import { refusalMessages } from './messages-refusals.ts'
import { sealedMessages } from './sealed/messages.ts'

export { problem }

const { entries: texts } = refusalMessages

/** No such case, or none that this actor may know of: the two look the same. */
export class CaseNotFoundError extends NotFoundError {
  override readonly code = 'case/not-found'
  constructor() {
    super(texts.caseNotFound)
  }
}

/** It was decided before this came: another decision, if `act` is one, or anything else. */
export class CaseAlreadyDecidedError extends Refusal {
  readonly code = 'case/already-decided'
  constructor(act: 'decision' | 'other' = 'other') {
    super(act === 'decision' ? texts.decidedBefore : texts.alreadyDecided)
  }
}

/** Somebody changed the case between this actor's reading and writing. */
export class CaseChangedError extends Refusal {
  readonly code = 'case/changed'
  constructor(cause?: unknown) {
    super(texts.changed, { cause })
  }
}

/** The case is in a stage in which this cannot be done. */
export class WrongStageError extends Refusal {
  readonly code = 'case/wrong-stage'
  constructor() {
    super(texts.wrongStage)
  }
}

/** Something was to be asked for that the card does not list (PI-4.1.2); the attempt is a fact. */
export class DocumentNotOnCardError extends Refusal {
  readonly code = 'case/document-not-on-card'
  override readonly status = 422
  constructor(pointers: readonly string[]) {
    const code = 'case/document-not-on-card'
    const text = texts.documentNotOnCard
    super(text, { fields: pointers.map((pointer) => ({ pointer, code, text })) })
  }
}

/** A return named what is no defect: something optional that is absent, or something that is there. */
export class NoDefectError extends Refusal {
  readonly code = 'case/no-defect'
  override readonly status = 422
  constructor(problems: readonly FieldProblem[]) {
    super(texts.noDefect, { fields: problems })
  }
}

export class StepUnknownError extends Refusal {
  readonly code = 'case/step-unknown'
  override readonly status = 422
  constructor() {
    super(texts.stepUnknown, { fields: [problem('/step', 'case/step-unknown', texts.stepUnknown)] })
  }
}

/** The case is in this step already: somebody else entered it first. */
export class StepEnteredError extends Refusal {
  readonly code = 'case/step-entered'
  constructor() {
    super(texts.stepEntered)
  }
}

/** Not the turn of this step, and no reason was given. */
export class StepOutOfOrderError extends Refusal {
  readonly code = 'case/step-out-of-order'
  constructor(pointer: string) {
    const text = texts.stepOutOfOrder
    super(text, { fields: [problem(pointer, 'case/step-out-of-order', text)] })
  }
}

/** The visits of the card are used up (PI-4.1.8); the attempt is a fact. */
export class VisitsExhaustedError extends Refusal {
  readonly code = 'case/visits-exhausted'
  constructor() {
    super(texts.visitsExhausted)
  }
}

/** The card names another post as approver, or somebody else holds it that day (SK-5.5d). */
export class NotTheApproverError extends Refusal {
  readonly code = 'case/not-the-approver'
  override readonly status = 403
  constructor() {
    super(texts.notTheApprover)
  }
}

/** An act that needs its reasons came without. */
export class ReasonRequiredError extends Refusal {
  readonly code = 'case/reason-required'
  override readonly status = 422
  constructor(pointer: string) {
    const text = texts.reasonRequired
    super(text, { fields: [problem(pointer, 'case/reason-required', text)] })
  }
}

/** Not a channel of the card (SK-5.1, PI-4.2.1); `channels` are those that are. The attempt is a fact. */
export class ChannelRefusedError extends Refusal {
  readonly code = 'case/channel-refused'
  override readonly status = 422
  readonly channels: readonly string[]
  constructor(channels: readonly string[], names: Bilingual) {
    const text = {
      fa: `${texts.channelRefused.fa} راه‌های پذیرفته: ${names.fa}.`,
      en: `${texts.channelRefused.en} Accepted: ${names.en}.`
    }
    super(text, { fields: [problem('/channel', 'case/channel-refused', text)] })
    this.channels = channels
  }
}

export class ServiceNotOfferedError extends Refusal {
  readonly code = 'case/service-not-offered'
  override readonly status = 404
  constructor() {
    super(texts.serviceNotOffered)
  }
}

/** Returned items that were neither mended nor contested. */
export class UnresolvedDefectsError extends Refusal {
  readonly code = 'case/unresolved-defects'
  override readonly status = 422
  constructor(items: readonly string[]) {
    const text = texts.unresolvedDefects
    super(text, {
      fields: items.map((item) =>
        problem(
          `/${item.replace(/^document:/, 'documents/').replace(/^field:/, 'answers/')}`,
          'case/unresolved',
          text
        )
      )
    })
  }
}

/** Only a person can be an applicant. */
export class NotAPersonError extends Refusal {
  readonly code = 'case/not-a-person'
  override readonly status = 403
  constructor() {
    super(texts.onlyPersons)
  }
}

/** A person asks for an applicant for whom they may not act; whether there is one is not said. */
export class NotRepresentedError extends Refusal {
  readonly code = 'case/not-represented'
  override readonly status = 403
  constructor() {
    super(texts.notRepresented)
  }
}

export class DraftNotFoundError extends NotFoundError {
  override readonly code = 'draft/not-found'
  constructor() {
    super(texts.draftNotFound)
  }
}

/** Nothing typed is thrown away to make room, so there is an end to how many drafts one can begin. */
export class DraftsTooManyError extends Refusal {
  readonly code = 'draft/too-many'
  override readonly status = 429
  constructor() {
    super(texts.draftsTooMany)
  }
}

export class UploadNotFoundError extends NotFoundError {
  override readonly code = 'upload/not-found'
  constructor() {
    super(texts.uploadNotFound)
  }
}

/** A document of a case that is not there, or not by this way. */
export class DocumentNotFoundError extends NotFoundError {
  override readonly code = 'document/not-found'
  constructor() {
    super({
      fa: 'این مدرک پیدا نشد، یا این پیوند برای شما نیست. درخواست را باز کنید و مدرک را از آنجا بگیرید.',
      en: 'This document was not found, or this link is not yours. Open the application and take the document from there.'
    })
  }
}

type UploadFault = keyof typeof uploadFaults

const uploadFaults = {
  'not-on-card': { status: 422, text: texts.uploadNotOnCard },
  empty: { status: 422, text: texts.uploadEmpty },
  'type-refused': { status: 415, text: texts.uploadTypeRefused },
  'lies-about-type': { status: 415, text: texts.uploadLies },
  broken: { status: 422, text: texts.uploadBroken },
  incomplete: { status: 409, text: texts.uploadIncomplete },
  offset: { status: 409, text: texts.uploadOffset },
  'too-large': { status: 413, text: texts.uploadTooLarge },
  'too-many': { status: 429, text: texts.uploadsTooMany },
  'in-the-clear': { status: 422, text: sealedMessages.entries.uploadInTheClear },
  'other-key': { status: 409, text: sealedMessages.entries.uploadOtherKey },
  'size-class': { status: 422, text: sealedMessages.entries.uploadSizeClass }
} as const

/** What is wrong with a file: `upload/empty`, `upload/lies-about-type` and so on. */
export class UploadRefusedError extends Refusal {
  readonly code: `upload/${UploadFault}`
  override readonly status: number
  constructor(fault: UploadFault, most: Bilingual = { fa: '', en: '' }) {
    const { status, text } = uploadFaults[fault]
    super({
      fa: typeof text.fa === 'string' ? text.fa : text.fa(most.fa),
      en: typeof text.en === 'string' ? text.en : text.en(most.en)
    })
    this.code = `upload/${fault}`
    this.status = status
  }
}
