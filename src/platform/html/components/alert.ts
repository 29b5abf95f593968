import { attrs, type Content, html, type Html } from '../html.ts'
import { icon, type IconName } from '../icons.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import type { Tone } from './state.ts'

/** How urgent a message is. */
export type AlertKind = 'success' | 'info' | 'warning' | 'error'

/** A message within a page. */
export interface AlertOptions {
  readonly kind: AlertKind
  readonly title?: string
  readonly body: Content
  /** What can be done about it. */
  readonly actions?: Content
  /** The message stands in the page from the start, so nothing is to be announced. */
  readonly still?: boolean
}

const looks: Record<AlertKind, { tone: Tone; icon: IconName }> = {
  success: { tone: 'kept', icon: 'check' },
  info: { tone: 'info', icon: 'info' },
  warning: { tone: 'risk', icon: 'warning' },
  error: { tone: 'broken', icon: 'cross' }
}

/** A message with icon, word and colour; errors and warnings are announced. */
export function alert(view: Speaks, options: AlertOptions): Html {
  const look = looks[options.kind]
  const urgent = options.kind === 'error' || options.kind === 'warning'
  const role = options.still ? undefined : urgent ? 'alert' : 'status'
  return html`<div ${attrs({ class: `notice tone-${look.tone}`, role })}>
    <span class="notice-icon">${icon(look.icon)}</span>
    <div class="notice-body">
      <p class="notice-title">${options.title ?? messages.in(view.lang)[options.kind]}</p>
      <div>${options.body}</div>
      ${options.actions && html`<div class="actions">${options.actions}</div>`}
    </div>
  </div>`
}
