import { type Html, type View, html, pageHead } from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { frame } from './frame.ts'

/** An address of the main site was asked for here. */
export function notHerePage(view: View, mainOrigin: string): Html {
  const t = messages.in(view.lang)
  return frame(view, {
    title: t.notHereTitle,
    mainOrigin,
    body: html`${pageHead({ title: t.notHereTitle, lead: t.notHere })}
      <p><a class="link" href="${mainOrigin}">${t.mainSite}</a></p>`
  })
}

/** Something was not done, and why. */
export function troublePage(
  view: View,
  { title, text, mainOrigin }: { title: string; text: string; mainOrigin: string }
): Html {
  const body = pageHead({ title, ...(text !== '' && { lead: text }) })
  return frame(view, { title, mainOrigin, body })
}
