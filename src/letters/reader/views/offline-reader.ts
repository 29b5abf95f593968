import {
  actions,
  button,
  html,
  type Html,
  pageHead,
  savedPage,
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
  const { policy, host, origin, madeAt, digest, ...assets } = parts
  const t = messages.in(view.lang)
  return savedPage(view, {
    ...assets,
    title: t.offline,
    main: { 'data-offline-reader': JSON.stringify({ policy, host }) },
    body: html`${pageHead({ title: t.offline, lead: t.offlineLead })}
      <noscript><p>${t.offlineScript}</p></noscript>
      ${openForm(view)}
      <div data-offline-result role="region" aria-live="polite" aria-label="${t.letter}"></div>
      <p class="verify-made no-print">${t.offlineMade(origin, madeAt)}</p>
      <p class="verify-made no-print">
        ${t.offlineDigest(origin)} <bdi dir="ltr" class="code code-long">${digest}</bdi>
      </p>`,
    after: icons()
  })
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
