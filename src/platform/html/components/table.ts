import { attrs, classes, type Content, html, type Html } from '../html.ts'
import { icon } from '../icons.ts'
import { messages } from '../messages.ts'
import { formHref, type Speaks } from '../view.ts'
import { pagination, type PaginationOptions } from './pagination.ts'

/** One column: how its cells are made, and how it behaves on a narrow screen. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => Content
  /** Aligned for comparing digits. */
  readonly numeric?: boolean
  /** Heads the row, and its card on a narrow screen; the first column unless told. */
  readonly rowHead?: boolean
  readonly sortable?: boolean
  /** The title is for screen readers only: a column of buttons. */
  readonly titleHidden?: boolean
}

/** Which column the rows are sorted by, and the address that sorts by another. */
export interface Sort {
  readonly key: string
  readonly direction: 'up' | 'down'
  readonly href: (key: string, direction: 'up' | 'down') => string
}

/** A table, what can be done with it, and what it shows when there is nothing in it. */
export interface TableOptions<Row> {
  /** What the table holds; read first, shown above it. */
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly empty?: Content
  readonly exports?: readonly { readonly href: string; readonly text: string }[]
  readonly sort?: Sort
  readonly pages?: PaginationOptions
  readonly dense?: boolean
  /** A box before each row, for actions on several: the table then stands inside a form. */
  readonly select?: {
    readonly name: string
    readonly value: (row: Row) => string
    readonly label: (row: Row) => string
  }
  /** Where Enter leads from a row; with it, J and K move between rows where there is script. */
  readonly rowHref?: (row: Row) => string
}

/**
 * A table that becomes a list of cards on a narrow screen, with export links, sorting by links, and
 * pages. With `rowHref`, add the island `platform/table-keys` for the keyboard.
 */
export function table<Row>(view: Speaks, options: TableOptions<Row>): Html {
  const t = messages.in(view.lang)
  return html`<div class="table-block">
    ${
      options.rows.length > 0
        ? grid(view, options)
        : html`<p class="table-title">${options.caption}</p>
            <div class="table-empty">${options.empty ?? t.tableEmpty}</div>`
    }
    ${options.rowHref && html`<p class="table-keys-hint" hidden>${t.tableKeys}</p>`}
    ${
      (options.pages || options.exports) &&
      html`<div class="table-foot">
        ${options.pages && pagination(view, options.pages)}${exportLinks(view, options)}
      </div>`
    }
  </div>`
}

function grid<Row>(view: Speaks, options: TableOptions<Row>): Html {
  const attributes = {
    class: classes('table', options.dense && 'table-dense'),
    'data-table-keys': options.rowHref !== undefined
  }
  return html`<table ${attrs(attributes)}>
    <caption class="${options.captionHidden ? 'sr-only' : 'table-title'}">
      ${options.caption}
    </caption>
    <thead>
      <tr>
        ${options.select && html`<td class="table-select"></td>`}
        ${options.columns.map((column) => columnHead(view, column, options.sort))}
      </tr>
    </thead>
    <tbody>
      ${options.rows.map((row) => line(view, row, options))}
    </tbody>
  </table>`
}

function columnHead<Row>(view: Speaks, column: Column<Row>, sort: Sort | undefined): Html {
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const attributes = {
    scope: 'col',
    class: classes(column.numeric && 'numeric') || undefined,
    'aria-sort': sorted && ({ up: 'ascending', down: 'descending' } as const)[sorted]
  }
  return html`<th ${attrs(attributes)}>${columnTitle(view, column, sort)}</th>`
}

function columnTitle<Row>(view: Speaks, column: Column<Row>, sort: Sort | undefined): Content {
  if (column.titleHidden) return html`<span class="sr-only">${column.title}</span>`
  if (!sort || !column.sortable) return column.title
  const sorted = sort.key === column.key ? sort.direction : undefined
  const next = sorted === 'up' ? 'down' : 'up'
  const t = messages.in(view.lang)
  const attributes = {
    href: formHref(view, sort.href(column.key, next)),
    title: t.sortBy(column.title),
    class: 'table-sort'
  }
  const mark = sorted === undefined ? 'sort' : (`sort-${sorted}` as const)
  return html`<a ${attrs(attributes)}>${column.title}${icon(mark)}</a>`
}

function line<Row>(view: Speaks, row: Row, options: TableOptions<Row>): Html {
  const href = options.rowHref?.(row)
  const head = options.columns.find((column) => column.rowHead) ?? options.columns[0]
  const cells = options.columns.map((column) => cell(row, column, column === head))
  return html`<tr ${attrs({ 'data-href': href && formHref(view, href) })}>
    ${options.select && selectCell(view, row, options.select)}${cells}
  </tr>`
}

function cell<Row>(row: Row, column: Column<Row>, isHead: boolean): Html {
  const content = column.cell(row)
  const attributes = {
    class: classes(column.numeric && 'numeric') || undefined,
    'data-title': column.titleHidden || isHead ? undefined : column.title
  }
  return isHead
    ? html`<th scope="row" ${attrs(attributes)}>${content}</th>`
    : html`<td ${attrs(attributes)}><span>${content}</span></td>`
}

function selectCell<Row>(
  view: Speaks,
  row: Row,
  select: NonNullable<TableOptions<Row>['select']>
): Html {
  const label = `${messages.in(view.lang).select}: ${select.label(row)}`
  const attributes = { name: select.name, value: select.value(row), 'aria-label': label }
  return html`<td class="table-select">
    <input type="checkbox" class="checkbox" ${attrs(attributes)} />
  </td>`
}

function exportLinks<Row>(view: Speaks, options: TableOptions<Row>): Html | undefined {
  return (
    options.exports &&
    html`<p class="table-exports">
      ${icon('download')}${messages.in(view.lang).tableExport}
      ${options.exports.map(
        (item) =>
          html` <a class="link" href="${formHref(view, item.href)}" download>${item.text}</a>`
      )}
    </p>`
  )
}
