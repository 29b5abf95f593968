import { attrs, classes, type Content, html, type Html } from '../html.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'

/** One clause: its text as signed, and in the margin what is known about it. */
export interface DocumentClause {
  /** Anchor and id: `SK-5.4`. */
  readonly id: string
  /** The number as the document writes it: `۵.۴`. */
  readonly number: string
  readonly text: Content
  readonly beside?: Content
  /** Names what stands beside, where the number alone would name two. */
  readonly besideName?: string
  /** Much stands beside it: it goes below the text, side by side, and leaves no blank. */
  readonly wide?: boolean
}

/** One article of a document. */
export interface DocumentArticle {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly lead?: Content
  readonly clauses: readonly DocumentClause[]
}

/** A legal text: what stands before the articles, the articles, what stands after them. */
export interface DocumentOptions {
  readonly articles: readonly DocumentArticle[]
  readonly before?: Content
  readonly after?: Content
  /** A list of the articles at the head. */
  readonly contents?: boolean
}

/**
 * A document as a document: articles and numbered clauses in a readable measure, each with a margin
 * column beside it that moves below the text on a narrow screen and stays beside it on paper.
 */
export function documentBody(view: Speaks, options: DocumentOptions): Html {
  return html`<div class="document">
    ${options.before}${options.contents && contents(view, options.articles)}
    ${options.articles.map((item) => article(view, item))}${options.after}
  </div>`
}

function contents(view: Speaks, articles: readonly DocumentArticle[]): Html {
  const t = messages.in(view.lang)
  const items = articles.map(
    (item) =>
      html`<li>
        <a href="#${item.id}"><bdi>${item.number}</bdi> ${item.title}</a>
      </li>`
  )
  return html`<nav class="contents-list" aria-label="${t.contents}">
    <p class="contents-title">${t.contents}</p>
    <ol>
      ${items}
    </ol>
  </nav>`
}

function article(view: Speaks, item: DocumentArticle): Html {
  return html`<section class="article" ${attrs({ id: item.id })}>
    <h2>
      <span class="article-number" aria-hidden="true">${item.number}</span>
      <span class="sr-only">${messages.in(view.lang).article(item.number)}: </span>${item.title}
    </h2>
    ${item.lead && html`<div class="article-lead">${item.lead}</div>`}
    ${item.clauses.map((entry) => clause(view, entry))}
  </section>`
}

function clause(view: Speaks, entry: DocumentClause): Html {
  const name = messages.in(view.lang).clause(entry.number)
  return html`<div
    class="${classes('clause', entry.wide && 'clause-wide')}"
    ${attrs({ id: entry.id })}
  >
    <a class="clause-number" href="#${entry.id}" aria-label="${name}"><bdi>${entry.number}</bdi></a>
    <div class="clause-text">${entry.text}</div>
    ${
      entry.beside &&
      html`<div class="clause-beside" role="group" aria-label="${entry.besideName ?? name}">
        ${entry.beside}
      </div>`
    }
  </div>`
}
