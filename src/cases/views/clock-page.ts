import { formatDuration } from '../../kernel/persian/index.ts'
import {
  alert,
  badge,
  button,
  type Content,
  field,
  form,
  type Html,
  html,
  keyValues,
  link,
  pageHead,
  section,
  type State,
  table,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { CaseClock } from '../case-clock.ts'
import { clockMessages } from '../messages-clock.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import type { CaseView } from '../view-case.ts'
import { clockCard, clockWord, runsOn } from './clock-card.ts'
import { frame } from './frame.ts'
import { moment, promised } from './words.ts'

/** The clock of a case as known now, and (where asked) as known at an earlier time. */
export interface ClockPageOptions {
  readonly shown: CaseView
  /** The page that the reader came from: the applicant's or the officer's. */
  readonly back: string
  readonly earlier?: {
    readonly at: Temporal.Instant
    /** `null`: the case was not registered yet. */
    readonly clock: CaseClock | null
  }
  /** Instants at which something about the clock became known. */
  readonly moments: readonly Temporal.Instant[]
  readonly typed: { readonly date: string | undefined; readonly time: string | undefined }
  readonly problems: readonly FieldProblem[]
}

type Segment = CaseClock['explanation'][number]

/** How the due time is worked out: each stretch, by what is known now or was known then. */
export function clockPage(view: View, options: ClockPageOptions): Html {
  const t = clockMessages.in(view.lang)
  const { shown, earlier } = options
  const { card } = shown
  const reading = earlier?.clock ?? shown.clock
  return frame(view, {
    title: t.title,
    problems: options.problems,
    trail: [
      { href: options.back, text: card.title[view.lang] },
      { href: `${options.back}/clock`, text: t.title }
    ],
    body: html`${pageHead({
      title: t.title,
      lead: t.lead(formatTrackingCode(shown.code)),
      actions: button(view, { text: t.backToCase, href: options.back, kind: 'quiet' })
    })}
    ${earlier && earlierNotice(view, shown.clock, earlier)}
    ${clockCard(view, reading, { promise: card.promisedTime })}
    ${keyValues([
      { key: t.target, value: promised(view, card.promisedTime) },
      { key: t.calendar, value: calendarText(view, reading, card.promisedTime.unit) },
      ...(reading.startedAt ? [{ key: t.startedAt, value: moment(view, reading.startedAt) }] : []),
      ...(reading.doneAt ? [{ key: t.doneAt, value: moment(view, reading.doneAt) }] : [])
    ])}
    ${section({ title: t.stretches, body: stretches(view, { reading, at: earlier?.at ?? view.now, back: options.back }) })}
    ${knowledge(view, options)}`
  })
}

function calendarText(
  view: View,
  reading: CaseClock,
  unit: CaseView['card']['promisedTime']['unit']
): Html {
  const t = clockMessages.in(view.lang)
  const name = reading.calendarVersion === 'always' ? t.always : t.office(reading.calendarVersion)
  return html`${name}<br /><span class="muted">${runsOn(view, unit)}</span>`
}

/** A stretch, and whether it has passed or is only foreseen. */
type Stretch = Segment & { readonly isAhead: boolean }

/**
 * The stretches of a clock, cut at the instant asked about: what was, and what will be. A clock that
 * has ended ends with its answer: nothing lies ahead of it.
 */
export function stretchesAt(
  reading: Pick<CaseClock, 'explanation' | 'doneAt'>,
  at: Temporal.Instant
): Stretch[] {
  const { explanation, doneAt } = reading
  const all = explanation.flatMap((segment) => cut(segment, doneAt ?? at))
  return doneAt === null ? all : all.filter(({ isAhead }) => !isAhead)
}

function cut(segment: Segment, at: Temporal.Instant): Stretch[] {
  const { from, to } = segment
  if (to === null || Temporal.Instant.compare(to, at) <= 0) return [{ ...segment, isAhead: false }]
  if (Temporal.Instant.compare(from, at) >= 0) return [{ ...segment, isAhead: true }]
  const past = at.since(from).total('seconds')
  return [
    { ...segment, to: at, seconds: past, isAhead: false },
    { ...segment, from: at, seconds: segment.seconds - past, isAhead: true }
  ]
}

const kinds: Record<Segment['kind'], State> = {
  counted: 'running',
  closed: 'refused',
  paused: 'paused'
}

function stretches(
  view: View,
  { reading, at, back }: { reading: CaseClock; at: Temporal.Instant; back: string }
): Html {
  const t = clockMessages.in(view.lang)
  const rows = stretchesAt(reading, at)
  if (rows.length === 0) return html`<p class="muted">${t.noStretches}</p>`
  return html`${table(view, {
      caption: t.stretches,
      captionHidden: true,
      rows,
      columns: [
        { key: 'from', title: t.from, cell: (line) => moment(view, line.from) },
        { key: 'to', title: t.to, cell: (line) => (line.to ? moment(view, line.to) : t.until) },
        { key: 'kind', title: t.kind, cell: (line) => kindBadge(view, line) },
        {
          key: 'seconds',
          title: t.length,
          numeric: true,
          cell: (line) => formatDuration(line.seconds, view.lang)
        },
        { key: 'cause', title: t.cause, cell: (line) => causeText(view, line.cause) || '–' }
      ],
      exports: [{ href: `${back}/clock.csv`, text: 'CSV' }]
    })}
    <p><strong>${t.total}: ${formatDuration(reading.usedSeconds, view.lang)}</strong></p>`
}

function kindBadge(view: View, line: Stretch): Html {
  const t = clockMessages.in(view.lang)
  const words = line.isAhead
    ? { counted: t.countedAhead, closed: t.closedAhead, paused: t.pausedStretch }
    : { counted: t.counted, closed: t.closed, paused: t.pausedStretch }
  return badge(view, line.isAhead ? 'planned' : kinds[line.kind], words[line.kind])
}

/** The cause of a stretch in words: our own codes, or the title of a closure. */
export function causeText(view: View, cause: string | null): string {
  const t = clockMessages.in(view.lang)
  const words: Readonly<Record<string, string>> = {
    returned: t.causeReturned,
    solved: t.causeDecided
  }
  return (cause ?? '')
    .split(' + ')
    .map((each) => words[each] ?? each)
    .join(view.lang === 'fa' ? ' و ' : ' and ')
}

function earlierNotice(
  view: View,
  now: CaseClock,
  earlier: NonNullable<ClockPageOptions['earlier']>
): Html {
  const t = clockMessages.in(view.lang)
  const title = t.knownThen(moment(view, earlier.at))
  if (earlier.clock === null) {
    return alert(view, { kind: 'info', still: true, title, body: t.before })
  }
  const isSame =
    String(earlier.clock.dueAt) === String(now.dueAt) && earlier.clock.state === now.state
  const body: Content = isSame
    ? t.same
    : html`<p>${t.changed}</p>
        ${keyValues([
          { key: t.thenDue, value: dueOf(view, earlier.clock) },
          { key: t.nowDue, value: dueOf(view, now) }
        ])}`
  return alert(view, { kind: isSame ? 'info' : 'warning', still: true, title, body })
}

function dueOf(view: View, reading: CaseClock): string {
  return reading.dueAt === null ? clockWord(view, reading) : moment(view, reading.dueAt)
}

function knowledge(view: View, options: ClockPageOptions): Html {
  const t = clockMessages.in(view.lang)
  const { back, moments, typed, problems } = options
  const links = moments.map((at) => {
    const href = `${back}/clock?asKnownAt=${encodeURIComponent(at.toString())}`
    return html`<li>${link(view, { href, text: moment(view, at) })}</li>`
  })
  return section({
    title: t.knowledge,
    lead: t.knowledgeLead,
    body: html`<p>${link(view, { href: `${back}/clock`, text: t.knownNow })}</p>
      ${
        links.length > 0 &&
        html`<p>${t.moments}:</p>
          <ul class="list-disc ps-5">
            ${links}
          </ul>`
      }
      ${form(view, {
        method: 'get',
        action: `${back}/clock`,
        problems,
        body: html`<div class="flex flex-wrap gap-4">
          ${field(view, { type: 'jalali-date', name: 'date', label: t.knownDate, value: typed.date, problems })}
          ${field(view, {
            type: 'text',
            name: 'time',
            label: t.knownTime,
            help: t.knownTimeHelp,
            value: typed.time,
            width: 'short',
            problems,
            attributes: { dir: 'ltr', inputmode: 'numeric' }
          })}
        </div>`,
        submit: { text: t.show, kind: 'secondary' }
      })}`
  })
}
