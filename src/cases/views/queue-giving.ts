import { button, html, type Html, type View } from '../../platform/html/index.ts'
import { queueMessages } from '../messages-desk.ts'
import { selectBox } from './queue-filter-form.ts'
import type { QueuePageOptions } from './queue-page-options.ts'

/** Cases that have ended are given to nobody. */
export function canGive({ giving, items, filters }: QueuePageOptions): boolean {
  return giving !== null && items.length > 0 && filters.state !== 'closed'
}

/** One box for all rows, on every screen; it is there only where there is script. */
export function selectAll(view: View): Html {
  return html`<p class="no-print" data-select-all hidden>
    <label class="inline-flex items-center gap-2"
      ><input type="checkbox" class="checkbox" />${queueMessages.in(view.lang).selectAll}</label
    >
  </p>`
}

/** Whoever presses in a hurry takes the work and takes it from nobody. */
export function giveForm(view: View, options: QueuePageOptions): Html | false {
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
