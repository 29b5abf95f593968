import type { ServiceCard } from '../../../catalogue/index.ts'
import {
  attrs,
  button,
  csrfField,
  field,
  formHref,
  hidden,
  html,
  type Html,
  type View
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import type { Draft } from '../../draft.ts'
import { applyMessages } from '../../messages-apply.ts'
import { answerFields } from '../../views/answer-fields.ts'
import { answersData } from '../../views/answers-data.ts'
import { problemPatterns } from '../../views/problem-patterns.ts'
import { sealedPageMessages } from '../page-messages.ts'
import type { Sealing } from '../sealing-page.ts'
import { sealingAttributes, untilSealed } from './sealed-notes.ts'

/** The questions of a sealed form. The browser keeps what is typed; the clear answers alone are saved here. */
export function sealedAnswersForm(
  view: View,
  of: {
    readonly draft: Draft
    readonly card: ServiceCard
    readonly sealing: Sealing
    readonly problems: readonly FieldProblem[]
  }
): Html {
  const t = sealedPageMessages.in(view.lang)
  const { draft, card, sealing, problems } = of
  const { form } = card
  const next = card.documents.length > 0 ? 'documents' : 'check'
  // No form of this kind is ever sent by a browser: the script takes what is typed.
  const attributes = {
    method: 'dialog',
    novalidate: true,
    'data-sealed-answers': JSON.stringify({
      save: formHref(view, `/drafts/${draft.id}/answers`),
      next: formHref(view, `/drafts/${draft.id}/${next}`)
    }),
    ...sealingAttributes(view, sealing, draft.id)
  }
  const clearMark = t.staysClear
  return html`${problemPatterns(view)}
    <form class="form" id="answers" ${attrs(attributes)}>
      ${csrfField(view)} ${hidden('service', card.code)}
      ${untilSealed(
        html`<div ${attrs(answersData(view, { form }))}>
            ${answerFields(view, { form, answers: draft.values, problems, clearMark })}
          </div>
          ${field(view, { type: 'checkbox', name: 'mine', label: t.mine, help: t.mineHelp, required: false })}
          <p class="draft-state" role="status" data-form-state></p>
          <div class="actions">
            ${button(view, { text: applyMessages.in(view.lang).goOn, kind: 'primary', size: 'large', name: 'then', value: 'continue' })}
            ${button(view, { text: t.forget, kind: 'quiet', name: 'then', value: 'forget' })}
          </div>`
      )}
    </form>`
}
