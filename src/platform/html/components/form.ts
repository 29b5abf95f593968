import type { FieldProblem } from '../../errors.ts'
import { attrs, type Content, html, type Html } from '../html.ts'
import { csrfField, formHref, type View } from '../view.ts'
import { button, type ButtonOptions } from './button.ts'
import { errorSummary } from './fields.ts'

/** A form: where it goes, what is in it, what is wrong with it. */
export interface FormOptions {
  readonly action: string
  readonly body: Content
  readonly method?: 'get' | 'post'
  readonly id?: string
  readonly problems?: readonly FieldProblem[] | undefined
  /** The main button, or nothing where the body has its own. */
  readonly submit?: ButtonOptions
  readonly more?: Content
  /** The form carries files. */
  readonly files?: boolean
  /** Asks before leaving with unsaved work; needs the island `platform/form-guard`. */
  readonly guard?: boolean
  /** The summary of problems is not to be jumped to. */
  readonly still?: boolean
}

/** A form with its CSRF field and, first in it, the summary of what is wrong. */
export function form(view: View, options: FormOptions): Html {
  const method = options.method ?? 'post'
  const attributes = {
    id: options.id,
    method,
    action: formHref(view, options.action),
    enctype: options.files ? 'multipart/form-data' : undefined,
    novalidate: true,
    'data-guard': options.guard
  }
  const submit = options.submit && button(view, { kind: 'primary', ...options.submit })
  return html`${options.problems && errorSummary(view, options.problems, options.still)}
    <form class="form" ${attrs(attributes)}>
      ${method === 'post' && csrfField(view)}${options.body}
      ${(submit || options.more) && html`<div class="actions">${submit}${options.more}</div>`}
    </form>`
}
