import {
  type Fault,
  jalaliToPlainDate,
  parseJalaliDate,
  refuseHostileText,
  toLatinDigits
} from '../../kernel/persian/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import type { Bilingual } from '../../platform/text.ts'
import { reportFormMessages as m } from './messages-form.ts'
import { reportZone } from './receipt-text.ts'
import {
  type Choice,
  type Photo,
  type ReportInput,
  type ReportKind,
  reportKinds
} from './report.ts'
import { choiceTyped } from './resolve-choice.ts'

/** What a form of a report sends, as typed. */
export interface SentReport {
  readonly kind: string | undefined
  /** Name or code of what failed. */
  readonly about: string | undefined
  /** What failed, chosen from a list: `sko/desk`. */
  readonly choice: string | undefined
  readonly words: string | undefined
  readonly date: string | undefined
  readonly time: string | undefined
  readonly place: string | undefined
  readonly contact: string | undefined
}

/** What a form says, or what is wrong with it and which choices were probably meant. */
export type ReadReport =
  | { readonly ok: true; readonly input: ReportInput }
  | {
      readonly ok: false
      readonly problems: readonly FieldProblem[]
      readonly meant: readonly Choice[]
    }

export const lengthMax = { about: 200, words: 4000, place: 300, contact: 200 } as const
const wordsLengthMin = 3
const noticedDaysMax = 366

/** Reads a form. Every problem is said at once. */
export function readReportForm(
  sent: SentReport,
  known: { readonly choices: readonly Choice[]; readonly now: Temporal.Instant }
): ReadReport {
  const kind = reportKinds.find((each) => each === sent.kind)
  const chosen = choiceTyped(known.choices, sent)
  const noticed = noticedIn(sent, known.now)
  const problems = [
    ...(kind === undefined ? [problem('kind', 'report/kind', m.entries.chooseKind)] : []),
    ...choiceProblem(chosen, sent),
    ...textProblems('words', sent.words),
    ...textProblems('place', sent.place),
    ...textProblems('contact', sent.contact),
    ...noticed.problems
  ]
  if (problems.length > 0 || kind === undefined || chosen.choice === null)
    return { ok: false, problems, meant: chosen.meant }
  return { ok: true, input: inputOf(sent, { kind, choice: chosen.choice, noticedAt: noticed.at }) }
}

/** The same report with what came beside its texts. */
export function withPhoto(input: ReportInput, photo: Photo | null): ReportInput {
  return { ...input, photo }
}

function inputOf(
  sent: SentReport,
  read: { kind: ReportKind; choice: Choice; noticedAt: Temporal.Instant | null }
): ReportInput {
  return {
    ...read,
    words: trimmed(sent.words) ?? '',
    place: trimmed(sent.place),
    contact: trimmed(sent.contact),
    point: null,
    mediaUrl: null,
    photo: null
  }
}

/** One text without the spaces around it; `null` for none. */
export function trimmed(text: string | undefined): string | null {
  const plain = text?.replaceAll('\r\n', '\n').trim()
  return plain === undefined || plain === '' ? null : plain
}

function choiceProblem(
  { choice, meant }: { choice: Choice | null; meant: readonly Choice[] },
  sent: SentReport
): FieldProblem[] {
  if (choice !== null) return []
  const isBlank = trimmed(sent.about) === null && sent.choice === undefined
  if (isBlank) return [problem('about', 'report/about', m.entries.chooseAbout)]
  const text = meant.length > 0 ? m.entries.whichOne : m.entries.unknownAbout
  return [problem(meant.length > 0 ? 'choice' : 'about', 'report/about', text)]
}

/** What is wrong with a text that people write. */
export function textProblems(name: 'words' | 'place' | 'contact', typed: string | undefined) {
  const text = trimmed(typed)
  if (text === null)
    return name === 'words' ? [problem(name, 'report/words', m.entries.writeWords)] : []
  const fault: Fault | null = refuseHostileText(text)
  if (fault !== null) return [problem(name, fault.code, fault.text)]
  if (text.length > lengthMax[name]) return [problem(name, 'report/too-long', m.entries.tooLong)]
  const isShort = name === 'words' && text.length < wordsLengthMin
  return isShort ? [problem(name, 'report/words', m.entries.writeWords)] : []
}

function noticedIn(
  { date, time }: SentReport,
  now: Temporal.Instant
): { at: Temporal.Instant | null; problems: FieldProblem[] } {
  if (trimmed(date) === null && trimmed(time) === null) return { at: null, problems: [] }
  const day =
    trimmed(date) === null ? { ok: true as const, value: null } : parseJalaliDate(date ?? '')
  if (!day.ok) return { at: null, problems: [problem('date', day.code, day.text)] }
  const clock = timeOf(trimmed(time) ?? '0:00')
  if (clock === null)
    return { at: null, problems: [problem('time', 'time/form', m.entries.badTime)] }
  const today = now.toZonedDateTimeISO(reportZone).toPlainDate()
  const plain = day.value === null ? today : jalaliToPlainDate(day.value)
  const at = plain.toZonedDateTime({ timeZone: reportZone, plainTime: clock }).toInstant()
  const age = now.since(at).total('hours')
  if (age < -5 / 60)
    return { at: null, problems: [problem('time', 'report/noticed', m.entries.inFuture)] }
  if (age > noticedDaysMax * 24)
    return { at: null, problems: [problem('date', 'report/noticed', m.entries.tooLongAgo)] }
  return { at, problems: [] }
}

function timeOf(typed: string): Temporal.PlainTime | null {
  const found = /^([0-9]{1,2})[:.٫]([0-9]{2})$/.exec(toLatinDigits(typed))
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return hour <= 23 && minute <= 59 ? Temporal.PlainTime.from({ hour, minute }) : null
}

/** A problem of one field. */
export function problem(name: string, code: string, text: Bilingual): FieldProblem {
  return { pointer: `/${name}`, code, text }
}
