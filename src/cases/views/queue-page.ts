import {
  csrfField,
  formHref,
  hidden,
  html,
  type Html,
  pageHead,
  tabs,
  type View
} from '../../platform/html/index.ts'
import { queueMessages } from '../messages-desk.ts'
import { frame } from './frame.ts'
import { filterForm } from './queue-filter-form.ts'
import { type QueueFilters, queueQuery } from './queue-filters.ts'
import { canGive, giveForm, selectAll } from './queue-giving.ts'
import type { QueuePageOptions } from './queue-page-options.ts'
import { queueTable } from './queue-table.ts'
import { count } from './words.ts'

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
        ${canGive(options) && selectAll(view)} ${queueTable(view, options)}
        ${giveForm(view, options)}
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
