import {
  type Content,
  type Html,
  asset,
  attrs,
  formHref,
  html,
  island
} from '../../../platform/html/index.ts'
import type { View } from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'

/** A page of the report desk. */
export interface FrameOptions {
  readonly title: string
  readonly body: Content
  readonly islands?: readonly string[]
  /** Address of the main site. */
  readonly mainOrigin: string
}

/** The page around a body: no account, no cookie, nothing that this small process does not have. */
export function frame(view: View, { title, body, islands = [], mainOrigin }: FrameOptions): Html {
  const t = messages.in(view.lang)
  const direction = { lang: view.lang, dir: view.lang === 'fa' ? 'rtl' : 'ltr' }
  return html`<!doctype html>
    <html ${attrs(direction)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${t.name}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="${asset('main.css')}" />
        <link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml" />
      </head>
      <body class="page-normal">
        <a class="skip-link" href="#main">${t.skip}</a>
        ${header(view)}
        <div class="page"><main id="main" tabindex="-1">${body}</main></div>
        <footer class="site-footer">
          <div class="site-footer-inner">
            <nav aria-label="${t.name}">
              <ul>
                <li><a href="${formHref(view, '/report')}">${t.report}</a></li>
                <li><a href="${formHref(view, '/report/track')}">${t.track}</a></li>
                <li><a href="${mainOrigin}">${t.mainSite}</a></li>
              </ul>
            </nav>
          </div>
        </footer>
        ${islands.map((name) => island(view, name))}
      </body>
    </html>`
}

function header(view: View): Html {
  const t = messages.in(view.lang)
  const other = view.lang === 'fa' ? 'en' : 'fa'
  const link = { href: formHref({ lang: other }, view.path), hreflang: other, lang: other }
  return html`<header class="site-header">
      <div class="site-header-bar">
        <a class="site-name" href="${formHref(view, '/report')}">
          <span><strong>${t.name}</strong><small>${t.apart}</small></span>
        </a>
        <div class="site-menu"><a ${attrs(link)}>${t.otherLanguage}</a></div>
      </div>
    </header>
    <div class="tile-band" aria-hidden="true"></div>`
}
