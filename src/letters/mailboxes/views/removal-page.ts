import {
  type Html,
  type View,
  alert,
  button,
  field,
  form,
  html,
  layout,
  pageHead
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import { messages } from '../messages.ts'
import { type ShownWay, madeOn, nameOfWay } from './ways-table.ts'

/** Asks before a way goes; it works without script. */
export function removalPage(
  view: View,
  page: {
    readonly way: ShownWay
    /** The page of the mailbox. */
    readonly base: string
    readonly problems: readonly FieldProblem[]
  }
): Html {
  const t = messages.in(view.lang)
  const { way, base, problems } = page
  const named = [nameOfWay(view, way), way.readerName, madeOn(view, way)].filter(Boolean)
  const body = html`${pageHead({ title: t.removal, lead: named.join(' · ') })}
  ${alert(view, { kind: 'info', body: t.removalText, still: true })}
  ${form(view, {
    action: `${base}/way/${way.id}/removal`,
    problems,
    body: field(view, { type: 'checkbox', name: 'wasCopied', label: t.copied, value: '' }),
    submit: { text: t.remove, kind: 'danger' },
    more: button(view, { text: t.keep, href: base, kind: 'quiet' })
  })}`
  const hasProblems = problems.length > 0
  return layout(view, { title: t.removal, body, robots: 'noindex', hasProblems })
}
