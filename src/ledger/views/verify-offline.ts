import {
  html,
  type Html,
  savedPage,
  type SavedPageAssets,
  type Speaks
} from '../../platform/html/index.ts'
import { messages } from '../messages-verify.ts'
import { verifyBody } from './verify-page.ts'

/** What a saved copy is made of. */
interface OfflineParts extends SavedPageAssets {
  readonly policy: string
  /** The site that it was saved from, and when, in the reader's language. */
  readonly origin: string
  readonly madeAt: string
}

/** The page that checks receipts as one file that needs nothing else. */
export function offlinePage(view: Speaks, parts: OfflineParts): Html {
  const { policy, origin, madeAt, ...assets } = parts
  const t = messages.in(view.lang)
  return savedPage(view, {
    ...assets,
    title: t.title,
    body: html`${verifyBody(view, policy)}
      <p class="verify-made">${t.offlineMade(origin, madeAt)}</p>`
  })
}
