import {
  actions,
  attrs,
  button,
  html,
  type Html,
  pageHead,
  raw,
  type SavedPageAssets,
  type Speaks
} from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { icons } from './frame.ts'

/** What the saved reader is made of, and whom it believes. */
export interface OfflineReaderParts extends SavedPageAssets {
  /** Log policy at the time of saving: by it the sender's keys in a file of proofs are judged. */
  readonly policy: string
  readonly host: string
  readonly origin: string
  readonly madeAt: string
  /** SHA-256 of the script, hexadecimal. */
  readonly digest: string
}

/** The reader of saved letters as one file that needs nothing else. */
export function offlineReader(view: Speaks, parts: OfflineReaderParts): Html {
  const t = messages.in(view.lang)
  const data = JSON.stringify({ policy: parts.policy, host: parts.host })
  return html`<!doctype html>
    <html lang="${view.lang}" dir="${view.lang === 'fa' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${parts.contentPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${t.offline}</title>
        ${raw(`<style>${parts.style}</style>`)}
      </head>
      <body class="page-normal">
        <div class="tile-band" aria-hidden="true"></div>
        <div class="page">
          <main id="main" tabindex="-1" ${attrs({ 'data-offline-reader': data })}>
            ${pageHead({ title: t.offline, lead: t.offlineLead })}
            <noscript><p>${t.offlineScript}</p></noscript>
            ${openForm(view)}
            <div
              data-offline-result
              role="region"
              aria-live="polite"
              aria-label="${t.letter}"
            ></div>
            <p class="verify-made no-print">${t.offlineMade(parts.origin, parts.madeAt)}</p>
            <p class="verify-made no-print">
              ${t.offlineDigest(parts.origin)}
              <bdi dir="ltr" class="code code-long">${parts.digest}</bdi>
            </p>
          </main>
        </div>
        ${icons()} ${raw(`<script>${parts.script}</script>`)}
      </body>
    </html>`
}

function openForm(view: Speaks): Html {
  const t = messages.in(view.lang)
  return html`<form class="form no-print" data-offline-form>
    <div class="field">
      <label for="offline-files">${t.offlineFiles}</label>
      <input type="file" id="offline-files" class="file-input" multiple data-offline-files />
    </div>
    <div class="field">
      <label for="offline-key">${t.offlineKey}</label>
      <p class="field-help" id="offline-key-help">${t.offlineKeyHelp}</p>
      <textarea
        id="offline-key"
        class="textarea"
        rows="3"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-describedby="offline-key-help"
        data-offline-key
      ></textarea>
    </div>
    ${actions(button(view, { text: t.offlineOpen, kind: 'primary' }))}
  </form>`
}
