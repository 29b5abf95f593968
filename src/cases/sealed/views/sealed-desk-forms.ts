import {
  alert,
  attrs,
  button,
  csrfField,
  errorSummary,
  field,
  formHref,
  hidden,
  html,
  type Html,
  type View
} from '../../../platform/html/index.ts'
import { fileMessages } from '../../messages-desk.ts'
import { channelMessages } from '../../messages.ts'
import { answersData } from '../../views/answers-data.ts'
import { documentFields, resubmissionFields, returnedFields } from '../../views/desk-clerk-forms.ts'
import { deskAction, type DeskCaseOptions, problemsIn } from '../../views/desk-case-options.ts'
import { problemPatterns } from '../../views/problem-patterns.ts'
import { sealedPageMessages } from '../page-messages.ts'
import type { Sealing } from '../sealing-page.ts'
import { noMailboxNote, sealingAttributes, untilSealed } from './sealed-notes.ts'

/** A paper that was handed in for a sealed case: its scan is judged and sealed in the clerk's browser. */
export function sealedDocumentForm(view: View, options: DeskCaseOptions): Html {
  const t = sealedPageMessages.in(view.lang)
  const { card } = options.shown
  const title = fileMessages.in(view.lang).addDocument
  const asked = card.documents.map(({ code, formats, sizeBytesMax }) => {
    return { code, formats, sizeBytesMax }
  })
  return sealedForm(view, options, {
    name: 'documents',
    title,
    lead: t.paperLead,
    attributes: { 'data-asked': JSON.stringify(asked) },
    body: documentFields(view, options)
  })
}

/** The answer to a return that came on paper: what is not clear is sealed in the clerk's browser. */
export function sealedResubmissionForm(view: View, options: DeskCaseOptions): Html {
  const t = sealedPageMessages.in(view.lang)
  const { form } = options.shown.card
  return sealedForm(view, options, {
    name: 'resubmission',
    title: fileMessages.in(view.lang).resubmit,
    lead: html`${fileMessages.in(view.lang).resubmitLead} ${t.answerLead}`,
    body: html`${problemPatterns(view)}
      <div ${attrs(answersData(view, { form }))}>
        ${returnedFields(view, options, t.staysClear)}
      </div>
      ${wayFields(view, options)} ${resubmissionFields(view, options)}`
  })
}

/** How the paper came: the sealed answer is kept as a document, and every document says that. */
function wayFields(view: View, { shown }: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const names = channelMessages.in(view.lang)
  const channels = shown.card.channels.filter((channel) => channel !== 'site')
  return html`${field(view, {
    type: 'choice',
    name: 'resubmission.channel',
    label: t.cameBy,
    value: channels[0],
    choices: channels.map((value) => ({ value, text: names[value] }))
  })}
  ${
    channels.includes('post') &&
    field(view, {
      type: 'text',
      name: 'resubmission.trackingNumber',
      label: t.trackingNumber,
      required: false,
      attributes: { dir: 'ltr' }
    })
  }`
}

/** A folded form that no browser sends: its script seals what is in it. */
function sealedForm(
  view: View,
  options: DeskCaseOptions,
  own: {
    readonly name: 'documents' | 'resubmission'
    readonly title: string
    readonly lead: string | Html
    readonly body: Html
    readonly attributes?: Readonly<Record<string, string>>
  }
): Html {
  const { shown, sealing } = options
  if (sealing === null) return html``
  const attributes = {
    class: 'form',
    method: 'dialog',
    novalidate: true,
    'data-sealed-desk': own.name,
    'data-to': formHref(view, deskAction(options, own.name)),
    ...own.attributes,
    ...sealingAttributes(view, sealing, shown.id)
  }
  return html`<details
    ${attrs({ class: 'disclosure', id: own.name, open: options.refused?.form === own.name })}
  >
    <summary>${own.title}</summary>
    <div class="disclosure-body form">
      <p class="muted">${own.lead}</p>
      ${notes(view, sealing)} ${errorSummary(view, problemsIn(options, own.name))}
      <form ${attrs(attributes)}>
        ${csrfField(view)} ${hidden('service', shown.service)}
        ${hidden('expectedVersion', String(shown.version))}
        ${untilSealed(
          html`${own.body}
            <div class="actions">${button(view, { text: own.title, kind: 'secondary' })}</div>`
        )}
        <p class="field-problem" role="status" data-sealed-status hidden></p>
      </form>
    </div>
  </details>`
}

/** Why nothing can be sealed here, where that is so. */
function notes(view: View, { recipientKey }: Sealing): Html {
  const { deskScript } = sealedPageMessages.in(view.lang)
  return html`${recipientKey === null && noMailboxNote(view)}
    <noscript>${alert(view, { kind: 'warning', still: true, body: deskScript })}</noscript>`
}
