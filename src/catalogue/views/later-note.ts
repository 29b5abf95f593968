import { formatDigits, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { type Html, type View, alert, html, link } from '../../platform/html/index.ts'
import type { Announcement } from '../effect-store.ts'
import { messages } from '../messages.ts'
import { announcedText } from './announced-note.ts'

/**
 * Tells whoever has an open application of the changes that came after it, and that it keeps the rules of
 * its day; nothing where nothing changed.
 * @param held - The version that the application is held to, `10021001@3`.
 */
export function laterNote(view: View, held: string, later: readonly Announcement[]): Html | false {
  const t = messages.in(view.lang)
  if (later.length === 0) return false
  return alert(view, {
    kind: 'info',
    still: true,
    title: t.laterTitle,
    body: html`<p>${t.laterText(formatDigits(held.split('@')[1] ?? '', view.lang))}</p>
      <ul class="grid gap-1">
        ${later.map((one) => html`<li>${line(view, one)}</li>`)}
      </ul>`
  })
}

function line(view: View, one: Announcement): Html {
  const t = messages.in(view.lang)
  const { effectiveAt } = one
  const number = formatDigits(one.version, view.lang)
  const isPast = effectiveAt !== null && Temporal.Instant.compare(effectiveAt, view.now) <= 0
  const text = isPast
    ? t.laterSince(number, formatJalaliDateTime(effectiveAt, view.lang))
    : announcedText(one, view.lang)
  return html`${text} ${link(view, { href: `/notices/${one.notice}`, text: t.seeNotice(number) })}`
}
