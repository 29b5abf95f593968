import {
  type Agreement,
  type Article,
  type Clause,
  type Statement,
  statementText
} from '../../kernel/terms/index.ts'
import {
  type Content,
  type DocumentArticle,
  type DocumentClause,
  type Html,
  type Speaks,
  documentBody,
  html,
  inDigits
} from '../../platform/html/index.ts'
import type { AgreementStanding } from '../agreement-version.ts'
import { messages } from '../messages.ts'
import { annexBody } from './annex.ts'
import { clauseBlock } from './clause-block.ts'
import { dataTable, tableRows } from './data-table.ts'
import { originBody } from './origin.ts'
import { sidesBody } from './sides.ts'
import { standingNotice } from './validity.ts'

/** What a page puts beside a clause: its state, its value, the way to the facts. */
export type Beside = (clause: Clause) => Content

/** How an agreement is shown. */
export interface RenderOptions {
  /** Called once for each clause. */
  readonly beside?: Beside
  /** `document`: as it was written. `sides`: what each side owes the other. */
  readonly layout?: 'document' | 'sides'
  /** A list of the articles at the head. */
  readonly contents?: boolean
  /** Said above the text: days left, days without an agreement. */
  readonly standing?: AgreementStanding
}

/**
 * An agreement as a document: each sentence once, as it stands in the text, with the clauses that it
 * carries beside it; or as two columns of what each side owes. Every clause has its id as anchor.
 */
export function renderAgreement(
  view: Speaks,
  agreement: Agreement,
  options: RenderOptions = {}
): Html {
  const beside = options.beside ?? (() => null)
  const notice = options.standing ? standingNotice(view, options.standing) : null
  if (options.layout === 'sides') return html`${notice}${sidesBody(view, agreement, beside)}`
  const opening = agreement.opening.map((statement) => row(view, statement, { agreement, beside }))
  const articles = agreement.articles.map((article) =>
    articleOf(view, article, { agreement, beside })
  )
  return documentBody(view, {
    articles,
    contents: options.contents ?? false,
    before: html`${notice}${opening.map((entry) => openingLine(entry))}`,
    after: html`${annexBody(view, agreement, beside)}${originBody(view, agreement)}`
  })
}

interface Given {
  readonly agreement: Agreement
  readonly beside: Beside
}

/** The cover has no number; its sentences stand free, with their clauses beside them. */
function openingLine(entry: DocumentClause): Html {
  return html`<div class="clause">
    <span></span>
    <div class="clause-text">${entry.text}</div>
    ${entry.beside && html`<div class="clause-beside">${entry.beside}</div>`}
  </div>`
}

function articleOf(view: Speaks, article: Article, given: Given): DocumentArticle {
  const numbers = numbersOf(view, article)
  const rows = article.statements.map((statement, i) => ({
    ...row(view, statement, given),
    number: numbers[i] ?? ''
  }))
  const table = article.table ? tableOf(view, given) : []
  return {
    id: `article-${String(article.number)}`,
    number: inDigits(view.lang, String(article.number)),
    title: article.title[view.lang],
    clauses: [...rows, ...table]
  }
}

function tableOf(view: Speaks, { agreement, beside }: Given): DocumentClause[] {
  const { dataPolicy } = agreement
  if (dataPolicy === null) return []
  const table = { id: 'data-policy', number: '', text: dataTable(view, dataPolicy) }
  return [table, ...tableRows(view, agreement, beside)]
}

/** A sentence of the document; also used for the annex. */
export function row(view: Speaks, statement: Statement, given: Given): DocumentClause {
  const { lang } = view
  const number = numberOf(statement)
  const clauses = statement.clauses.map((clause) =>
    clauseBlock(view, clause, {
      ...given,
      text: statement.clauses.length > 1
    })
  )
  return {
    id: anchorOf(statement),
    number: inDigits(lang, number),
    text: html`<p>
        ${statement.heading && html`<strong>${statement.heading[lang]}:</strong> `}${
          statementText(statement)?.[lang]
        }
      </p>
      ${statement.note && html`<p class="muted">${messages.in(lang).note}: ${statement.note[lang]}</p>`}`,
    ...(clauses.length === 0 ? {} : { beside: html`${clauses}` }),
    ...(clauses.length > 1 && { wide: true }),
    besideName: statement.clauses.map(({ id }) => id).join(lang === 'fa' ? '، ' : ', ')
  }
}

/** Two sentences can share a number (SK-4.0a and b), but not the first of their clauses. */
function anchorOf(statement: Statement): string {
  return `s-${statement.number ?? statement.clauses[0]?.id ?? ''}`
}

/** The numbers of an article's sentences; two that share one (SK-4.0a and b) take a letter each. */
function numbersOf(view: Speaks, { statements }: Article): string[] {
  const numbers = statements.map(numberOf)
  return statements.map((statement, i) => {
    const number = inDigits(view.lang, numbers[i] ?? '')
    const isShared = numbers.filter((each) => each === numbers[i]).length > 1
    return isShared ? `${number}${letterOf(view, statement)}` : number
  })
}

const persianLetters: Readonly<Record<string, string>> = { a: 'الف', b: 'ب', c: 'پ', d: 'ت' }

function letterOf(view: Speaks, { clauses }: Statement): string {
  const letter = /[a-z]$/.exec(clauses[0]?.id ?? '')?.[0] ?? ''
  return view.lang === 'en' ? letter : ` ${persianLetters[letter] ?? ''}`.trimEnd()
}

/** The document's own number, else the one that its clause is referred to by. */
function numberOf(statement: Statement): string {
  const id = statement.number ?? statement.clauses[0]?.id ?? ''
  return id.replace(/^[A-Z]+-/, '').replace(/[a-z]$/, '')
}
