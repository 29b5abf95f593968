import {
  type MonthReading,
  type Segment,
  type TimedRecord,
  instantOf,
  readSpan,
  segmentsOf
} from '../../../kernel/status/index.ts'
import { type Html, type View, html, table } from '../../../platform/html/index.ts'
import { componentMessages } from '../messages-component.ts'
import { messages } from '../messages.ts'
import { countText, lengthText, stateMark, timeText } from './marks.ts'

const segmentsMax = 400

/** Every stretch of a month until now with its cause, and their sum. */
export function segmentTable(view: View, reading: MonthReading, record: TimedRecord): Html {
  const t = messages.in(view.lang)
  const c = componentMessages.in(view.lang)
  const segments = segmentsOf(record, reading.month.from, reading.month.to)
  return html`${table(view, {
    caption: c.accounting,
    captionHidden: true,
    dense: true,
    rows: segments.slice(0, segmentsMax),
    columns: [
      { key: 'from', title: t.from, cell: ({ from }) => secondText(view, from) },
      { key: 'to', title: t.to, cell: ({ to }) => secondText(view, to) },
      { key: 'state', title: t.state, cell: ({ state }) => stateMark(view, state) },
      {
        key: 'seconds',
        title: c.seconds,
        numeric: true,
        cell: ({ from, to }) => countText(view, to - from)
      },
      { key: 'why', title: c.because, cell: (segment) => becauseOf(view, segment) }
    ]
  })}
  ${sumLine(view, reading, record)}`
}

/** Minutes are not enough where seconds are counted. */
function secondText(view: View, epochSeconds: number): string {
  const at = instantOf(epochSeconds)
  const seconds = epochSeconds % 60
  const rest = seconds === 0 ? '' : `:${countText(view, seconds).padStart(2, countText(view, 0))}`
  return `${timeText(view, at)}${rest}`
}

function becauseOf(view: View, { state, outages, planned }: Segment): Html {
  const t = messages.in(view.lang)
  if (state === 'unknown') return html`${componentMessages.in(view.lang).noResult}`
  const ids = [...planned.map((id) => [id, t.keyPlanned]), ...outages.map((id) => [id, t.outage])]
  return html`${ids.map(([id = '', text = '']) => html`<a class="link" href="#${id}">${text}</a> `)}`
}

/** The sum of all seconds, by what they were: that of the real month. */
function sumLine(view: View, reading: MonthReading, record: TimedRecord): Html {
  const c = componentMessages.in(view.lang)
  const { upSeconds, downSeconds, plannedSeconds, unknownSeconds } = readSpan(
    record,
    reading.month.from,
    Math.min(reading.month.to, record.now)
  )
  const parts = [
    [c.up, upSeconds],
    [c.down, downSeconds],
    [c.planned, plannedSeconds],
    [c.unknown, unknownSeconds]
  ] as const
  const told = parts.map(([name, seconds]) => `${name} ${countText(view, seconds)}`).join(' + ')
  return html`<p class="mt-3">
    <strong>${c.sum}:</strong> ${told} = ${countText(view, reading.elapsedSeconds)} ${c.seconds}
    (${lengthText(view, reading.elapsedSeconds)})
  </p>`
}
