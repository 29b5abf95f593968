import { type Html, type View, html, layout, link, pageHead } from '../../../platform/html/index.ts'
import type { Lang } from '../../../platform/index.ts'
import { systemClock } from '../../../platform/index.ts'
import { copyMessages } from '../messages-copy.ts'

/** What stands in the place of every other page while the program waits for its database. */
export function awayPage(lang: Lang): Html {
  const t = copyMessages.in(lang)
  const view: View = {
    lang,
    path: '/',
    csrf: '',
    account: null,
    nav: [{ href: '/status', text: t.status }],
    demo: false,
    now: systemClock.now(),
    flash: null,
    theme: 'auto',
    footer: []
  }
  return layout(view, {
    title: t.noneTitle,
    robots: 'noindex',
    body: html`<div class="grid gap-4 pt-6">
      ${pageHead({ title: t.noneTitle, lead: t.none })}
      <p>${link(view, { href: '/status', text: t.seeStatus })}</p>
    </div>`
  })
}
