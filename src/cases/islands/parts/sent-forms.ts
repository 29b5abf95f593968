import type { SentForms } from '../../../kernel/reading/index.ts'

/** A form that is sent from this device. */
type Sent = { readonly application: string } | { readonly correction: string }

const nothing: SentForms = { applications: [], corrections: [] }

/**
 * Keeps what a form that is sent from here looks like, so that this browser sees whether the unit judged that
 * one. A hash says nothing of what is in it.
 * @param of - The draft, until it is a case; the case.
 * @param isMine - The device is its owner's own: it is kept beyond this tab.
 */
export function keepSent(of: string, sent: Sent, isMine: boolean): void {
  const before = sentForms(of) ?? nothing
  const now: SentForms =
    'application' in sent
      ? { ...before, applications: [...before.applications, sent.application] }
      : { ...before, corrections: [...before.corrections, sent.correction] }
  const isKept = isMine || localStorage.getItem(keyOf(of)) !== null
  const place = isKept ? localStorage : sessionStorage
  place.setItem(keyOf(of), JSON.stringify(now))
}

/** What was sent of a draft is what was sent of its case. */
export function nameSent(draft: string, of: string): void {
  for (const place of [localStorage, sessionStorage]) {
    const kept = place.getItem(keyOf(draft))
    if (kept !== null) place.setItem(keyOf(of), kept)
    place.removeItem(keyOf(draft))
  }
}

/** What was sent from this device for a case; `null` where it knows of nothing. */
export function sentForms(of: string): SentForms | null {
  const text = localStorage.getItem(keyOf(of)) ?? sessionStorage.getItem(keyOf(of))
  return text === null ? null : (JSON.parse(text) as SentForms)
}

function keyOf(of: string): string {
  return `peyman-sealed-sent ${of}`
}
