import { attrs, classes, type Content, html, type Html, raw } from '../html.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import { lookOf, type State, stateText } from './state.ts'

/** One period of a strip. */
export interface Period {
  /** The name of the period: `مهر ۱۴۰۵`. */
  readonly title: string
  readonly state: State
  /** The value, written out. */
  readonly value?: string
}

/** The last periods of a promise, oldest first. */
export interface StripOptions {
  readonly label: string
  readonly periods: readonly Period[]
  /** Only the tiles, for a place where the same numbers stand nearby. */
  readonly compact?: boolean
}

const cellWidth = 20
const cellHeight = 24

// The sign of each tone, so that a strip reads the same in grey; in a 20 by 24 cell.
const signs = {
  kept: '<path d="m5.5 12.5 3 3.5 6-8"/>',
  risk: '<path d="M10 6.5v6.5M10 16v.5"/>',
  broken: '<path d="m6 8 8 8M14 8l-8 8"/>',
  info: '<path d="M6.5 12h7"/>',
  neutral: '<path d="M7 12h6"/>',
  quiet: '<path d="M10 12h.1"/>'
}

/** One tile a period, in the direction of reading, each with its own sign; the same as a table. */
export function strip(view: Speaks, options: StripOptions): Html {
  const width = options.periods.length * cellWidth
  const told = options.periods.map((period) => `${period.title} ${stateText(view, period.state)}`)
  const summary = `${options.label}: ${told.join(view.lang === 'fa' ? '، ' : ', ')}`
  return html`<figure class="${classes('strip', options.compact && 'strip-compact')}">
    <svg
      ${attrs({ viewBox: `0 0 ${width} ${cellHeight}`, width, height: cellHeight })}
      role="img"
      aria-label="${summary}"
    >
      ${options.periods.map((period, i) => tile(view, period, position(view, i, options)))}
    </svg>
    ${!options.compact && stripFoot(view, options)}
  </figure>`
}

/** Time runs in the direction of reading: the oldest period stands first. */
function position(view: Speaks, i: number, options: StripOptions): number {
  return (view.lang === 'fa' ? options.periods.length - 1 - i : i) * cellWidth
}

function tile(view: Speaks, period: Period, x: number): Html {
  const tone = lookOf(period.state).tone
  const text = [period.title, stateText(view, period.state), period.value].filter(Boolean)
  return html`<g class="tile tone-${tone}" transform="translate(${x} 0)">
    <title>${text.join(' · ')}</title>
    <rect x="1" y="1" width="18" height="22" rx="2" />
    ${raw(signs[tone])}
  </g>`
}

function stripFoot(view: Speaks, options: StripOptions): Html {
  const t = messages.in(view.lang)
  const rows: Content = options.periods.map(
    (period) =>
      html`<tr>
        <th scope="row">${period.title}</th>
        <td>${stateText(view, period.state)}</td>
        <td>${period.value ?? '—'}</td>
      </tr>`
  )
  return html`<figcaption>
    <span class="strip-ends">
      <span>${options.periods[0]?.title}</span><span>${options.periods.at(-1)?.title}</span>
    </span>
    ${dataTable(view, { label: options.label, heads: [t.period, t.state, t.value], rows })}
  </figcaption>`
}

/** The numbers of a drawing as a table, folded away. */
export function dataTable(
  view: Speaks,
  options: { readonly label: string; readonly heads: readonly string[]; readonly rows: Content }
): Html {
  return html`<details class="data-table">
    <summary>${messages.in(view.lang).asTable}</summary>
    <table class="table table-dense">
      <caption class="sr-only">
        ${options.label}
      </caption>
      <thead>
        <tr>
          ${options.heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${options.rows}
      </tbody>
    </table>
  </details>`
}
