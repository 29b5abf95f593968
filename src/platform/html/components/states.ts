import { type Content, html, type Html } from '../html.ts'
import { icon, type IconName } from '../icons.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import { button } from './button.ts'
import { code, pageHead } from './card.ts'

/** A place where something will be, but is not yet. */
export interface EmptyStateOptions {
  readonly title: string
  readonly body?: Content
  readonly icon?: IconName
  readonly actions?: Content
}

/** Says that there is nothing, why, and what can be done. */
export function emptyState(options: EmptyStateOptions): Html {
  return html`<div class="empty-state">
    <span class="empty-state-icon">${icon(options.icon ?? 'file')}</span>
    <p class="empty-state-title">${options.title}</p>
    ${options.body && html`<div>${options.body}</div>`}
    ${options.actions && html`<div class="actions">${options.actions}</div>`}
  </div>`
}

/** The body of a page that says no. */
export interface ErrorBodyOptions {
  readonly status: number
  readonly title: string
  readonly text: Content
  /** What to quote when asking for help. */
  readonly reference?: string
  readonly actions?: Content
}

/** An error in plain words: what happened, what was not lost, what to do now. */
export function errorBody(view: Speaks, options: ErrorBodyOptions): Html {
  const t = messages.in(view.lang)
  const home = button(view, { href: '/', text: t.backHome, kind: 'primary' })
  return html`<div class="error-page">
    ${pageHead({ title: options.title, above: code(String(options.status)) })}
    <div class="prose">${options.text}</div>
    ${
      options.reference !== undefined &&
      html`<p class="error-reference">${t.reference}: ${code(options.reference)}</p>`
    }
    <div class="actions">${options.actions ?? home}</div>
  </div>`
}
