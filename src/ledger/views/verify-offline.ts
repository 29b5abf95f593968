import { html, type Html, raw, type Speaks } from '../../platform/html/index.ts'
import { messages } from '../messages-verify.ts'
import { verifyBody } from './verify-page.ts'

/** What a saved copy is made of. */
export interface OfflineParts {
  readonly policy: string
  /** Style sheet with all that it points to inside. */
  readonly style: string
  /** Script that loads nothing. */
  readonly script: string
  /** Content of its `Content-Security-Policy`. */
  readonly contentPolicy: string
  /** The site that it was saved from, and when, in the reader's language. */
  readonly origin: string
  readonly madeAt: string
}

/** The page that checks receipts as one file that needs nothing else. */
export function offlinePage(view: Speaks, parts: OfflineParts): Html {
  const t = messages.in(view.lang)
  return html`<!doctype html>
    <html lang="${view.lang}" dir="${view.lang === 'fa' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${parts.contentPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${t.title}</title>
        ${raw(`<style>${parts.style}</style>`)}
      </head>
      <body class="page-normal">
        <div class="tile-band" aria-hidden="true"></div>
        <div class="page">
          <main id="main" tabindex="-1">
            ${verifyBody(view, parts.policy)}
            <p class="verify-made">${t.offlineMade(parts.origin, parts.madeAt)}</p>
          </main>
        </div>
        ${raw(`<script>${parts.script}</script>`)}
      </body>
    </html>`
}
