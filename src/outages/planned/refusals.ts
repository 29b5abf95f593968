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
  Refusal
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

/** The time cannot be planned: in the past, too soon, too long, over another one, or the wrong way round. */
export class PlanRefusedError extends Refusal {
  readonly code: `planned/${PlanFault}`
  override readonly status = 422
  /** The earliest lawful start. */
  readonly earliest: Temporal.Instant
  constructor(fault: PlanFault, detail: PlanFaultDetail) {
    const code = `planned/${fault}` as const
    const text = faultText(fault, detail)
    const pointer = fault === 'ends-before-start' || fault === 'too-long' ? '/to' : '/from'
    super(text, { fields: [{ pointer, code, text }] })
    this.code = code
    this.earliest = detail.earliest
  }
}

function faultText(fault: PlanFault, { earliest, secondsMax, overlapped }: PlanFaultDetail) {
  if (fault === 'ends-before-start') return texts.endsBeforeStart
  if (fault === 'past') return texts.past
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

/** Another state than the act needs. */
export class PlannedStateError extends Refusal {
  readonly code: `planned/${'begun' | 'not-begun' | 'over' | 'unchanged'}`
  constructor(state: 'begun' | 'not-begun' | 'over' | 'unchanged') {
    const { begun, notBegun, over, unchanged } = texts
    super({ begun, 'not-begun': notBegun, over, unchanged }[state])
    this.code = `planned/${state}`
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

type ExtensionFault = 'outage-not-over' | 'outage-elsewhere' | 'waits' | 'decided' | 'same-person'

const extensionTexts = {
  'outage-not-over': texts.outageOpen,
  'outage-elsewhere': texts.outageElsewhere,
  waits: texts.waitsAlready,
  decided: texts.decidedAlready,
  'same-person': texts.samePerson
} as const

/** Deadlines are not extended for this, or not by this person. */
export class ExtensionRefusedError extends Refusal {
  readonly code: `extension/${ExtensionFault}`
  override readonly status: number
  constructor(fault: ExtensionFault) {
    super(extensionTexts[fault])
    this.code = `extension/${fault}`
    this.status = fault === 'same-person' ? 403 : 409
  }
}

/** What is wrong with one field of an input. */
export function inputProblem(pointer: string, code: string, text: Bilingual): InvalidInputError {
  return new InvalidInputError([fieldProblem(pointer, code, text)])
}

/** One field's problem. */
export function fieldProblem(pointer: string, code: string, text: Bilingual): FieldProblem {
  return { pointer, code, text }
}

/** What is wrong with a scope, as a refusal. */
export function scopeRefused(fault: ScopeFault, pointer: string): InvalidInputError {
  const found = {
    'nothing-named': texts.nothingNamed,
    'unknown-component': texts.unknownComponent,
    'unknown-service': texts.unknownService
  }[fault]
  return inputProblem(pointer, `planned/${fault}`, found)
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
    throw inputProblem(pointer, 'planned/both-languages', texts.bothLanguages)
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
    throw inputProblem(`/words/${lang}`, 'text/too-long', message)
  }
  return { fa, en }
}
