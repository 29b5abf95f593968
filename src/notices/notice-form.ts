import {
  formatDigits,
  jalaliToPlainDate,
  parseJalaliDate,
  plainDateToJalali,
  toLatinDigits
} from '../kernel/persian/index.ts'
import type { FieldProblem } from '../platform/index.ts'
import { problemMessages } from './messages-desk.ts'
import { type Notice, type NoticeText, noticeChanges, noticeKinds } from './notice.ts'

/** A notice as it was typed: whatever the form sent, field by field. */
export type NoticeTexts = Readonly<Record<string, string | readonly string[]>>

/** What a form belongs to. */
export interface FormPlace {
  readonly authority: string
  /** IANA zone in which days and hours are typed. */
  readonly timeZone: string
  /** The newest version of a notice that the program made: the form only adds to it. */
  readonly made: NoticeText | null
}

/** Reads a form; what cannot be read is a problem, and `null` or empty in the notice. */
export function readNoticeForm(
  typed: NoticeTexts,
  place: FormPlace
): { readonly text: NoticeText; readonly problems: readonly FieldProblem[] } {
  if (place.made !== null) return readAddition(typed, place, place.made)
  const kind = noticeKinds.find((each) => each === one(typed, 'kind'))
  const effective = readTime(typed, 'effectiveAt', place)
  const banner = readTime(typed, 'bannerUntil', place)
  const noKind = { pointer: '/kind', code: 'notice/kind', text: problemMessages.entries.kind }
  const chosen = many(typed, 'changes')
  return {
    text: {
      authority: place.authority,
      about: null,
      kind: kind ?? 'general',
      changes: kind === 'change' ? noticeChanges.filter((each) => chosen.includes(each)) : [],
      services: [...new Set(many(typed, 'services'))].toSorted(),
      title: { fa: one(typed, 'title.fa').trim(), en: one(typed, 'title.en').trim() },
      body: { fa: bodyOf(typed, 'body.fa'), en: bodyOf(typed, 'body.en') },
      effectiveAt: effective.at,
      bannerUntil: banner.at
    },
    problems: [...(kind === undefined ? [noKind] : []), ...effective.problems, ...banner.problems]
  }
}

// oxlint-disable-next-line max-params -- what was typed, where, and behind what
function readAddition(typed: NoticeTexts, place: FormPlace, made: NoticeText) {
  const banner = readTime(typed, 'bannerUntil', place)
  const body = {
    fa: [made.body.fa, bodyOf(typed, 'body.fa')].join('\n\n').trim(),
    en: [made.body.en, bodyOf(typed, 'body.en')].join('\n\n').trim()
  }
  return { text: { ...textOf(made), body, bannerUntil: banner.at }, problems: banner.problems }
}

function textOf(made: NoticeText): NoticeText {
  const { authority, kind, changes, services, title, body, about, effectiveAt, bannerUntil } = made
  return { authority, kind, changes, services, title, body, about, effectiveAt, bannerUntil }
}

/**
 * A published notice as its form would show it, for a correction; one that the program made as a form
 * with nothing added.
 */
export function writeNoticeForm(notice: Notice, timeZone: string): NoticeTexts {
  if (notice.about !== null) return writeTime('bannerUntil', notice.bannerUntil, timeZone)
  return {
    kind: notice.kind,
    changes: notice.changes,
    services: notice.services,
    'title.fa': notice.title.fa,
    'title.en': notice.title.en,
    'body.fa': notice.body.fa,
    'body.en': notice.body.en,
    ...writeTime('effectiveAt', notice.effectiveAt, timeZone),
    ...writeTime('bannerUntil', notice.bannerUntil, timeZone)
  }
}

/** One text of a form, empty where it has none. */
export function one(typed: NoticeTexts, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All texts of one name. */
export function many(typed: NoticeTexts, name: string): readonly string[] {
  const value = typed[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

function bodyOf(typed: NoticeTexts, name: string): string {
  return one(typed, name).replaceAll(/\r\n?/g, '\n').trim()
}

type TimeName = 'effectiveAt' | 'bannerUntil'

/** A day, and the hour of it: midnight where none was typed. */
function readTime(
  typed: NoticeTexts,
  name: TimeName,
  { timeZone }: FormPlace
): { readonly at: Temporal.Instant | null; readonly problems: readonly FieldProblem[] } {
  const [day, hour] = [one(typed, name).trim(), one(typed, `${name}Time`).trim()]
  if (day === '' && hour === '') return { at: null, problems: [] }
  const date = parseJalaliDate(day)
  const time = timeOf(hour === '' ? '00:00' : hour)
  const badTime = {
    pointer: `/${name}Time`,
    code: 'time/form',
    text: problemMessages.entries.time
  }
  if (!date.ok || time === null) {
    const badDate = date.ok ? [] : [{ pointer: `/${name}`, code: date.code, text: date.text }]
    return { at: null, problems: [...badDate, ...(time === null ? [badTime] : [])] }
  }
  const at = jalaliToPlainDate(date.value).toZonedDateTime({ timeZone, plainTime: time })
  return { at: at.toInstant(), problems: [] }
}

function timeOf(typed: string): Temporal.PlainTime | null {
  const found = /^([0-9]{1,2})[:.]([0-9]{2})$/.exec(toLatinDigits(typed))
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return hour <= 23 && minute <= 59 ? Temporal.PlainTime.from({ hour, minute }) : null
}

function writeTime(name: TimeName, at: Temporal.Instant | null, timeZone: string): NoticeTexts {
  if (at === null) return {}
  const zoned = at.toZonedDateTimeISO(timeZone)
  const { year, month, day } = plainDateToJalali(zoned.toPlainDate())
  return {
    [name]: formatDigits(`${String(year)}/${two(month)}/${two(day)}`, 'fa'),
    [`${name}Time`]: formatDigits(`${two(zoned.hour)}:${two(zoned.minute)}`, 'fa')
  }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
