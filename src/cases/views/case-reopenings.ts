import { alert, html, type Html, section, type Speaks } from '../../platform/html/index.ts'
import type { CaseReopening } from '../case.ts'
import { reopenedMessages } from '../messages.ts'
import type { CaseView } from '../view-case.ts'
import { noteText } from './case-returns.ts'
import { reopeningText } from './kept-texts.ts'
import { moment } from './words.ts'

/** What had been decided before a case was opened again, when and why; the newest first. */
export function caseReopenings(view: Speaks, shown: CaseView): Html | false {
  const { reopenings } = shown.history
  if (reopenings.length === 0) return false
  return section({
    title: reopenedMessages.in(view.lang).title,
    body: reopenings.toReversed().map((each) => oneReopening(view, shown, each))
  })
}

function oneReopening(view: Speaks, shown: CaseView, each: CaseReopening): Html {
  const t = reopenedMessages.in(view.lang)
  const { undone, note, policy } = each
  return alert(view, {
    kind: 'info',
    still: true,
    title: reopenedOn(view, each),
    body: html`<p>${t.reason}: ${reopeningText(view, each.reason)}.</p>
      ${note !== null && html`<p>${t.note}: ${noteText(view, shown, note)}</p>`}
      ${
        undone !== null &&
        undone.reason !== null &&
        html`<p>${t.reasonsThen}: ${noteText(view, shown, undone.reason)}</p>`
      }
      <p>${policy === 'restart' ? t.restarted : t.resumed}</p>`
  })
}

/** «در … پذیرفته شده بود؛ در … دوباره باز شد». */
function reopenedOn(view: Speaks, { at, solvedAt, undone }: CaseReopening): string {
  const t = reopenedMessages.in(view.lang)
  const [ended, opened] = [moment(view, solvedAt), moment(view, at)]
  if (undone === null) return t.afterWithdrawal(ended, opened)
  return undone.outcome === 'granted' ? t.afterGrant(ended, opened) : t.afterRefusal(ended, opened)
}

/** The same for whoever has the tracking code alone: when and why, and not how it had ended. */
export function reopenedPublicly(
  view: Speaks,
  { at, solvedAt, reason }: Pick<CaseReopening, 'at' | 'solvedAt' | 'reason'>
): Html {
  const t = reopenedMessages.in(view.lang)
  return html`${t.afterEnd(moment(view, solvedAt), moment(view, at))}<br />${t.reason}:
    ${reopeningText(view, reason)}`
}
