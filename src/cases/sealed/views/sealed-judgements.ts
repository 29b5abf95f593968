import {
  alert,
  disclosure,
  html,
  type Html,
  section,
  type Speaks
} from '../../../platform/html/index.ts'
import type { CaseView } from '../../view-case.ts'
import { moment } from '../../views/words.ts'
import { sealedPageMessages } from '../page-messages.ts'

/** What the unit signed of a sealed case, the newest first; the signed text stands there to be checked. */
export function sealedJudgements(view: Speaks, { sealed }: Pick<CaseView, 'sealed'>): Html | false {
  if (sealed === null || sealed.judgements.length === 0) return false
  const t = sealedPageMessages.in(view.lang)
  const unit = sealed.unit.title[view.lang]
  return section({
    title: t.judgements,
    body: sealed.judgements.toReversed().map(({ verdict, at, note }) =>
      alert(view, {
        kind: verdict === 'accepted' ? 'success' : 'info',
        still: true,
        title: moment(view, at),
        body: html`<p>${verdict === 'accepted' ? t.accepted(unit) : t.correct(unit)}</p>
          ${disclosure({
            summary: t.signedNote,
            body: html`<pre class="code-block" dir="ltr" tabindex="0">${note}</pre>`
          })}`
      })
    )
  })
}

/** What stands where an answer is not: to whom it is sealed. */
export function sealedText(view: Speaks, { sealed }: Pick<CaseView, 'sealed'>): string {
  const t = sealedPageMessages.in(view.lang)
  return sealed === null ? '' : t.sealedFor(sealed.unit.title[view.lang])
}
