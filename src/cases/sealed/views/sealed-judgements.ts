import {
  alert,
  attrs,
  disclosure,
  html,
  type Html,
  section,
  type View,
  type Speaks
} from '../../../platform/html/index.ts'
import type { CaseView } from '../../view-case.ts'
import { count, moment } from '../../views/words.ts'
import { sealedPageMessages } from '../page-messages.ts'
import type { Sealing } from '../sealing-page.ts'
import type { StoredJudgement } from '../sealed-store.ts'
import { shownWord } from '../shown-word.ts'
import { wordMessages } from '../word-messages.ts'

/** A case, and by what a browser proves the keys of its unit. */
interface Shown {
  readonly shown: Pick<CaseView, 'sealed' | 'history' | 'mine'>
  readonly sealing?: Sealing | null
}

/**
 * What the unit signed of a sealed case, the newest first. That it did is checked in the browser; what this
 * server says of it is marked as its word until then, and goes where the signature does not hold.
 */
export function sealedJudgements(view: View, { shown, sealing }: Shown): Html | false {
  const { sealed } = shown
  if (sealed === null || sealing == null || sealed.judgements.length === 0) return false
  const t = wordMessages.in(view.lang)
  const { owner, policy, host } = sealing
  const data = {
    ...{ owner, policy, host },
    faults: Object.fromEntries(faults.map((name) => [name, t[name]])),
    unproven: t.unproven('%')
  }
  return section({
    title: sealedPageMessages.in(view.lang).judgements,
    body: html`<noscript
        >${alert(view, { kind: 'warning', still: true, title: t.noScript, body: t.noScriptBody })}</noscript
      >
      <div class="form" ${attrs({ 'data-unit-words': JSON.stringify(data) })}>
        ${sealed.judgements.toReversed().map((each) => unitWord(view, shown, each))}
      </div>`
  })
}

const faults = [
  'no-note',
  'other-case',
  'other-words',
  'key-left',
  'unsigned',
  'other-forms'
] as const

function unitWord(view: View, { sealed, history, mine }: Shown['shown'], given: StoredJudgement) {
  const known = history.judgements.find(({ id }) => id === given.id)
  if (sealed === null || known === undefined) return false
  const { verdict, at, note } = given
  const t = sealedPageMessages.in(view.lang)
  const word = shownWord(history, known)
  const unit = sealed.unit.title[view.lang]
  const body = html`<p>${verdict === 'accepted' ? t.accepted(unit) : t.correct(unit)}</p>
    <p class="muted" role="status" data-word-state>${wordMessages.in(view.lang).checking}</p>
    ${proven(view, { unit, mine, files: word.says.forms.length + word.says.documents.length })}`
  return html`<div class="form" ${attrs({ 'data-unit-word': JSON.stringify({ note, ...word }) })}>
    <div data-word-said>
      ${alert(view, { kind: 'info', still: true, title: moment(view, at), body })}
    </div>
    ${refused(view)}
    ${disclosure({
      summary: t.signedNote,
      body: html`<pre class="code-block" dir="ltr" tabindex="0">${note}</pre>`
    })}
  </div>`
}

/** What is shown once the signature was found right. */
function proven(
  view: Speaks,
  of: { readonly unit: string; readonly mine: boolean; readonly files: number }
): Html {
  const t = wordMessages.in(view.lang)
  return html`<div data-word-holds hidden>
    <p><strong>${t.holds}</strong></p>
    <ul class="list-disc ps-5">
      <li>${t.holdsKeys(of.unit)}</li>
      <li>${t.holdsFiles(count(view, of.files))}</li>
      ${
        of.mine &&
        html`<li data-word-sent hidden>${t.holdsSent}</li>
          <li data-word-not-sent hidden>${t.holdsNotSent}</li>`
      }
    </ul>
  </div>`
}

/** What is shown instead of a word whose signature does not hold. */
function refused(view: Speaks): Html {
  const t = wordMessages.in(view.lang)
  return html`<div data-word-refused hidden>
    ${alert(view, {
      kind: 'error',
      still: true,
      title: t.refused,
      body: html`<p data-word-fault></p>
        <p>${t.refusedDo}</p>`
    })}
  </div>`
}

/** What stands where an answer is not: to whom it is sealed. */
export function sealedText(view: Speaks, { sealed }: Pick<CaseView, 'sealed'>): string {
  const t = sealedPageMessages.in(view.lang)
  return sealed === null ? '' : t.sealedFor(sealed.unit.title[view.lang])
}
