import {
  badge,
  button,
  code,
  type Content,
  csrfField,
  field,
  formHref,
  hidden,
  html,
  type Html,
  pageHead,
  table,
  tabs,
  type View
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import type { QueueItem } from '../queue.ts'
import { queueMessages } from '../messages-desk.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { frame } from './frame.ts'
import { wallTime } from './promise-left.ts'
import { type QueueFilters, queueQuery } from './queue-filters.ts'
import { count, moment, stageBadge } from './words.ts'

/** Something to choose in a filter or to assign to. */
export interface Named {
  readonly id: string
  readonly name: Bilingual
}

/** Who can be given the cases of a page: its reader, and others. */
export interface Giving {
  readonly me: boolean
  readonly others: readonly Named[]
}

/** A page of the queue, what it can be narrowed to, and who can be given work. */
export interface QueuePageOptions {
  readonly filters: QueueFilters
  readonly items: readonly QueueItem[]
  readonly next: string | null
  readonly counts: {
    readonly open: number
    readonly waiting: number
    readonly late: number
    readonly mine: number
  }
  readonly authorities: readonly Named[]
  readonly units: readonly Named[]
  readonly services: readonly Named[]
  readonly steps: ReadonlyMap<string, Bilingual>
  /** The officers of the units that the reader sees, for the filter. */
  readonly colleagues: readonly Named[]
  /** Names of everybody who may have a case of the page. */
  readonly names: ReadonlyMap<string, Bilingual>
  readonly giving: Giving | null
}

/** The officers' queue: dense, by keyboard, with bulk assignment; a reload or a return finds its place. */
export function queuePage(view: View, options: QueuePageOptions): Html {
  const t = queueMessages.in(view.lang)
  return frame(view, {
    title: t.title,
    width: 'dense',
    islands: ['platform/table-keys', 'cases/queue'],
    body: html`${pageHead({ title: t.title })} ${states(view, options)} ${filterForm(view, options)}
      <form method="post" action="${formHref(view, '/desk/queue/assignment')}">
        ${csrfField(view)}${hidden('back', queueQuery(options.filters))}
        ${canGive(options) && selectAll(view)} ${queueTable(view, options)} ${bulk(view, options)}
      </form>
      <p class="muted no-print max-sm:hidden" data-keys-hint hidden>${t.keys}</p>`
  })
}

function states(view: View, { filters, counts }: QueuePageOptions): Html {
  const t = queueMessages.in(view.lang)
  const at = (change: Partial<QueueFilters>) =>
    `/desk/queue${queueQuery({ ...filters, cursor: undefined, ...change })}`
  const isPlain = filters.late !== true && filters.assigned !== 'me'
  return tabs(view, {
    label: t.state,
    items: [
      {
        href: at({ state: 'open', late: undefined, assigned: undefined }),
        text: t.open,
        count: count(view, counts.open),
        current: filters.state === 'open' && isPlain
      },
      {
        href: at({ state: 'open', late: undefined, assigned: 'me' }),
        text: t.mine,
        count: count(view, counts.mine),
        current: filters.assigned === 'me'
      },
      {
        href: at({ state: 'open', late: true, assigned: undefined }),
        text: t.late,
        count: count(view, counts.late),
        current: filters.late === true
      },
      {
        href: at({ state: 'waiting', late: undefined, assigned: undefined }),
        text: t.waiting,
        count: count(view, counts.waiting),
        current: filters.state === 'waiting'
      },
      {
        href: at({ state: 'closed', late: undefined, assigned: undefined }),
        text: t.closed,
        current: filters.state === 'closed'
      }
    ]
  })
}

function filterForm(view: View, options: QueuePageOptions): Html {
  const t = queueMessages.in(view.lang)
  const { filters } = options
  const chosen: Readonly<Record<string, unknown>> = { ...filters }
  const list = (name: string, label: string, entries: readonly (readonly [string, string])[]) => {
    const value = chosen[name]
    return selectBox({ name, label, value: typeof value === 'string' ? value : '', entries })
  }
  const named = (from: readonly Named[]) =>
    from.map(({ id, name }) => [id, name[view.lang]] as const)
  return html`<form method="get" action="${formHref(view, '/desk/queue')}" class="queue-filters">
    ${filters.state !== undefined && hidden('state', filters.state)}
    ${filters.late === true && hidden('late', 'true')}
    <div class="flex flex-wrap items-end gap-3">
      <div class="grow">
        ${field(view, {
          type: 'search',
          name: 'search',
          label: t.search,
          value: filters.search
        })}
      </div>
      ${options.authorities.length > 1 && list('authority', t.authority, named(options.authorities))}
      ${options.units.length > 1 && list('unit', t.unit, [['', t.allUnits], ...named(options.units)])}
      ${list('service', t.service, [['', t.allServices], ...named(options.services)])}
      ${list('assigned', t.assigned, [
        ['', t.anybody],
        ['me', t.me],
        ['nobody', t.nobody],
        ...named(options.colleagues)
      ])}
      ${list('order', t.order, [
        ['fair', t.fair],
        ['due', t.urgent]
      ])}
      <div class="field actions">
        ${button(view, { text: t.apply, kind: 'primary' })}
        ${button(view, { text: t.clear, kind: 'quiet', href: '/desk/queue' })}
      </div>
    </div>
  </form>`
}

/** A list to open, small: a filter is not a question of a form. */
function selectBox(options: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly entries: readonly (readonly [string, string])[]
}): Html {
  const id = `filter-${options.name}`
  return html`<div class="field">
    <label for="${id}">${options.label}</label>
    <select class="select" id="${id}" name="${options.name}">
      ${options.entries.map(([value, text]) =>
        value === options.value
          ? html`<option value="${value}" selected>${text}</option>`
          : html`<option value="${value}">${text}</option>`
      )}
    </select>
  </div>`
}

function queueTable(view: View, options: QueuePageOptions): Html {
  const t = queueMessages.in(view.lang)
  const { filters } = options
  const titles = new Map(options.services.map(({ id, name }) => [id, name]))
  const href = ({ case: id }: QueueItem) => `/desk/cases/${id}${queueQuery(filters)}`
  const query = queueQuery({ ...filters, cursor: undefined })
  return table(view, {
    caption: t.table,
    captionHidden: true,
    dense: true,
    empty: t.empty,
    rows: options.items,
    rowHref: href,
    ...(canGive(options) && {
      select: {
        name: 'case',
        value: (item: QueueItem) => item.case,
        label: (item: QueueItem) => formatTrackingCode(item.code)
      }
    }),
    columns: [
      {
        key: 'code',
        title: t.code,
        cell: (item) =>
          html`<a class="link" href="${formHref(view, href(item))}"
            >${code(formatTrackingCode(item.code))}</a
          >`
      },
      {
        key: 'service',
        title: t.service,
        cell: (item) => titles.get(item.service)?.[view.lang] ?? item.service
      },
      { key: 'applicant', title: t.applicant, cell: (item) => item.applicantName[view.lang] },
      {
        key: 'step',
        title: t.step,
        cell: (item) =>
          html`${stageBadge(view, item.stage)} ${stepTitle(view, options, item)}
          ${item.priority > 0 && badge(view, 'at-risk', t.reopened)}`
      },
      { key: 'due', title: t.due, cell: (item) => dueCell(view, item) },
      {
        key: 'assigned',
        title: t.assigned,
        cell: (item) =>
          item.assignedTo === null
            ? html`<span class="muted">${t.nobody}</span>`
            : (options.names.get(item.assignedTo)?.[view.lang] ?? item.assignedTo)
      }
    ],
    pages: {
      ...(filters.cursor !== undefined && { previous: `/desk/queue${query}` }),
      ...(options.next !== null && {
        next: `/desk/queue${queueQuery({ ...filters, cursor: options.next })}`
      })
    },
    exports: [{ href: `/desk/queue.csv${query}`, text: 'CSV' }]
  })
}

function stepTitle(view: View, { steps }: QueuePageOptions, item: QueueItem): Content {
  if (item.stage !== 'in-progress' || item.step === null) return ''
  return steps.get(`${item.service}/${item.step}`)?.[view.lang] ?? item.step
}

/** Due, and how far away it is: the far past first catches the eye. */
function dueCell(view: View, item: QueueItem): Content {
  const t = queueMessages.in(view.lang)
  if (item.state === 'closed') return '–'
  if (item.dueAt === null) {
    if (item.paused) return badge(view, 'paused', t.paused)
    const why = item.stage === 'awaiting-documents' ? t.noClock : t.beyondCalendar
    return html`<span class="muted">${why}</span>`
  }
  const far = wallTime(view, view.now, item.dueAt)
  const mark = item.late
    ? badge(view, 'overdue', t.over(far))
    : html`<span class="muted">${t.left(far)}</span>`
  return html`<time datetime="${item.dueAt.toString()}">${moment(view, item.dueAt)}</time>
    <br />${mark}`
}

/** Cases that have ended are given to nobody. */
function canGive({ giving, items, filters }: QueuePageOptions): boolean {
  return giving !== null && items.length > 0 && filters.state !== 'closed'
}

/** One box for all rows, on every screen; it is there only where there is script. */
function selectAll(view: View): Html {
  return html`<p class="no-print" data-select-all hidden>
    <label class="inline-flex items-center gap-2"
      ><input type="checkbox" class="checkbox" />${queueMessages.in(view.lang).selectAll}</label
    >
  </p>`
}

/** Whoever presses in a hurry takes the work and takes it from nobody. */
function bulk(view: View, options: QueuePageOptions): Html | false {
  const t = queueMessages.in(view.lang)
  const { giving } = options
  if (giving === null || !canGive(options)) return false
  return html`<div
    class="flex flex-wrap items-end gap-3 mt-4 no-print"
    role="group"
    aria-label="${t.bulk}"
  >
    ${selectBox({
      name: 'to',
      label: t.bulk,
      value: giving.me ? 'me' : '',
      entries: [
        ...(giving.me ? [['me', t.me] as const] : [['', t.chooseWhom] as const]),
        ...giving.others.map(({ id, name }) => [id, name[view.lang]] as const),
        ['nobody', t.unassign]
      ]
    })}
    <div class="field actions">${button(view, { text: t.assign })}</div>
  </div>`
}
