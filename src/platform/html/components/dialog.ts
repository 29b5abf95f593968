import { attrs, type Content, html, type Html } from '../html.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import { button, type ButtonOptions } from './button.ts'

/** A question or a short form in front of the page. */
export interface DialogOptions {
  readonly id: string
  /** The button that opens it. */
  readonly open: ButtonOptions
  readonly title: string
  readonly body: Content
  /** The answers: usually a `postButton` or the button of a form; "Go back" is added. */
  readonly actions?: Content
}

/**
 * A button, and the dialog that it opens: a popover, so it works without script; the island
 * `platform/dialog` makes it modal. Where popovers are not known its content stands in the page.
 */
export function dialog(view: Speaks, options: DialogOptions): Html {
  const t = messages.in(view.lang)
  const opener = button(view, {
    ...options.open,
    type: 'button',
    attributes: { popovertarget: options.id, 'aria-haspopup': 'dialog' }
  })
  const close = button(view, {
    text: t.goBack,
    kind: 'quiet',
    type: 'button',
    attributes: { popovertarget: options.id, popovertargetaction: 'hide' }
  })
  const labelled = { id: options.id, 'aria-labelledby': `${options.id}-title` }
  return html`${opener}
    <div class="dialog" role="dialog" popover data-dialog ${attrs(labelled)}>
      <h2 id="${options.id}-title">${options.title}</h2>
      <div class="dialog-body">${options.body}</div>
      <div class="actions">${options.actions}${close}</div>
    </div>`
}

/** More about something, folded away. */
export function disclosure(options: {
  readonly summary: Content
  readonly body: Content
  readonly open?: boolean
}): Html {
  return html`<details class="disclosure" ${attrs({ open: options.open })}>
    <summary>${options.summary}</summary>
    <div class="disclosure-body">${options.body}</div>
  </details>`
}
