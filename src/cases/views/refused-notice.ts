import { field, html, type Html, keyValues, type View } from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { CaseHistory } from '../case.ts'
import { caseMessages } from '../messages-case.ts'
import { refusedMessages, stageMessages } from '../messages.ts'
import type { KeptText } from './kept-texts.ts'
import { commas, moment } from './words.ts'

/** Something that was sent and not done, where its form is no longer on the page. */
export interface RefusedNotice {
  /** What was tried, by the title of its form. */
  readonly title: string
  readonly problems: readonly FieldProblem[]
  readonly kept: readonly KeptText[]
  /** What the case has come to instead. */
  readonly history: Pick<CaseHistory, 'stage' | 'decision'>
}

/**
 * Says first on the page that what was sent was not recorded, why, and how the case stands now; what was
 * typed stays to be read and copied. A form that the new stage does not offer could not say it.
 */
export function refusedNotice(view: View, { title, problems, kept, history }: RefusedNotice): Html {
  const t = refusedMessages.in(view.lang)
  const reasons = [...new Set(problems.map(({ text }) => text[view.lang]))]
  return html`<div class="error-summary mb-6" role="alert" tabindex="-1" autofocus>
    <h2>${t.notRecorded(title)}</h2>
    ${reasons.map((text) => html`<p>${text}</p>`)}
    <p>${t.standsNow(standing(view, history))}</p>
    ${kept.length > 0 && html`<h3 class="mt-4">${t.kept}</h3>`} ${keptList(view, kept)}
  </div>`
}

function standing(view: View, { stage, decision }: RefusedNotice['history']): string {
  const t = caseMessages.in(view.lang)
  const word = stageMessages.in(view.lang)[stage]
  if (decision === null) return word
  const outcome = decision.outcome === 'granted' ? t.granted : t.refused
  return commas(view, [word, outcome, moment(view, decision.at)])
}

// What fits on a line was a choice or a date; the rest somebody wrote, and will want to copy.
const lineLength = 60

function isLong({ text }: KeptText): boolean {
  return text.length > lineLength || text.includes('\n')
}

/** What was typed: choices on a line, texts in boxes to copy from. */
export function keptList(view: View, kept: readonly KeptText[]): Html | false {
  if (kept.length === 0) return false
  const short = kept.filter((each) => !isLong(each))
  return html`<div class="form mt-4">
    ${
      short.length > 0 &&
      keyValues(short.map(({ label, text }) => ({ key: label, value: html`<bdi>${text}</bdi>` })))
    }
    ${kept.filter(isLong).map(({ label, text }, i) =>
      field(view, {
        type: 'paragraph',
        name: `kept.${String(i)}`,
        label,
        rows: 4,
        value: text,
        attributes: { readonly: true, required: undefined, dir: 'auto' }
      })
    )}
  </div>`
}
