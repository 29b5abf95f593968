import { formatDigits, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { type Html, type View, alert, html, link } from '../../platform/html/index.ts'
import type { Lang } from '../../platform/index.ts'
import type { Announcement } from '../effect-store.ts'
import { messages } from '../messages.ts'

/** What will change of a card, from when, and what it waits for; nothing where nothing was announced. */
export function announcedNote(view: View, announced: readonly Announcement[]): Html | false {
  const t = messages.in(view.lang)
  if (announced.length === 0) return false
  return alert(view, {
    kind: 'warning',
    still: true,
    title: t.announcedTitle,
    body: html`<ul class="grid gap-1">
      ${announced.map(
        (one) =>
          html`<li>
            ${announcedText(one, view.lang)}
            ${link(view, {
              href: `/notices/${one.notice}`,
              text: t.seeNotice(formatDigits(one.version, view.lang))
            })}
          </li>`
      )}
    </ul>`
  })
}

/** From when an announced version is in force, or that its notice waits to be read outside. */
export function announcedText(one: Announcement, lang: Lang): string {
  const t = messages.in(lang)
  const number = formatDigits(one.version, lang)
  if (one.effectiveAt !== null) {
    return t.announcedFrom(number, formatJalaliDateTime(one.effectiveAt, lang))
  }
  return one.askedAt === null
    ? t.announcedWaits(number)
    : t.announcedWaitsUntil(number, formatJalaliDateTime(one.askedAt, lang))
}
