import {
  alert,
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
  type View
} from '../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../platform/index.ts'
import type { ShownClock } from '../case-progress.ts'
import { clockMessages } from '../messages-clock.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import type { CaseView } from '../view-case.ts'
import { clockCard, clockWord } from './clock-card.ts'
import { clockRuns, type ShownRun } from './clock-runs.ts'
import { clockTables } from './clock-table.ts'
import { frame } from './frame.ts'
import { moment, promised } from './words.ts'

/** The clock of a case as known now, and (where asked) as known at an earlier time. */
export interface ClockPageOptions {
  readonly shown: CaseView
  readonly clock: ShownClock
  /** The runs of the clock before the one that is shown, and when that began. */
  readonly runs: readonly ShownRun[]
  readonly startedAt: Temporal.Instant | null
  /** Names of closures by the title that the clock has for them. */
  readonly closures: ReadonlyMap<string, Bilingual>
  /** The page that the reader came from: the applicant's or the officer's. */
  readonly back: string
  readonly earlier?: {
    readonly at: Temporal.Instant
    /** `null`: the case was not registered yet. */
    readonly clock: ShownClock | null
  }
  /** Instants at which something about the clock became known. */
  readonly moments: readonly Temporal.Instant[]
  readonly typed: { readonly date: string | undefined; readonly time: string | undefined }
  readonly problems: readonly FieldProblem[]
}

/** How the due time is worked out: each stretch, by what is known now or was known then. */
export function clockPage(view: View, options: ClockPageOptions): Html {
  const t = clockMessages.in(view.lang)
  const { shown, clock, earlier, startedAt, runs, closures } = options
  const { card } = shown
  const tables = { promise: card.promisedTime, closures, csv: `${options.back}/clock.csv` }
  const reading = earlier?.clock ?? clock
  const at = earlier?.at ?? view.now
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
    ${earlier && earlierNotice(view, clock, earlier)}
    ${clockCard(view, reading, { promise: card.promisedTime, at })}
    ${keyValues([
      { key: t.target, value: promised(view, card.promisedTime) },
      { key: t.calendar, value: calendarText(view, reading) },
      ...(startedAt ? [{ key: t.startedAt, value: moment(view, startedAt) }] : []),
      ...(reading.doneAt ? [{ key: t.doneAt, value: moment(view, reading.doneAt) }] : [])
    ])}
    ${card.promisedTime.unit === 'working-days' && html`<p class="muted">${t.dayWeighs}</p>`}
    ${runs.length > 0 && startedAt && html`<p>${t.runSince(moment(view, startedAt))}</p>`}
    ${clockTables(view, { ...tables, reading, at })} ${extensions(view, options)}
    ${clockRuns(view, { ...tables, runs })} ${knowledge(view, options)}`
  })
}

/** Why the clock stood for an outage: the outage, the reason, and when it was granted. */
function extensions(view: View, { shown, earlier }: ClockPageOptions): Html | false {
  const t = clockMessages.in(view.lang)
  const known = shown.history.extensions.filter(
    ({ from, to, knownAt }) =>
      !from.equals(to) &&
      (earlier === undefined || Temporal.Instant.compare(knownAt, earlier.at) <= 0)
  )
  if (known.length === 0) return false
  return section({
    title: t.extensions,
    lead: t.extensionsLead,
    body: html`<ul class="list-disc ps-5">
      ${known.map(
        (each) =>
          html`<li>
            ${t.extension(moment(view, each.from), moment(view, each.to))}
            ${(each.reason !== null && shown.notes[each.reason]?.text) || t.extensionErased}
            <small>${t.extensionGranted(moment(view, each.at))}</small>
          </li>`
      )}
    </ul>`
  })
}

function calendarText(view: View, reading: ShownClock): string {
  const t = clockMessages.in(view.lang)
  return reading.calendarVersion === 'always' ? t.always : t.office(reading.calendarVersion)
}

function earlierNotice(
  view: View,
  now: ShownClock,
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

function dueOf(view: View, reading: ShownClock): string {
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
