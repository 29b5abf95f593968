import { asset, island } from '../assets.ts'
import { attrs, classes, type Content, html, type Html } from '../html.ts'
import { icon, type IconName } from '../icons.ts'
import { messages } from '../messages.ts'
import { csrfField, type Flash, formHref, type NavItem, type View } from '../view.ts'
import { alert } from './alert.ts'
import { breadcrumbs } from './navigation.ts'
import { emblem } from './emblem.ts'

/** The body whose desk this is, as the header names it. */
export interface LayoutAuthority {
  readonly name: string
  /** The name of its desk; "Electronic service desk" unless told. */
  readonly desk?: string
  readonly href: string
}

/** What a page gives to its frame. */
export interface LayoutOptions {
  readonly title: string
  readonly body: Content
  readonly authority?: LayoutAuthority
  readonly breadcrumbs?: readonly NavItem[]
  readonly description?: string
  /** `dense` for officers: smaller text, full width. `wide` for pages with a margin column. */
  readonly width?: 'normal' | 'wide' | 'dense'
  /** Islands that the page needs, as `cases/upload`. */
  readonly islands?: readonly string[]
  /** More for the head: JSON-LD, feeds. */
  readonly head?: Content
  /** The title then begins with "Error:", as a reader of titles expects. */
  readonly hasProblems?: boolean
  readonly robots?: 'noindex'
}

/** The whole page around a body: head, skip link, header, navigation, message, body, footer. */
export function layout(view: View, options: LayoutOptions): Html {
  const t = messages.in(view.lang)
  const width = options.width ?? 'normal'
  return html`<!doctype html>
    <html ${attrs(rootAttributes(view))}>
      ${head(view, options)}
      <body class="page-${width}">
        <a class="skip-link" href="#main">${t.skip}</a>
        ${header(view, options)}
        <div class="page">
          ${view.banner} ${options.breadcrumbs && breadcrumbs(view, options.breadcrumbs)}
          <main id="main" tabindex="-1">
            ${view.flash && flash(view, view.flash)} ${options.body}
          </main>
        </div>
        ${footer(view)} ${(options.islands ?? []).map((name) => island(view, name))}
      </body>
    </html>`
}

function rootAttributes(view: View): Record<string, string | undefined> {
  return {
    lang: view.lang,
    dir: view.lang === 'fa' ? 'rtl' : 'ltr',
    'data-theme': view.theme === 'auto' ? undefined : view.theme
  }
}

/** What was just done is news for the screen, and no part of what is printed. */
function flash(view: View, { kind, text }: Flash): Html {
  return html`<div class="no-print">${alert(view, { kind, body: text })}</div>`
}

function head(view: View, options: LayoutOptions): Html {
  const t = messages.in(view.lang)
  const site = options.authority?.name ?? view.brand?.name ?? t.product
  const own = view.brand?.stylesheet
  const title = options.hasProblems ? t.errorTitle(options.title) : options.title
  const other = { fa: 'en', en: 'fa' } as const
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · ${site}</title>
    ${options.description && html`<meta name="description" content="${options.description}" />`}
    ${options.robots && html`<meta name="robots" content="${options.robots}" />`}
    <meta name="color-scheme" content="${view.theme === 'auto' ? 'light dark' : view.theme}" />
    <link
      rel="preload"
      href="${asset('vazirmatn.woff2')}"
      as="font"
      type="font/woff2"
      crossorigin
    />
    <link rel="stylesheet" href="${asset('main.css')}" />
    ${own && html`<link rel="stylesheet" href="${own}" />`}
    <link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml" />
    <link
      rel="alternate"
      hreflang="${other[view.lang]}"
      href="${formHref({ lang: other[view.lang] }, view.path)}"
    />
    ${options.head}
  </head>`
}

function header(view: View, options: LayoutOptions): Html {
  const t = messages.in(view.lang)
  return html`<header class="site-header">
      ${view.demo && html`<p class="demo-banner">${icon('info')}<span>${t.demo}</span></p>`}
      <div class="site-header-bar">
        <a class="site-name" href="${formHref(view, options.authority?.href ?? '/')}">
          ${mark(view)}
          <span>
            <strong>${options.authority?.name ?? view.brand?.name ?? t.product}</strong>
            <small>${options.authority?.desk ?? view.brand?.desk ?? t.desk}</small>
          </span>
        </a>
        <button type="button" class="menu-button" popovertarget="site-menu">
          ${icon('menu')}${t.menu}
        </button>
        <div id="site-menu" class="site-menu" popover>${navigation(view)}${account(view)}</div>
      </div>
    </header>
    <div class="tile-band" aria-hidden="true"></div>`
}

/** The picture of the authority, which its name beside it says already; else the mark of the product. */
function mark({ brand }: View): Html {
  const logo = brand?.logo
  return logo ? html`<img class="site-logo" src="${logo}" alt="" />` : emblem()
}

function navigation(view: View): Html | false {
  const t = messages.in(view.lang)
  return (
    view.nav.length > 0 &&
    html`<nav class="site-nav" aria-label="${t.mainNavigation}">
      <ul>
        ${view.nav.map((item) => html`<li>${navLink(view, item)}</li>`)}
      </ul>
    </nav>`
  )
}

function navLink(view: View, item: NavItem): Html {
  const attributes = {
    href: formHref(view, item.href),
    'aria-current': item.current ? 'page' : undefined
  }
  return html`<a ${attrs(attributes)}>${item.text}</a>`
}

function account(view: View): Html {
  const t = messages.in(view.lang)
  const language = html`<a ${attrs(languageLink(view))}>${icon('globe')}${t.otherLanguage}</a>`
  if (!view.account) {
    return html`<div class="site-account">
      ${language}<a href="${formHref(view, '/sign-in')}">${icon('user')}${t.signIn}</a>
    </div>`
  }
  return html`<div class="site-account">
    ${language}
    <a href="${formHref(view, '/account')}">
      ${icon('user')}<span class="sr-only">${t.account}: </span>${view.account.name}
    </a>
    <form method="post" action="${formHref(view, '/sign-out')}">
      ${csrfField(view)}<button type="submit">${t.signOut}</button>
    </form>
  </div>`
}

function languageLink(view: View): Record<string, string> {
  const other = view.lang === 'fa' ? 'en' : 'fa'
  return { href: formHref({ lang: other }, view.path), hreflang: other, lang: other }
}

function footer(view: View): Html {
  const t = messages.in(view.lang)
  const links = view.footer ?? [
    { href: '/agreements', text: t.agreements },
    { href: '/promises', text: t.promises },
    { href: '/statistics', text: t.statistics },
    { href: '/log', text: t.log },
    { href: '/verify', text: t.verify },
    { href: '/api', text: t.api },
    { href: '/about', text: t.about }
  ]
  return html`<footer class="site-footer">
    <div class="site-footer-inner">
      <nav aria-label="${t.footerNavigation}">
        <ul>
          ${links.map((item) => html`<li>${navLink(view, item)}</li>`)}
        </ul>
      </nav>
      ${view.brand?.note && html`<p>${view.brand.note}</p>`} ${themeSwitch(view)}
      <p class="site-footer-note">${emblem()}${t.footerNote}</p>
    </div>
  </footer>`
}

const themes: readonly { value: View['theme']; icon: IconName }[] = [
  { value: 'light', icon: 'sun' },
  { value: 'dark', icon: 'moon' },
  { value: 'auto', icon: 'device' }
]

/** Sent with `get`: it changes nothing but a cookie of the reader, and needs no token on public pages. */
function themeSwitch(view: View): Html {
  const t = messages.in(view.lang)
  const names = { light: t.themeLight, dark: t.themeDark, auto: t.themeAuto }
  const choices = themes.map((theme) => {
    const attributes = {
      class: classes('theme-choice', theme.value === view.theme && 'theme-choice-current'),
      value: theme.value,
      'aria-pressed': String(theme.value === view.theme)
    }
    return html`<button type="submit" name="theme" ${attrs(attributes)}>
      ${icon(theme.icon)}${names[theme.value]}
    </button>`
  })
  return html`<form method="get" action="${formHref(view, '/theme')}" class="theme-switch">
    <input type="hidden" name="back" value="${formHref(view, view.path)}" />
    <span id="theme-label">${t.theme}</span>
    <div role="group" aria-labelledby="theme-label">${choices}</div>
  </form>`
}
