import { type Html, type Speaks, html } from '../../platform/html/index.ts'
import type { ClauseStanding } from '../clause-standing.ts'
import { besideClause, clauseTitle } from './beside-clause.ts'

/** Clauses out of their document: id, text, and what stands beside them. */
export function clauseList(
  view: Speaks,
  version: string,
  standings: readonly ClauseStanding[]
): Html {
  return html`<div class="document">
    ${standings.map((standing) => clauseEntry(view, version, standing))}
  </div>`
}

function clauseEntry(view: Speaks, version: string, standing: ClauseStanding): Html {
  const { clause } = standing
  return html`<div class="clause" id="${clause.id}">
    <p class="clause-number">${clauseTitle(view, version, clause)}</p>
    <div class="clause-text"><p>${clause[view.lang]}</p></div>
    <div class="clause-beside" role="group" aria-label="${clause.id}">
      ${besideClause(view, version, standing)}
    </div>
  </div>`
}
