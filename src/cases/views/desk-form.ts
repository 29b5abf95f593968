import {
  attrs,
  type ButtonOptions,
  type Content,
  form,
  hidden,
  html,
  type Html,
  type View
} from '../../platform/html/index.ts'
import { deskAction, type DeskCaseOptions, type DeskForm, problemsIn } from './desk-case-options.ts'

/** A form of the officer's page, folded away until it is needed. */
export interface DeskFormOptions {
  readonly form: DeskForm
  readonly title: string
  readonly lead?: Content
  readonly body: Content
  readonly submit: ButtonOptions
  /** Key that opens it. */
  readonly key?: string
}

/** A folded form; a refused one is open, with its problems and what was typed. */
export function deskForm(view: View, options: DeskCaseOptions, own: DeskFormOptions): Html {
  const problems = problemsIn(options, own.form)
  const attributes = {
    class: 'disclosure',
    id: own.form,
    open: options.refused?.form === own.form,
    'data-key': own.key
  }
  return html`<details ${attrs(attributes)}>
    <summary>${own.title}</summary>
    <div class="disclosure-body form">
      ${own.lead && html`<p class="muted">${own.lead}</p>`}
      ${form(view, {
        action: deskAction(options, own.form),
        problems,
        guard: true,
        body: html`${hidden('expectedVersion', String(options.shown.version))}${hidden('service', options.shown.service)}${own.body}`,
        submit: own.submit
      })}
    </div>
  </details>`
}
