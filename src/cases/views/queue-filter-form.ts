import {
  button,
  field,
  formHref,
  hidden,
  html,
  type Html,
  type View
} from '../../platform/html/index.ts'
import { queueMessages } from '../messages-desk.ts'
import type { Named, QueuePageOptions } from './queue-page-options.ts'

/** What the queue can be narrowed to; the address keeps it. */
export function filterForm(view: View, options: QueuePageOptions): Html {
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
          value: filters.search,
          autocomplete: 'off'
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
export function selectBox(options: {
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
