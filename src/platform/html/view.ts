import type { Lang } from '../text.ts'
import { html, type Html } from './html.ts'

/** One entry of a navigation: `href` is a path of the house without `/en`. */
export interface NavItem {
  readonly href: string
  readonly text: string
  readonly current?: boolean
}

/** A message that outlives one redirect. */
export interface Flash {
  readonly kind: 'success' | 'info' | 'warning' | 'error'
  readonly text: string
}

/** How an authority looks, for a page of its own; what is `null` is as the platform is. */
export interface Brand {
  readonly name: string | null
  /** Name of its desk. */
  readonly desk: string | null
  /** A line at the foot of the page. */
  readonly note: string | null
  /** Address of a style sheet of this site that has its colours. */
  readonly stylesheet: string | null
  /** Address of its picture on this site. */
  readonly logo: string | null
}

/** What every page knows of the request that asked for it. */
export interface View {
  readonly lang: Lang
  /** Path and query of this page, without `/en`. */
  readonly path: string
  readonly csrf: string
  readonly account: { readonly name: string } | null
  readonly nav: readonly NavItem[]
  /** Demonstration mode: a banner on every page says so. */
  readonly demo: boolean
  readonly now: Temporal.Instant
  readonly flash: Flash | null
  /** From the cookie `theme`; `auto` follows the reader's device. */
  readonly theme: 'light' | 'dark' | 'auto'
  /** Links at the foot of every page; agreements, promises and API unless told. */
  readonly footer?: readonly NavItem[]
  /** What everyone has to know now, above the page itself. */
  readonly banner?: Html | null
  /** How the authority looks whose page this is. */
  readonly brand?: Brand | null
}

/** The part of a view that small components need: `badge(view, 'kept')`, `badge({ lang }, 'kept')`. */
export type Speaks = Pick<View, 'lang'>

/**
 * The address of a page of the house in the reader's language: adds `/en` for English readers. Leaves
 * other sites, anchors, assets, the API and addresses that have it already as they are.
 */
export function formHref(view: Speaks, path: string): string {
  const isPage = path.startsWith('/') && !/^\/(\/|en([/?#]|$)|assets\/|api\/)/.test(path)
  if (!isPage || view.lang === 'fa') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** The hidden field that every form with `method="post"` carries. */
export function csrfField(view: Pick<View, 'csrf'>): Html {
  return html`<input type="hidden" name="_csrf" value="${view.csrf}" />`
}
