import { type ScaleBand, scaleBand, type ScaleLinear, scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { attrs, classes, html, type Html } from '../html.ts'
import { formatNumber } from '../format.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import { lookOf, type State } from './state.ts'
import { dataTable } from './strip.ts'

/** One value of a chart; `null` where nothing was measured. */
export interface ChartPoint {
  readonly label: string
  readonly value: number | null
  /** The value written out with its unit; the plain number unless told. */
  readonly text?: string
  readonly state?: State
}

/** A chart of one series over an ordered axis. */
export interface ChartOptions {
  /** What the chart shows: its title, and its name for screen readers. */
  readonly label: string
  readonly points: readonly ChartPoint[]
  /** One sentence that says what a reader sees in it. */
  readonly summary?: string
  readonly target?: { readonly value: number; readonly text: string }
  readonly unit?: string
  /** The lowest value of the axis; 0 unless told, and always for bars. */
  readonly from?: number
  /** The highest value of the axis; the highest shown unless told. */
  readonly to?: number
}

const size = { width: 640, height: 240, top: 18, bottom: 40, side: 58 }

interface Plot {
  readonly x: ScaleBand<string>
  readonly y: ScaleLinear<number, number>
  readonly rtl: boolean
}

/** Values as a line with a mark at each; a gap where nothing was measured. */
export function lineChart(view: Speaks, options: ChartOptions): Html {
  const plot = plotOf(view, options)
  const path = line<ChartPoint>()
    .digits(1)
    .defined((point) => point.value !== null)
    .x((point) => middle(plot, point))
    .y((point) => plot.y(point.value ?? 0))([...options.points])
  const marks = options.points
    .filter((point) => point.value !== null)
    .map((point) => {
      const place = { cx: middle(plot, point), cy: round(plot.y(point.value ?? 0)), r: 4.5 }
      return html`<circle class="${pointClass(point)}" ${attrs(place)}>
        <title>${point.label}: ${pointText(view, point)}</title>
      </circle>`
    })
  return figure(view, {
    options,
    plot,
    drawing: html`<path class="chart-line" ${attrs({ d: path })} />${marks}`
  })
}

/** Values as bars. */
export function barChart(view: Speaks, options: ChartOptions): Html {
  const plot = plotOf(view, { ...options, from: 0 })
  const base = plot.y(0)
  const bars = options.points.map((point) => {
    const top = plot.y(point.value ?? 0)
    const place = {
      x: round(plot.x(point.label) ?? 0),
      y: round(top),
      width: round(plot.x.bandwidth()),
      height: round(base - top)
    }
    return html`<rect class="${pointClass(point)}" ${attrs(place)}>
      <title>${point.label}: ${pointText(view, point)}</title>
    </rect>`
  })
  return figure(view, { options, plot, drawing: html`${bars}` })
}

function plotOf(view: Speaks, options: ChartOptions): Plot {
  const rtl = view.lang === 'fa'
  const values = options.points.map((point) => point.value).filter((value) => value !== null)
  const shown = Math.max(...values, options.target?.value ?? 0, (options.from ?? 0) + 1e-9)
  const highest = options.to ?? shown
  // The axis of values stands where reading begins, and time runs with the reading.
  const inner = rtl ? [size.width - size.side, 8] : [size.side, size.width - 8]
  return {
    x: scaleBand(
      options.points.map((point) => point.label),
      inner as [number, number]
    ).padding(0.3),
    y: scaleLinear([options.from ?? 0, highest], [size.height - size.bottom, size.top]).nice(4),
    rtl
  }
}

function middle(plot: Plot, point: ChartPoint): number {
  return round((plot.x(point.label) ?? 0) + plot.x.bandwidth() / 2)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function pointClass(point: ChartPoint): string {
  return classes('chart-point', point.state && `tone-${lookOf(point.state).tone}`)
}

function pointText(view: Speaks, point: ChartPoint): string {
  if (point.value === null) return '—'
  return point.text ?? formatNumber(view.lang, point.value)
}

interface Drawing {
  readonly options: ChartOptions
  readonly plot: Plot
  readonly drawing: Html
}

function figure(view: Speaks, parts: Drawing): Html {
  const { options, plot } = parts
  const t = messages.in(view.lang)
  const rows = options.points.map(
    (point) =>
      html`<tr>
        <th scope="row">${point.label}</th>
        <td>${pointText(view, point)}</td>
        ${point.state && html`<td>${lookOf(point.state).text[view.lang]}</td>`}
      </tr>`
  )
  const stated = options.points.some((point) => point.state)
  const heads = stated ? [t.period, t.value, t.state] : [t.period, t.value]
  return html`<figure class="chart">
    <figcaption>
      <p class="chart-title">${options.label}</p>
      ${options.summary && html`<p class="chart-summary">${options.summary}</p>`}
      ${targetKey(options)}
    </figcaption>
    <svg
      viewBox="0 0 ${size.width} ${size.height}"
      role="img"
      aria-label="${options.label}. ${options.summary}"
    >
      ${valueAxis(view, plot, options)}${parts.drawing}${labelAxis(plot, options)}${target(plot, options)}
    </svg>
    ${dataTable(view, { label: options.label, heads, rows })}
  </figure>`
}

function valueAxis(view: Speaks, plot: Plot, options: ChartOptions): Html[] {
  const x = plot.rtl ? size.width - size.side + 10 : size.side - 10
  return plot.y.ticks(4).map((tick) => {
    const y = round(plot.y(tick))
    const ends = plot.rtl
      ? { x1: 8, x2: size.width - size.side }
      : { x1: size.side, x2: size.width - 8 }
    return html`<line class="chart-grid" ${attrs({ ...ends, y1: y, y2: y })} />
      <text class="chart-value" ${attrs({ x, y: y + 5 })}>
        ${formatNumber(view.lang, tick)}${options.unit === '%' && (view.lang === 'fa' ? '٪' : '%')}
      </text>`
  })
}

function labelAxis(plot: Plot, options: ChartOptions): Html[] {
  return options.points.map((point, i) => {
    const place = { x: middle(plot, point), y: size.height - size.bottom + 26 }
    const isCrowded = options.points.length > 8
    const name = classes(
      'chart-label',
      isCrowded && i % 2 !== 0 && 'chart-label-second',
      i % 3 === 0 && 'chart-label-third'
    )
    return html`<text class="${name}" ${attrs(place)}>${point.label}</text>`
  })
}

function target(plot: Plot, options: ChartOptions): Html | undefined {
  if (!options.target) return undefined
  const y = round(plot.y(options.target.value))
  const ends = plot.rtl
    ? { x1: 8, x2: size.width - size.side }
    : { x1: size.side, x2: size.width - 8 }
  return html`<line class="chart-target" ${attrs({ ...ends, y1: y, y2: y })} />`
}

function targetKey(options: ChartOptions): Html | undefined {
  return (
    options.target &&
    html`<p class="chart-key">
      <svg class="chart-key-line" viewBox="0 0 32 8" aria-hidden="true">
        <line class="chart-target" x1="0" x2="32" y1="4" y2="4" />
      </svg>
      ${options.target.text}
    </p>`
  )
}
