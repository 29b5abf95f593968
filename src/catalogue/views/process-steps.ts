import { formatDigits } from '../../kernel/persian/index.ts'
import { type Content, type Html, type View, html } from '../../platform/html/index.ts'
import type { CardStep } from '../card.ts'
import { messages } from '../messages.ts'

/** The published steps, numbered: a card knows no "you are here", so its steps have no state. */
export function processSteps(
  view: View,
  steps: readonly CardStep[],
  note: (step: CardStep) => Content = () => null
): Html {
  return html`<ol class="steps-list" aria-label="${messages.in(view.lang).steps}">
    ${steps.map((step, i) => {
      const beside = note(step)
      return html`<li class="step step-todo">
        <span class="step-mark" aria-hidden="true">${formatDigits(i + 1, view.lang)}</span>
        <div class="step-body">
          <p class="step-title">${step.title[view.lang]}</p>
          ${beside !== null && html`<div class="step-note">${beside}</div>`}
        </div>
      </li>`
    })}
  </ol>`
}
