import { attrs, type Content, html, type Html } from '../html.ts'
import { icon } from '../icons.ts'
import { messages } from '../messages.ts'
import { formHref, type NavItem, type Speaks } from '../view.ts'

/** The way from the front page to this one; the last entry is this page. */
export function breadcrumbs(view: Speaks, items: readonly NavItem[]): Html {
  const last = items.length - 1
  const entries = items.map((item, i) =>
    i === last
      ? html`<li><span aria-current="page">${item.text}</span></li>`
      : html`<li><a href="${formHref(view, item.href)}">${item.text}</a>${icon('forward')}</li>`
  )
  return html`<nav class="trail" aria-label="${messages.in(view.lang).breadcrumbs}">
    <ol>
      ${entries}
    </ol>
  </nav>`
}

/** Views of one thing, each with its own address. */
export interface TabsOptions {
  readonly label: string
  readonly items: readonly (NavItem & { readonly count?: string })[]
}

/** Tabs as links, so that each view has an address and works without script. */
export function tabs(view: Speaks, options: TabsOptions): Html {
  const entries = options.items.map((item) => {
    const attributes = {
      class: 'tab',
      href: formHref(view, item.href),
      'aria-current': item.current ? 'page' : undefined
    }
    const count = item.count !== undefined && html`<span class="tab-count">${item.count}</span>`
    return html`<li><a ${attrs(attributes)}>${item.text}${count}</a></li>`
  })
  return html`<nav class="tabs-nav" aria-label="${options.label}">
    <ul>
      ${entries}
    </ul>
  </nav>`
}

/** One branch of a tree: a link, a text, or a branch with branches. */
export interface TreeItem {
  readonly text: string
  readonly href?: string
  readonly note?: Content
  readonly current?: boolean
  readonly open?: boolean
  readonly items?: readonly TreeItem[]
}

/** A tree that opens and closes without script. */
export function tree(view: Speaks, options: { label: string; items: readonly TreeItem[] }): Html {
  return html`<nav class="tree" aria-label="${options.label}">
    ${branches(view, options.items)}
  </nav>`
}

function branches(view: Speaks, items: readonly TreeItem[]): Html {
  return html`<ul>
    ${items.map((item) => html`<li>${branch(view, item)}</li>`)}
  </ul>`
}

function branch(view: Speaks, item: TreeItem): Html {
  if (item.items) {
    return html`<details ${attrs({ open: item.open })}>
      <summary>${icon('forward')}<span>${item.text}</span>${item.note}</summary>
      ${branches(view, item.items)}
    </details>`
  }
  const current = item.current ? 'page' : undefined
  const name =
    item.href === undefined
      ? html`<span>${item.text}</span>`
      : html`<a ${attrs({ href: formHref(view, item.href), 'aria-current': current })}
          >${item.text}</a
        >`
  return html`${name}${item.note}`
}

/** The search of a page or of the whole site. */
export interface SearchBoxOptions {
  readonly action: string
  readonly label: string
  readonly name?: string
  readonly value?: string
  readonly hint?: string
  /** Fields kept as they are, such as filters. */
  readonly keep?: Readonly<Record<string, string>>
  readonly large?: boolean
}

/** One field and a button, sent with `get`, so that a result has an address. */
export function searchBox(view: Speaks, options: SearchBoxOptions): Html {
  const name = options.name ?? 'q'
  const id = `search-${name}`
  const kept = Object.entries(options.keep ?? {}).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`
  )
  return html`<form
    role="search"
    aria-label="${options.label}"
    method="get"
    action="${formHref(view, options.action)}"
    class="${options.large ? 'search-box search-box-large' : 'search-box'}"
  >
    <label for="${id}">${options.label}</label>
    ${options.hint && html`<p class="field-help" id="${id}-hint">${options.hint}</p>`} ${kept}
    <div class="search-row">
      <input ${attrs(searchInput(options, name))} />
      <button type="submit" class="btn btn-primary">
        ${icon('search')}<span class="search-word">${messages.in(view.lang).search}</span>
      </button>
    </div>
  </form>`
}

function searchInput(options: SearchBoxOptions, name: string): Record<string, string | undefined> {
  return {
    type: 'search',
    id: `search-${name}`,
    name,
    value: options.value,
    class: 'input',
    'aria-describedby': options.hint === undefined ? undefined : `search-${name}-hint`
  }
}
