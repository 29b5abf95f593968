import {
  type Agreement,
  type Clause,
  clauseKindTitles,
  measures,
  measureWays
} from '../../kernel/terms/index.ts'
import {
  type Content,
  type Html,
  type Speaks,
  code,
  html,
  join,
  tag
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'

/** What a block needs besides its clause. */
export interface ClauseBlockOptions {
  readonly agreement: Agreement
  readonly beside: (clause: Clause) => Content
  /** Whether the clause's own words stand here: not where the sentence is the clause. */
  readonly text: boolean
  /** The anchor is left out where the clause stands a second time on the page. */
  readonly anchor?: boolean
}

/** One clause beside its sentence: id, kind, bearer, what stands beside it, its notes. */
export function clauseBlock(view: Speaks, clause: Clause, options: ClauseBlockOptions): Html {
  const { lang } = view
  const t = messages.in(lang)
  const separator = lang === 'fa' ? '، ' : ', '
  const bearer =
    clause.bearer.length === 0
      ? t.nobody
      : `${t.bearer}: ${clause.bearer.map((party) => partyName(options.agreement, party, lang)).join(separator)}`
  const body = html`<p>
      <a href="#${clause.id}">${code(clause.id)}</a> ${tag({
        text: clauseKindTitles[clause.kind][lang],
        tone: 'quiet'
      })}
    </p>
    ${options.text && html`<p>${clause[lang]}</p>`}
    <p class="muted">${bearer}</p>
    ${options.beside(clause)}
    ${clause.remedy && html`<p class="muted">${t.remedy}: ${clauseLinks(clause.remedy)}</p>`}
    ${clause.note && html`<p class="muted">${t.note}: ${clause.note[lang]}</p>`}`
  return options.anchor === false
    ? html`<div class="clause-item">${body}</div>`
    : html`<div class="clause-item" id="${clause.id}">${body}</div>`
}

/** Links to clauses of the same page. */
export function clauseLinks(ids: readonly string[]): Html {
  return join(
    ids.map((id) => html`<a href="#${id}">${code(id)}</a>`),
    ' '
  )
}

function partyName(agreement: Agreement, party: string, lang: 'fa' | 'en'): string {
  return agreement.parties.find((one) => one.code === party)?.name[lang] ?? party
}

/** The title of a clause's measure and how it is measured, for pages that say no more of it. */
export function measureText(clause: Clause, lang: 'fa' | 'en'): { title: string; how: string } {
  const { measure } = clause
  const { title, how } = 'name' in measure ? measures[measure.name] : measureWays[measure.by]
  return { title: title[lang], how: measure.how?.[lang] ?? how[lang] }
}
