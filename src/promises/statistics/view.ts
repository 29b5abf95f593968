import { toPersianDigits } from '../../kernel/persian/index.ts'
import { factWord } from '../../kernel/verdict/index.ts'
import {
  barChart,
  button,
  field,
  form,
  formatNumber,
  html,
  type Html,
  layout,
  pageHead,
  section,
  table,
  type View
} from '../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../platform/index.ts'
import type { Offered, TypedFilter } from './filter.ts'
import { messages } from './messages.ts'
import type { Statistics } from './read-statistics.ts'
import type { PartSum } from './statistics-store.ts'

/** Everything that the page shows; `statistics` is `null` where the filter could not be read. */
export interface StatisticsPage {
  readonly offered: Offered
  readonly typed: TypedFilter
  readonly problems: readonly FieldProblem[]
  readonly statistics: Statistics | null
  /** Titles of authorities and services by id and code. */
  readonly titles: {
    readonly authorities: ReadonlyMap<string, Bilingual>
    readonly services: ReadonlyMap<string, Bilingual>
  }
  /** The filter as a query, with its question mark, or nothing. */
  readonly query: string
}

/** How often what happened, for everybody: chart, tables, and the way to all cells. */
export function statisticsPage(view: View, page: StatisticsPage): Html {
  const t = messages.in(view.lang)
  const how = [t.howFacts, t.howRounded, t.howSuppressed, t.howSource, t.howSandbox]
  return layout(view, {
    title: t.title,
    description: t.lead,
    body: html`<div class="grid gap-8">
      ${pageHead({ title: t.title, lead: t.lead })}
      ${section({ title: t.filter, body: filterForm(view, page) })}
      ${page.statistics !== null && shown(view, page, page.statistics)}
      ${section({
        title: t.howTitle,
        body: html`<ul class="list-disc ps-5">
          ${how.map((line) => html`<li>${line}</li>`)}
        </ul>`
      })}
    </div>`
  })
}

function filterForm(view: View, { offered, typed, problems, titles }: StatisticsPage): Html {
  const t = messages.in(view.lang)
  const choice = (
    name: 'authority' | 'kind' | 'service',
    choices: readonly { value: string; text: string }[]
  ) =>
    field(view, {
      type: 'choice',
      name,
      label: t[name],
      required: false,
      value: typed[name] ?? '',
      problems,
      choices: [{ value: '', text: t.all }, ...choices]
    })
  const month = (name: 'from' | 'to') =>
    field(view, {
      type: 'text',
      name,
      label: t[name],
      help: t.monthHelp,
      required: false,
      width: 'short',
      value: typed[name] ?? '',
      problems,
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })
  return form(view, {
    method: 'get',
    action: '/statistics',
    problems,
    body: html`<div class="grid gap-x-3 gap-y-4 sm:grid-cols-2">
      ${choice('authority', named(view, offered.authorities, titles.authorities))}
      ${choice('kind', kindsOf(view, offered.kinds))}
      ${choice('service', named(view, offered.services, titles.services))}
      <div class="grid gap-x-3 gap-y-4 sm:grid-cols-2">${month('from')} ${month('to')}</div>
    </div>`,
    submit: { text: t.show }
  })
}

function named(view: View, ids: readonly string[], titles: ReadonlyMap<string, Bilingual>) {
  return ids
    .map((value) => ({ value, text: titles.get(value)?.[view.lang] ?? value }))
    .toSorted((a, b) => a.text.localeCompare(b.text, view.lang))
}

function kindsOf(view: View, kinds: readonly string[]) {
  return kinds
    .map((value) => ({ value, text: factWord(value, view.lang) ?? value }))
    .toSorted((a, b) => a.text.localeCompare(b.text, view.lang))
}

function shown(view: View, page: StatisticsPage, { sums, query }: Statistics): Html {
  const t = messages.in(view.lang)
  const months = monthsOf(query.from, query.to)
  const counts = new Map(sums.month.map(({ part, count }) => [part, count]))
  const service = (code: string) =>
    code === '' ? t.noService : (page.titles.services.get(code)?.[view.lang] ?? code)
  const authority = (id: string) => page.titles.authorities.get(id)?.[view.lang] ?? id
  return html`${barChart(view, {
      label: t.chart,
      summary: t.chartSummary(formatNumber(view.lang, months.length)),
      points: months.map((month) => ({
        label: monthLabel(view, month),
        value: counts.get(month) ?? null,
        text: counts.has(month) ? atLeast(view, counts.get(month) ?? 0) : t.suppressed
      }))
    })}
    <div class="actions">
      ${button(view, { text: t.csv, href: `/statistics.csv${page.query}`, size: 'small' })}
      ${button(view, { text: t.json, href: `/statistics.json${page.query}`, size: 'small' })}
    </div>
    ${sumTable(view, {
      title: t.byKind,
      head: t.kind,
      rows: sums.kind,
      name: (kind) => factWord(kind, view.lang) ?? kind
    })}
    ${sumTable(view, { title: t.byService, head: t.service, rows: sums.service, name: service })}
    ${sumTable(view, { title: t.byAuthority, head: t.authority, rows: sums.authority, name: authority })}`
}

function sumTable(
  view: View,
  of: {
    readonly title: string
    readonly head: string
    readonly rows: readonly PartSum[]
    readonly name: (part: string) => string
  }
): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: `${of.title} (${t.sumHow})`,
    rows: of.rows,
    empty: t.nothing,
    dense: true,
    columns: [
      { key: 'part', title: of.head, cell: ({ part }) => of.name(part) },
      {
        key: 'count',
        title: t.count,
        numeric: true,
        cell: ({ count }) => formatNumber(view.lang, count)
      },
      {
        key: 'cells',
        title: t.cells,
        numeric: true,
        cell: ({ cells }) => formatNumber(view.lang, cells)
      }
    ]
  })
}

function atLeast(view: View, count: number): string {
  const number = formatNumber(view.lang, count)
  return view.lang === 'fa' ? `دست‌کم ${number}` : `at least ${number}`
}

/** `2026-11` for each month, in order. */
function monthsOf(from: Temporal.PlainDate, to: Temporal.PlainDate): string[] {
  const months: string[] = []
  for (let at = from; Temporal.PlainDate.compare(at, to) <= 0; at = at.add({ months: 1 }))
    months.push(at.toPlainYearMonth().toString())
  return months
}

function monthLabel(view: View, month: string): string {
  return view.lang === 'fa' ? toPersianDigits(month) : month
}
