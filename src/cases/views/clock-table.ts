import type { PromisedTime } from '../../catalogue/index.ts'
import { formatJalaliLongDate, formatTime } from '../../kernel/persian/index.ts'
import {
  badge,
  type Content,
  html,
  type Html,
  section,
  type State,
  table,
  type View
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import type { ShownClock } from '../case-progress.ts'
import { clockMessages } from '../messages-clock.ts'
import { type Stretch, stretchesAt } from './clock-stretches.ts'
import { amountText, exactLength, shownAmount } from './promise-left.ts'
import { promised, zone } from './words.ts'

/** A clock at an instant, and what its closures are called. */
export interface ClockTableOptions {
  readonly reading: ShownClock
  readonly promise: PromisedTime
  readonly at: Temporal.Instant
  /** Names of closures by the title that the clock has for them. */
  readonly closures: ReadonlyMap<string, Bilingual>
  /** Address of the same as CSV. */
  readonly csv: string
}

/** What was counted and what will be, each under each other with its sum. */
export function clockTables(view: View, options: ClockTableOptions): Html {
  const t = clockMessages.in(view.lang)
  const rows = stretchesAt(options.reading, options.at)
  if (rows.length === 0) {
    return section({ title: t.stretches, body: html`<p class="muted">${t.noStretches}</p>` })
  }
  const [past, ahead] = [rows.filter((row) => !row.isAhead), rows.filter((row) => row.isAhead)]
  const pastTitle = options.reading.doneAt === null ? t.untilNow : t.untilEnd
  return html`${
    past.length > 0 &&
    section({
      title: pastTitle,
      body: html`${stretchTable(view, options, { title: pastTitle, rows: past })}
      ${usedSum(view, options)}`
    })
  }
  ${
    ahead.length > 0 &&
    section({
      title: t.fromNow,
      body: html`${stretchTable(view, options, { title: t.fromNow, rows: ahead })}
      ${sum(t.sumAhead, remainingText(view, options))}`
    })
  }
  ${checkSum(view, options)}`
}

function sum(label: string, amount: string): Html {
  return html`<p><strong>${label}: ${amount}</strong></p>`
}

function usedSum(view: View, { reading, promise }: ClockTableOptions): Html | false {
  const t = clockMessages.in(view.lang)
  const { progress } = reading
  if (progress === null) return false
  const used = sum(t.sumPast, amountText(view, promise, rounded(promise, progress.used)))
  if (progress.used <= progress.whole) return used
  const over = amountText(view, promise, rounded(promise, progress.used) - progress.whole)
  return html`${used}
    <p>${t.sumOver(promised(view, promise), over)}</p>`
}

function remainingText(view: View, { reading, promise }: ClockTableOptions): string {
  const { progress } = reading
  if (progress === null) return ''
  const left = Math.max(0, progress.whole - rounded(promise, progress.used))
  return amountText(view, promise, left)
}

/** Used and left are the promise: the line that a pencil checks. */
function checkSum(view: View, options: ClockTableOptions): Html | false {
  const t = clockMessages.in(view.lang)
  const { reading, promise } = options
  const { progress } = reading
  const isGoing = reading.state === 'running' || reading.state === 'paused'
  if (progress === null || !isGoing || progress.used > progress.whole) return false
  const used = amountText(view, promise, rounded(promise, progress.used))
  return html`<p>${t.checkSum(used, remainingText(view, options), promised(view, promise))}</p>`
}

/** Hours are told to the second, days to the hundredth. */
function rounded(promise: PromisedTime, amount: number): number {
  return promise.unit === 'hours' ? Math.round(amount * 3600) / 3600 : shownAmount(promise, amount)
}

const kinds: Record<Stretch['kind'], State> = {
  counted: 'running',
  closed: 'refused',
  paused: 'paused'
}

function stretchTable(
  view: View,
  options: ClockTableOptions,
  { title, rows }: { readonly title: string; readonly rows: readonly Stretch[] }
): Html {
  const t = clockMessages.in(view.lang)
  const { promise, csv } = options
  return table(view, {
    caption: title,
    captionHidden: true,
    rows,
    columns: [
      { key: 'when', title: t.when, cell: (row) => whenText(view, row) },
      { key: 'kind', title: t.kind, cell: (row) => kindCell(view, options, row) },
      { key: 'length', title: t.length, cell: (row) => lengthText(view, promise, row) },
      // Of a promise in hours, the length is the share.
      ...(promise.unit === 'hours'
        ? []
        : [
            {
              key: 'share',
              title: t.share,
              cell: (row: Stretch) =>
                row.kind === 'counted' ? amountText(view, promise, row.share) : '–'
            }
          ])
    ],
    ...(rows[0]?.isAhead !== true && { exports: [{ href: csv, text: 'CSV' }] })
  })
}

/** «شنبه ۱ آذر ۱۴۰۵، از ۰۸:۲۴ تا ۱۴:۰۰»; the second day is named only where it is another. */
function whenText(view: View, { from, to, seconds }: Stretch): Content {
  const t = clockMessages.in(view.lang)
  const day = formatJalaliLongDate(from, view.lang, zone)
  const time = (at: Temporal.Instant) => timeText(view, at, to !== null && seconds < 60)
  if (to === null) return html`${t.since(day, time(from))}`
  const begins = from.toZonedDateTimeISO(zone)
  const ends = to.toZonedDateTimeISO(zone)
  const nextDay = begins.toPlainDate().add({ days: 1 })
  const isUntilMidnight = ends.equals(nextDay.toZonedDateTime(zone))
  if (isUntilMidnight && begins.equals(begins.startOfDay())) return t.allDay(day)
  if (isUntilMidnight) return t.within(day, time(from), view.lang === 'fa' ? '۲۴:۰۰' : '24:00')
  if (ends.toPlainDate().equals(begins.toPlainDate())) return t.within(day, time(from), time(to))
  const end = t.at(formatJalaliLongDate(to, view.lang, zone), time(to))
  return t.across(t.at(day, time(from)), end)
}

function timeText(view: View, at: Temporal.Instant, withSeconds: boolean): string {
  const minute = formatTime(at, view.lang, zone)
  if (!withSeconds) return minute
  const second = String(at.toZonedDateTimeISO(zone).second).padStart(2, '0')
  const persian = second.replaceAll(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
  return `${minute}:${view.lang === 'fa' ? persian : second}`
}

function lengthText(view: View, { unit }: PromisedTime, row: Stretch): string {
  const t = clockMessages.in(view.lang)
  const length = exactLength(view, row.seconds, unit === 'calendar-days' ? 'days' : 'hours')
  const isPart = unit === 'working-days' && row.daySeconds !== null && row.seconds < row.daySeconds
  return isPart ? t.partOfDay(length, exactLength(view, row.daySeconds, 'hours')) : length
}

function kindCell(view: View, options: ClockTableOptions, row: Stretch): Html {
  const t = clockMessages.in(view.lang)
  const words = row.isAhead
    ? { counted: t.countedAhead, closed: t.closedAhead, paused: t.pausedStretch }
    : {
        counted: t.counted,
        closed: t.closed,
        paused: row.to === null ? t.pausedNow : t.pausedStretch
      }
  const cause = causeText(view, row, options.closures)
  const mark = badge(view, row.isAhead ? 'planned' : kinds[row.kind], words[row.kind])
  return html`${mark}${cause !== '' && html` ${cause}`}${
    row.isOver && row.kind === 'counted' && html` ${t.afterDue}`
  }`
}

/** Why a stretch does not count: our own codes, the name of a holiday, or the days of the week in it. */
export function causeText(
  view: View,
  { kind, cause, closedDays }: Pick<Stretch, 'kind' | 'cause' | 'closedDays'>,
  closures: ReadonlyMap<string, Bilingual> = new Map()
): string {
  const t = clockMessages.in(view.lang)
  if (kind === 'closed' && cause === null) {
    const days = closedDays.map((day) => weekday(view, day))
    return days.length === 0 ? t.outsideHours : days.join(t.comma)
  }
  const words: Readonly<Record<string, string>> = {
    returned: t.causeReturned,
    'own-outage': t.causeOwnOutage,
    solved: t.causeDecided
  }
  return (cause ?? '')
    .split(' + ')
    .map((each) => words[each] ?? closures.get(each)?.[view.lang] ?? each)
    .join(t.and)
}

function weekday(view: View, day: Temporal.PlainDate): string {
  return formatJalaliLongDate(day, view.lang, zone).split(' ')[0] ?? ''
}
