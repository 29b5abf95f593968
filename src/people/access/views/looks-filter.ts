import {
  type Html,
  type View,
  button,
  field,
  formHref,
  html
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import { lookRoles, messages, roleName } from '../messages.ts'
import type { LooksPageOptions } from './looks-page-options.ts'

type Entry = readonly [string, string]

/** What the list can be narrowed to; the address keeps it. */
export function filterForm(view: View, options: LooksPageOptions): Html {
  const t = messages.in(view.lang)
  const { filters, cases, persons, lookers } = options
  const named = (list: readonly { readonly id: string; readonly name: Bilingual }[]) =>
    list.map(({ id, name }): Entry => [id, name[view.lang]])
  const day = (name: 'from' | 'to') =>
    field(view, {
      type: 'text',
      name,
      label: t[name],
      help: t.dateHelp,
      value: filters[name],
      width: 'short',
      autocomplete: 'off'
    })
  return html`<form method="get" action="${formHref(view, '/account/looks')}" class="queue-filters">
    <div class="flex flex-wrap items-end gap-3">
      ${persons.length > 1 && box('of', { label: t.of, value: filters.of, entries: named(persons) })}
      ${box('case', {
        label: t.application,
        value: filters.case,
        entries: [
          ['', t.allApplications],
          ...cases.map(({ id, code, title }): Entry => [id, `${title[view.lang]} · ${code}`])
        ]
      })}
      ${box('role', {
        label: t.role,
        value: filters.role,
        entries: [
          ['', t.allRoles],
          ...lookRoles.map((role): Entry => [role, roleName(role, view.lang)])
        ]
      })}
      ${box('by', {
        label: t.by,
        value: filters.by,
        entries: [['', t.everybody], ...named(lookers)]
      })}
      ${box('result', {
        label: t.result,
        value: filters.result,
        entries: [
          ['', t.both],
          ['allowed', t.allowed],
          ['refused', t.refused]
        ]
      })}
      ${day('from')} ${day('to')}
      <div class="field actions">
        ${button(view, { text: t.apply, kind: 'primary' })}
        ${button(view, { text: t.clear, kind: 'quiet', href: '/account/looks' })}
      </div>
    </div>
  </form>`
}

function box(
  name: string,
  options: {
    readonly label: string
    readonly value: string | undefined
    readonly entries: readonly Entry[]
  }
): Html {
  const id = `filter-${name}`
  return html`<div class="field">
    <label for="${id}">${options.label}</label>
    <select class="select" id="${id}" name="${name}">
      ${options.entries.map(([value, text]) =>
        value === (options.value ?? '')
          ? html`<option value="${value}" selected>${text}</option>`
          : html`<option value="${value}">${text}</option>`
      )}
    </select>
  </div>`
}
