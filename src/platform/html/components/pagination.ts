import { attrs, html, type Html } from '../html.ts'
import { formatNumber } from '../format.ts'
import { icon } from '../icons.ts'
import { messages } from '../messages.ts'
import { formHref, type Speaks } from '../view.ts'

/** Numbered pages (`page` from 1), or, where counting costs too much, only the neighbours. */
export type PaginationOptions =
  | {
      readonly page: number
      readonly pages: number
      readonly total?: number
      readonly href: (page: number) => string
    }
  | { readonly previous?: string; readonly next?: string }

/** The way to the other pages of a list. */
export function pagination(view: Speaks, options: PaginationOptions): Html {
  return 'pages' in options ? numbered(view, options) : neighbours(view, options)
}

type Numbered = Extract<PaginationOptions, { pages: number }>

function numbered(view: Speaks, options: Numbered): Html {
  const t = messages.in(view.lang)
  const { page, pages } = options
  const total = options.total
  const to = (target: number) => (target >= 1 && target <= pages ? options.href(target) : undefined)
  const numbers = shownPages(page, pages).map((n, i, all) => {
    const gap = n - (all[i - 1] ?? n - 1) > 1
    return html`${gap && html`<li aria-hidden="true">…</li>`}
      <li>${pageLink(view, options, n)}</li>`
  })
  return html`<nav class="pagination" aria-label="${t.pages}">
    ${edge(view, 'previous', to(page - 1))}
    <ul>
      ${numbers}
    </ul>
    ${edge(view, 'next', to(page + 1))}
    ${
      total !== undefined &&
      html`<p class="pagination-total">${t.results(formatNumber(view.lang, total))}</p>`
    }
  </nav>`
}

/** The first, the last, and the ones around the current page. */
function shownPages(page: number, pages: number): number[] {
  const near = new Set([1, page - 1, page, page + 1, pages])
  return [...near].filter((n) => n >= 1 && n <= pages).toSorted((a, b) => a - b)
}

function pageLink(view: Speaks, options: Numbered, n: number): Html {
  const text = formatNumber(view.lang, n)
  const attributes = {
    href: formHref(view, options.href(n)),
    'aria-label': messages.in(view.lang).page(text),
    'aria-current': n === options.page ? 'page' : undefined
  }
  return html`<a ${attrs(attributes)}>${text}</a>`
}

function neighbours(view: Speaks, options: { previous?: string; next?: string }): Html {
  return html`<nav class="pagination" aria-label="${messages.in(view.lang).pages}">
    ${edge(view, 'previous', options.previous)}${edge(view, 'next', options.next)}
  </nav>`
}

function edge(view: Speaks, which: 'previous' | 'next', href: string | undefined): Html | false {
  if (href === undefined) return false
  const text = messages.in(view.lang)[which]
  const attributes = { href: formHref(view, href), rel: which === 'next' ? 'next' : 'prev' }
  return which === 'next'
    ? html`<a class="pagination-edge" ${attrs(attributes)}>${text}${icon('forward')}</a>`
    : html`<a class="pagination-edge" ${attrs(attributes)}>${icon('back')}${text}</a>`
}
