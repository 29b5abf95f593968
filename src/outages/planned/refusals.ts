import {
  formatDuration,
  formatJalaliDateTime,
  toPersianDigits
} from '../../kernel/persian/index.ts'
import type { PlanFault } from '../../kernel/worktime/index.ts'
import {
  type Bilingual,
  type FieldProblem,
  InvalidInputError,
  NotFoundError,
  Refusal,
  problem
} from '../../platform/index.ts'
import { refusalTexts } from './messages-refusals.ts'
import type { ScopeFault } from './scope.ts'

const { entries: texts } = refusalTexts

/** No such planned outage. */
export class PlannedNotFoundError extends NotFoundError {
  override readonly code = 'planned/not-found'
  constructor() {
    super(texts.notFound)
  }
}

/** No such suspension. */
export class SuspensionNotFoundError extends NotFoundError {
  override readonly code = 'suspension/not-found'
  constructor() {
    super(texts.suspensionNotFound)
  }
}

/** No such proposal to extend deadlines. */
export class ExtensionNotFoundError extends NotFoundError {
  override readonly code = 'extension/not-found'
  constructor() {
    super(texts.extensionNotFound)
  }
}

/** What the text of a refused time needs. */
export interface PlanFaultDetail {
  readonly earliest: Temporal.Instant
  readonly secondsMax: number
  readonly overlapped: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | null
}

/** The time cannot be planned: in the past, too soon, too far ahead, too long, over another one, or the wrong way round. */
export class PlanRefusedError extends Refusal {
  readonly code = 'planned/refused'
  override readonly status = 422
  /** The earliest lawful start. */
  readonly earliest: Temporal.Instant
  constructor(fault: PlanFault, detail: PlanFaultDetail) {
    const text = faultText(fault, detail)
    super(text, { fields: [{ ...faultFields[fault], text }] })
    this.earliest = detail.earliest
  }
}

const faultFields: Readonly<Record<PlanFault, Omit<FieldProblem, 'text'>>> = {
  'ends-before-start': { pointer: '/to', code: 'planned/ends-before-start' },
  past: { pointer: '/from', code: 'planned/past' },
  'too-far': { pointer: '/from', code: 'planned/too-far' },
  'too-long': { pointer: '/to', code: 'planned/too-long' },
  overlaps: { pointer: '/from', code: 'planned/overlaps' },
  'too-soon': { pointer: '/from', code: 'planned/too-soon' }
}

function faultText(fault: PlanFault, { earliest, secondsMax, overlapped }: PlanFaultDetail) {
  if (fault === 'ends-before-start') return texts.endsBeforeStart
  if (fault === 'past') return texts.past
  if (fault === 'too-far') return texts.tooFar
  if (fault === 'too-long') {
    return {
      fa: texts.tooLong.fa(formatDuration(secondsMax, 'fa')),
      en: texts.tooLong.en(formatDuration(secondsMax, 'en'))
    }
  }
  if (fault === 'overlaps' && overlapped !== null) {
    const { from, to } = overlapped
    return {
      fa: texts.overlaps.fa(formatJalaliDateTime(from, 'fa'), formatJalaliDateTime(to, 'fa')),
      en: texts.overlaps.en(formatJalaliDateTime(from, 'en'), formatJalaliDateTime(to, 'en'))
    }
  }
  return {
    fa: texts.tooSoon.fa(formatJalaliDateTime(upToMinute(earliest), 'fa')),
    en: texts.tooSoon.en(formatJalaliDateTime(upToMinute(earliest), 'en'))
  }
}

/** The first whole minute that is not before an instant. */
export function upToMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'ceil' })
}

/** It has begun: its start stands, and it cannot be cancelled. */
export class PlannedBegunError extends Refusal {
  readonly code = 'planned/begun'
  constructor() {
    super(texts.begun)
  }
}

/** It has not begun, so there is nothing to end. */
export class PlannedNotBegunError extends Refusal {
  readonly code = 'planned/not-begun'
  constructor() {
    super(texts.notBegun)
  }
}

/** It is over or cancelled. */
export class PlannedOverError extends Refusal {
  readonly code = 'planned/over'
  constructor() {
    super(texts.over)
  }
}

/** It is announced for this very time. */
export class PlannedUnchangedError extends Refusal {
  readonly code = 'planned/unchanged'
  constructor() {
    super(texts.unchanged)
  }
}

/** Somebody else changed it since it was read. */
export class PlannedChangedError extends Refusal {
  readonly code = 'planned/changed-meanwhile'
  constructor() {
    super(texts.changed)
  }
}

/** The service is suspended already. */
export class SuspendedAlreadyError extends Refusal {
  readonly code = 'suspension/already'
  constructor() {
    super(texts.closedAlready)
  }
}

/** The outage lasts, was found to be none, or was corrected since. */
export class OutageNotOverError extends Refusal {
  readonly code = 'extension/outage-not-over'
  constructor() {
    super(texts.outageOpen)
  }
}

/** The outage was planned, came from outside, or stopped no work on cases. */
export class OutageElsewhereError extends Refusal {
  readonly code = 'extension/outage-elsewhere'
  constructor() {
    super(texts.outageElsewhere)
  }
}

/** A proposal about the outage waits for a second person. */
export class ExtensionWaitsError extends Refusal {
  readonly code = 'extension/waits'
  constructor() {
    super(texts.waitsAlready)
  }
}

/** The proposal was decided before. */
export class ExtensionDecidedError extends Refusal {
  readonly code = 'extension/decided'
  constructor() {
    super(texts.decidedAlready)
  }
}

/** Whoever proposed it cannot grant it. */
export class SamePersonError extends Refusal {
  readonly code = 'extension/same-person'
  override readonly status = 403
  constructor() {
    super(texts.samePerson)
  }
}

/** Whether a notice was seen, only a probe says; in the sandbox, which nobody probes, its program. */
export class SandboxOnlyError extends Refusal {
  readonly code = 'sandbox/only'
  override readonly status = 403
  constructor() {
    super(texts.sandboxOnly)
  }
}

/** An input with something wrong in it. */
export function invalid(...problems: readonly FieldProblem[]): InvalidInputError {
  return new InvalidInputError(problems)
}

/** What is wrong with a scope, as a refusal. */
export function scopeRefused(fault: ScopeFault, pointer: string): InvalidInputError {
  const found = {
    'nothing-named': { code: 'planned/nothing-named', text: texts.nothingNamed },
    'unknown-component': { code: 'planned/unknown-component', text: texts.unknownComponent },
    'unknown-service': { code: 'planned/unknown-service', text: texts.unknownService }
  }[fault]
  return invalid({ pointer, ...found })
}

const wordsLengthMax = 1000

/**
 * What its announcer wrote, in both languages or in none.
 * @throws {InvalidInputError} At `/words/fa` or `/words/en`.
 */
export function demandWords(words: Bilingual | null | undefined): Bilingual | null {
  const [fa, en] = [words?.fa.trim() ?? '', words?.en.trim() ?? '']
  if (fa === '' && en === '') return null
  if (fa === '' || en === '') {
    const pointer = fa === '' ? '/words/fa' : '/words/en'
    throw invalid(problem(pointer, 'planned/both-languages', texts.bothLanguages))
  }
  for (const [lang, text] of [
    ['fa', fa],
    ['en', en]
  ] as const) {
    if (text.length <= wordsLengthMax) continue
    const most = String(wordsLengthMax)
    const message = {
      fa: texts.tooLongText.fa(toPersianDigits(most)),
      en: texts.tooLongText.en(most)
    }
    throw invalid(problem(`/words/${lang}`, 'text/too-long', message))
  }
  return { fa, en }
}
