import type { FieldProblem } from '../../errors.ts'
import { attrs, classes, type Content, html, type Html } from '../html.ts'
import { icon } from '../icons.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import { fieldId } from './field-options.ts'
import { problemOf } from './fields.ts'

/** A document that is there already. */
export interface ReceivedFile {
  readonly name: string
  readonly size: string
  readonly href?: string
  readonly note?: Content
}

/** A place for one document. */
export interface UploadSlotOptions {
  readonly name: string
  readonly label: string
  /** Formats and limit, written out: `PDF یا JPG، تا ۲ مگابایت`. */
  readonly help: Content
  readonly accept?: string
  readonly required?: boolean
  readonly received?: ReceivedFile
  /** What can be done with a received document, such as removing it. */
  readonly actions?: Content
  readonly problems?: readonly FieldProblem[]
  /** Data for the island of the page that sends the file in pieces. */
  readonly attributes?: Record<string, string | undefined>
}

/**
 * A slot for one document: a plain file field, which an island may turn into a place to drop a file,
 * with progress. Elements with `data-upload-…` are what the island fills.
 */
export function uploadSlot(view: Speaks, options: UploadSlotOptions): Html {
  const t = messages.in(view.lang)
  const id = fieldId(options.name)
  const problem = problemOf(view, options.problems, options.name)
  const shape = classes(
    'upload-slot',
    options.received && 'upload-slot-filled',
    problem !== undefined && 'field-wrong'
  )
  return html`<div class="${shape}" data-upload ${attrs(options.attributes ?? {})}>
    <label class="upload-label" for="${id}">
      ${options.label}${
        options.required === false && html` <span class="optional">${t.optional}</span>`
      }
    </label>
    <p class="field-help" id="${id}-help">${options.help}</p>
    ${
      problem !== undefined &&
      html`<p class="field-problem" id="${id}-problem">${icon('warning')}${problem}</p>`
    }
    ${options.received && received(view, options.received)}
    <div class="upload-drop" data-upload-drop>
      <span class="upload-hint" aria-hidden="true">${icon('upload')}${t.dropFile}</span>
      <input ${attrs(inputAttributes(options, problem !== undefined))} />
    </div>
    <div class="upload-progress" data-upload-progress hidden>
      <progress class="progress" max="1" value="0" aria-label="${options.label}"></progress>
      <span role="status" data-upload-status></span>
    </div>
    ${options.actions && html`<div class="actions">${options.actions}</div>`}
  </div>`
}

function inputAttributes(options: UploadSlotOptions, wrong: boolean) {
  const id = fieldId(options.name)
  return {
    type: 'file',
    id,
    name: options.name,
    class: 'file-input',
    accept: options.accept,
    // What is received need not be sent again.
    required: options.required === true && !options.received,
    'aria-describedby': classes(`${id}-help`, wrong && `${id}-problem`),
    'aria-invalid': wrong ? 'true' : undefined
  }
}

function received(view: Speaks, file: ReceivedFile): Html {
  const name =
    file.href === undefined
      ? html`<bdi>${file.name}</bdi>`
      : html`<a class="link" href="${file.href}"><bdi>${file.name}</bdi></a>`
  return html`<p class="upload-received tone-kept">
    ${icon('check')}<span>${messages.in(view.lang).received}: ${name} (${file.size})</span>
    ${file.note && html`<span class="upload-note">${file.note}</span>`}
  </p>`
}
