import {
  button,
  dialog,
  field,
  form,
  type Html,
  html,
  section,
  type View
} from '../../platform/html/index.ts'
import { caseMessages } from '../messages-case.ts'
import { phoneNumber } from './words.ts'
import type { CasePageOptions } from './case-page-options.ts'

/** What an applicant can do about a case, besides waiting: withdraw, or have it opened again. */
export function caseActions(view: View, options: CasePageOptions): Html {
  const { may, history } = options.shown
  return html`${may.withdraw && withdrawal(view, options)}
  ${history.stage === 'decided' && reopening(view, options)}`
}

function withdrawal(view: View, { shown, refused }: CasePageOptions): Html {
  const tried = refused?.form === 'withdrawal' ? refused : undefined
  const t = caseMessages.in(view.lang)
  const formId = 'withdrawal'
  return html`<div class="actions mt-8">
    ${dialog(view, {
      id: 'withdraw',
      open: { text: t.withdraw, kind: 'quiet' },
      title: t.withdrawAsk,
      body: html`<p>${t.withdrawLead}</p>
        ${form(view, {
          id: formId,
          action: `/cases/${shown.id}/withdrawal`,
          body: field(view, {
            type: 'paragraph',
            name: 'reason',
            label: t.withdrawReason,
            required: false,
            rows: 3,
            value: tried?.typed.reason,
            problems: tried?.problems
          })
        })}`,
      actions: button(view, { text: t.withdraw, kind: 'danger', form: formId })
    })}
  </div>`
}

/** Only the body can open a case again; the applicant is told whom to ask, and what to say. */
function reopening(view: View, { shown }: CasePageOptions): Html {
  const t = caseMessages.in(view.lang)
  const { title, phone } = shown.card.followUp
  return section({
    title: t.againstDecision,
    body: html`<p>${t.reopenLead}</p>
      <p>${t.reopenContact(title[view.lang])} ${phoneNumber(view, phone)}</p>`
  })
}
