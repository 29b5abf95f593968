import { factWord } from '../../kernel/verdict/index.ts'
import { delegation } from '../../people/index.ts'
import { type Html, html, section, type View } from '../../platform/html/index.ts'
import { caseMessages } from '../messages-case.ts'
import type { CaseView } from '../view-case.ts'
import { moment } from './words.ts'

/** What delegates did for the applicant, each under their own name. */
export function caseDelegates(
  view: View,
  { delegatedActs, applicant }: Pick<CaseView, 'delegatedActs' | 'applicant'>
): Html | false {
  if (delegatedActs.length === 0) return false
  const t = caseMessages.in(view.lang)
  const of = applicant.name?.[view.lang] ?? ''
  return section({
    title: t.delegatesTitle,
    body: html`<ul>
      ${delegatedActs.map((act) => {
        const name = act.name?.[view.lang] ?? ''
        const kind = act.kind === null ? t.delegate : delegation.kindWord(act.kind, view.lang)
        return html`<li>
          ${factWord(act.what, view.lang) ?? act.what}, ${moment(view, act.at)}:
          ${t.byDelegate(name, kind, of)}
        </li>`
      })}
    </ul>`
  })
}
