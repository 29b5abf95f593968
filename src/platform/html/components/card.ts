import { attrs, classes, type Content, html, type Html, raw } from '../html.ts'
import { formHref, type Speaks } from '../view.ts'
import { lookOf, type State, type Tone } from './state.ts'
import { icon, type IconName } from '../icons.ts'

/** A heading of the level that the page's outline asks for. */
export function heading(level: 1 | 2 | 3 | 4, text: Content, id?: string): Html {
  const attributes = attrs({ id })
  return html`${raw(`<h${level} ${attributes.toString()}>`)}${text}${raw(`</h${level}>`)}`
}

/** A box about one thing. */
export interface CardOptions {
  readonly title?: string
  /** Makes the title a link, and the whole card its target. */
  readonly href?: string
  readonly level?: 2 | 3 | 4
  readonly badge?: Content
  readonly icon?: IconName
  readonly body?: Content
  readonly footer?: Content
  readonly tone?: Tone
}

/** A card; with `href` the whole card leads there, and only the title is read as the link. */
export function card(view: Speaks, options: CardOptions): Html {
  const title = options.title !== undefined && heading(options.level ?? 3, cardTitle(view, options))
  const shape = classes('card', options.href && 'card-link', options.tone && `tone-${options.tone}`)
  return html`<article class="${shape}">
    ${(title || options.badge) && html`<div class="card-head">${title}${options.badge}</div>`}
    ${options.body && html`<div class="card-content">${options.body}</div>`}
    ${options.footer && html`<div class="card-foot">${options.footer}</div>`}
  </article>`
}

function cardTitle(view: Speaks, options: CardOptions): Html {
  const text = html`${options.icon && icon(options.icon)}${options.title}`
  if (options.href === undefined) return text
  return html`<a href="${formHref(view, options.href)}">${text}</a>`
}

/** Cards side by side where there is room. */
export function cards(items: readonly Html[]): Html {
  return html`<ul class="cards">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

/** One number that matters, with what it means and where it comes from. */
export interface StatOptions {
  readonly label: string
  /** Written out, with the digits of the language. */
  readonly value: Content
  readonly unit?: string
  readonly state?: State
  /** The label says the state already: its colour alone is added. */
  readonly stateSaid?: boolean
  readonly note?: Content
  /** How the number was computed. */
  readonly href?: string
}

/** A number with its meaning; with `href` a way to how it was computed. */
export function stat(view: Speaks, options: StatOptions): Html {
  const look = options.state && lookOf(options.state)
  const value = html`${options.value}${options.unit && html` <small>${options.unit}</small>`}`
  return html`<div class="${classes('figure', look && `tone-${look.tone}`)}">
    <dt>${options.label}</dt>
    <dd class="figure-value">
      ${
        options.href === undefined
          ? value
          : html`<a href="${formHref(view, options.href)}">${value}</a>`
      }
    </dd>
    ${look && !options.stateSaid && html`<dd class="figure-state">${icon(look.icon)}${look.text[view.lang]}</dd>`}
    ${options.note && html`<dd class="figure-note">${options.note}</dd>`}
  </div>`
}

/** Numbers side by side. */
export function stats(items: readonly Html[]): Html {
  return html`<dl class="figures">${items}</dl>`
}

/** One line of a list of terms and what they are; `action` is a link to change it. */
export interface KeyValue {
  readonly key: string
  readonly value: Content
  readonly action?: Content
}

/** A list of terms and their values: a summary, a service card, a receipt. */
export function keyValues(items: readonly KeyValue[], options: { dense?: boolean } = {}): Html {
  const rows = items.map(
    (item) =>
      html`<div>
        <dt>${item.key}</dt>
        <dd>${item.value}</dd>
        ${item.action && html`<dd class="key-values-action">${item.action}</dd>`}
      </div>`
  )
  return html`<dl class="${classes('key-values', options.dense && 'key-values-dense')}">
    ${rows}
  </dl>`
}

/** An id, code, address or number that is read left to right in every language. */
export function code(text: string): Html {
  // A hash is longer than a telephone is wide.
  const isLong = text.length > 24
  return html`<bdi dir="ltr" class="${isLong ? 'code code-long' : 'code'}">${text}</bdi>`
}

/** Two columns where there is room: the main matter, and what stands beside it. */
export function columns(main: Content, beside: Content, options: { equal?: boolean } = {}): Html {
  return html`<div class="${options.equal ? 'columns columns-equal' : 'columns'}">
    <div>${main}</div>
    <div>${beside}</div>
  </div>`
}

/** The title of a page with what belongs to it: a line above, a lead, a state, actions. */
export interface PageHeadOptions {
  readonly title: Content
  readonly above?: Content
  readonly lead?: Content
  readonly badge?: Content
  readonly actions?: Content
}

/** The one `<h1>` of a page. */
export function pageHead(options: PageHeadOptions): Html {
  return html`<div class="page-head">
    ${options.above && html`<p class="page-above">${options.above}</p>`}
    <div class="page-title">${heading(1, options.title)}${options.badge}</div>
    ${options.lead && html`<p class="lead">${options.lead}</p>`}
    ${options.actions && html`<div class="actions">${options.actions}</div>`}
  </div>`
}

/** The opening of a front page: what this place is for, and the way in. */
export interface HeroOptions {
  readonly title: string
  readonly lead: Content
  /** Cards and forms; they stand on the coloured ground. */
  readonly body: Content
  readonly level?: 1 | 2
}

/** A coloured band across the window; first in the body of a page. */
export function hero(options: HeroOptions): Html {
  return html`<div class="hero">
    ${heading(options.level ?? 1, options.title)}
    <p class="lead">${options.lead}</p>
    <div class="hero-body">${options.body}</div>
  </div>`
}

/** A part of a page under its own heading. */
export interface SectionOptions {
  readonly title: string
  readonly body: Content
  readonly id?: string
  readonly level?: 2 | 3
  readonly actions?: Content
  readonly lead?: Content
}

/** A section with its heading, and the anchor that leads to it. */
export function section(options: SectionOptions): Html {
  return html`<section class="section" ${attrs({ id: options.id })}>
    <div class="section-head">${heading(options.level ?? 2, options.title)}${options.actions}</div>
    ${options.lead && html`<p class="section-lead">${options.lead}</p>`}${options.body}
  </section>`
}
