import { field, html, type Html, type View } from '../../platform/html/index.ts'
import { type DefectCode, defectCodes } from '../case.ts'
import { fileMessages } from '../messages-desk.ts'
import { defectMessages } from '../messages.ts'
import { type DeskCaseOptions, problemsIn, typedIn } from './desk-case-options.ts'
import { deskForm } from './desk-form.ts'

interface Item {
  /** `document:<code>` or `field:<name>`. */
  readonly item: string
  readonly title: string
}

/** One return that lists all defects: only what the card lists can be named, each with a coded reason. */
export function returnForm(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const { card, history } = options.shown
  const documents = card.documents.map(({ code, title }) => ({
    item: `document:${code}`,
    title: title[view.lang]
  }))
  const fields = card.form.fields.map(({ name, label }) => ({
    item: `field:${name}`,
    title: label[view.lang]
  }))
  return deskForm(view, options, {
    form: 'return',
    title: t.returnCase,
    key: 'KeyR',
    lead: html`${t.returnLead}${
      history.returns.length > 0 && html`<br /><strong>${t.returnRepeat}</strong>`
    }`,
    body: html`${documents.length > 0 && html`<h3>${t.itemDocuments}</h3>`}
      ${documents.map((item) => itemRow(view, options, item))}
      <h3>${t.itemAnswers}</h3>
      ${fields.map((item) => itemRow(view, options, item))}`,
    submit: { text: t.returnNow, kind: 'primary' }
  })
}

/** Key of the defect of an item among what was typed; colons are no part of a name in a form. */
export function defectKey(item: string): string {
  return `defect.${item.replace(':', '.')}`
}

/** Key of the officer's note on an item among what was typed. */
export function noteKey(item: string): string {
  return `note.${item.replace(':', '.')}`
}

function itemRow(view: View, options: DeskCaseOptions, { item, title }: Item): Html {
  const t = fileMessages.in(view.lang)
  const typed = typedIn(options, 'return')
  const problems = problemsIn(options, 'return')
  const texts = defectMessages.in(view.lang)
  const kind = item.startsWith('document:') ? 'document-' : 'field-'
  const codes = defectCodes.filter((code): code is DefectCode => code.startsWith(kind))
  const id = `field-${`return.${defectKey(item)}`.replaceAll('.', '-')}`
  return html`<div class="grid gap-x-3 sm:grid-cols-[2fr_2fr_3fr] items-end">
    <div class="field"><label for="${id}">${title}</label></div>
    <div class="field">
      <select class="select" id="${id}" name="${`return.${defectKey(item)}`}">
        <option value="">${t.noDefect}</option>
        ${codes.map((code) =>
          typed[defectKey(item)] === code
            ? html`<option value="${code}" selected>${texts[code]}</option>`
            : html`<option value="${code}">${texts[code]}</option>`
        )}
      </select>
    </div>
    ${field(view, {
      type: 'text',
      name: `return.${noteKey(item)}`,
      label: t.defectNote(title),
      labelHidden: true,
      value: typed[noteKey(item)],
      problems,
      attributes: { placeholder: t.noteShort, maxlength: '1000' }
    })}
  </div>`
}
