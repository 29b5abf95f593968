import {
  badge,
  code,
  type Content,
  formHref,
  html,
  type Html,
  table,
  type View
} from '../../platform/html/index.ts'
import { queueMessages } from '../messages-desk.ts'
import type { QueueItem } from '../queue.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { wallTime } from './promise-left.ts'
import { queueQuery } from './queue-filters.ts'
import { canGive } from './queue-giving.ts'
import type { QueuePageOptions } from './queue-page-options.ts'
import { moment, stageBadge } from './words.ts'

/** The cases of one page of the queue. */
export function queueTable(view: View, options: QueuePageOptions): Html {
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
