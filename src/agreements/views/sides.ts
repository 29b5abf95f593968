import { type Agreement, type Clause, clausesOf, sidesOf } from '../../kernel/terms/index.ts'
import {
  type Content,
  type Html,
  type Speaks,
  columns,
  html,
  section
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { clauseBlock } from './clause-block.ts'

/** "What we owe you" and "what you owe us": every clause under who bears it, then the rest. */
export function sidesBody(
  view: Speaks,
  agreement: Agreement,
  beside: (clause: Clause) => Content
): Html {
  const t = messages.in(view.lang)
  const clauses = clausesOf(agreement)
  const borneBy = (side: 'provider' | 'applicant') =>
    clauses.filter((clause) => sidesOf(clause)[side])
  const none = clauses.filter((clause) => {
    const sides = sidesOf(clause)
    return !sides.provider && !sides.applicant
  })
  const list = (shown: readonly Clause[], isSecond: boolean) =>
    shown.map((clause) => {
      const anchor = !(isSecond && sidesOf(clause).provider)
      return html`<div class="clause-beside">
        ${clauseBlock(view, clause, { agreement, beside, text: true, anchor })}
      </div>`
    })
  const ours = section({
    title: t.weOwe,
    lead: t.otherSide,
    body: list(borneBy('provider'), false)
  })
  const yours = section({ title: t.youOwe, body: list(borneBy('applicant'), true) })
  return html`${columns(ours, yours, { equal: true })}
  ${none.length > 0 && section({ title: t.neither, body: list(none, false) })}`
}
