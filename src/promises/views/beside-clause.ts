import { type Clause } from '../../kernel/terms/index.ts'
import { type Html, type Speaks, code, formHref, html } from '../../platform/html/index.ts'
import type { ClauseStanding } from '../clause-standing.ts'
import { messages } from '../messages.ts'
import { detailLines } from './detail-lines.ts'
import { numberLine, shortMonth, standingMark, standingStrip } from './marks.ts'

/** Where a clause has a page of its own; `version` is `SK@1405`. */
export function clauseHref(version: string, clause: string, query = ''): string {
  const [agreement = '', name = ''] = version.split('@')
  return `/agreements/${agreement}/${name}/clauses/${clause}${query}`
}

/** The id of a clause as the way to its page. */
export function clauseTitle(view: Speaks, version: string, clause: Clause): Html {
  return html`<a href="${formHref(view, clauseHref(version, clause.id))}">${code(clause.id)}</a>`
}

/** What stands in the margin of a clause: its state, number, months, and the way to the facts. */
export function besideClause(view: Speaks, version: string, standing: ClauseStanding): Html {
  const t = messages.in(view.lang)
  const { newest, clause } = standing
  const href = formHref(view, clauseHref(version, clause.id))
  const way = standing.accounting === 'facts' ? t.howAndFacts : t.whyAndFacts
  return html`<p>${standingMark(view, standing)}</p>
    ${
      newest !== null &&
      html`<p>
        ${numberLine(view, clause, newest)}
        <span class="muted whitespace-nowrap">· ${shortMonth(view, newest.period)}</span>
      </p>`
    }
    ${newest !== null && remarks(view, standing)}${standingStrip(view, standing, { compact: true })}
    <p>
      <a class="link" href="${href}">${way}<span class="sr-only"> ${clause.id}</span></a>
    </p>`
}

function remarks(view: Speaks, { newest }: ClauseStanding): Html | false {
  const lines = newest === null ? [] : detailLines(view, newest)
  return (
    lines.length > 0 && html`<p class="muted">${lines.join(view.lang === 'fa' ? '؛ ' : '; ')}</p>`
  )
}
