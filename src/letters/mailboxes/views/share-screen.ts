import { type Content, type View, button, field, html } from '../../../platform/html/index.ts'
import { recoveryMessages } from '../recovery/messages.ts'

/** One screen of a wizard. */
export interface Screen {
  readonly title: string
  readonly content: Content
}

/** Where the owner types the words that their recovery contact reads to them. */
export function shareScreen(view: View): Screen {
  const t = recoveryMessages.in(view.lang)
  return {
    title: t.wizardWords,
    content: html`<p>${t.wizardText}</p>
      <form class="form" data-join>
        ${field(view, {
          ...{ type: 'paragraph', name: 'words', label: t.wizardWords, rows: 6, required: true },
          attributes: { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' }
        })}
        <div class="actions">${button(view, { text: t.wizardJoin, kind: 'primary' })}</div>
      </form>`
  }
}

/** What the wizard says on that screen. */
export function shareTexts(view: View): Record<string, string> {
  const t = recoveryMessages.in(view.lang)
  return {
    joining: t.joining,
    wrongShareWord: t.wrongWord('#'),
    wrongShareCount: t.wrongCount('#'),
    wrongShareSum: t.wrongSum,
    wrongShare: t.wrongShare,
    foreignKey: t.foreignKey
  }
}
