import { attrs, type Content, html, type Html } from '../html.ts'
import { formatPercent } from '../format.ts'
import { icon } from '../icons.ts'
import { messages } from '../messages.ts'
import { formHref, type Speaks } from '../view.ts'
import { badge, lookOf, type State } from './state.ts'

/** Where a promise clock stands. */
export type ClockState = 'running' | 'at-risk' | 'paused' | 'overdue' | 'kept' | 'broken'

/** A clock as text: the words and dates come from the page. */
export interface ClockOptions {
  readonly state: ClockState
  /** The word for the state, where the page has a truer one. */
  readonly stateText?: string
  readonly due?: { readonly text: string; readonly iso?: string }
  /** Time until the due instant, by the clock on the wall. */
  readonly untilDue?: string
  /** What is left of the promise, in its own unit. */
  readonly remaining?: string
  readonly used?: string
  /** Share of the promised time that is used, 0 to 1; more is drawn as full. */
  readonly share?: number
  /** Why it is paused, which promise it follows. */
  readonly note?: Content
  /** The page that explains the computation. */
  readonly explanation?: string
}

const badges: Record<ClockState, State> = {
  running: 'running',
  'at-risk': 'at-risk',
  paused: 'paused',
  overdue: 'overdue',
  kept: 'kept',
  broken: 'broken'
}

/** The promise clock of a case: due, remaining, state, share used, and the way to the explanation. */
export function clock(view: Speaks, options: ClockOptions): Html {
  const t = messages.in(view.lang)
  const state = badges[options.state]
  const due =
    options.due && html`<time ${attrs({ datetime: options.due.iso })}>${options.due.text}</time>`
  return html`<div class="clock tone-${lookOf(state).tone}" role="group" aria-label="${t.clock}">
    <div class="clock-head">
      <p class="clock-title">${icon('clock')}${t.clock}</p>
      ${badge(view, state, options.stateText)}
    </div>
    <dl class="clock-lines">
      ${line(t.due, due)}${line(t.untilDue, options.untilDue)}${line(t.remaining, options.remaining)}${line(t.used, options.used)}
    </dl>
    ${options.share !== undefined && shareBar(view, options.share)}
    ${options.note && html`<div class="clock-note">${options.note}</div>`}
    ${
      options.explanation &&
      html`<p><a class="link" href="${formHref(view, options.explanation)}">${t.clockWhy}</a></p>`
    }
  </div>`
}

function line(label: string, value: Content): Content {
  return (
    value &&
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`
  )
}

function shareBar(view: Speaks, share: number): Html {
  const percent = Math.round(share * 100)
  const text = messages.in(view.lang).usedShare(formatPercent(view.lang, percent / 100))
  return progress({ label: text, share })
}

/** How much of something is done: 0 to 1, or nothing where it cannot be known. */
export interface ProgressOptions {
  readonly label: Content
  readonly share?: number
}

/** A bar with its label. */
export function progress(options: ProgressOptions): Html {
  const value =
    options.share === undefined ? undefined : Math.min(1, Math.max(0, options.share)).toFixed(3)
  return html`<label class="progress-block">
    <progress class="progress" max="1" ${attrs({ value })}></progress>
    <span>${options.label}</span>
  </label>`
}
