import {
  type Html,
  type View,
  alert,
  code,
  formatNumber,
  html,
  link
} from '../../platform/html/index.ts'
import type { AnnouncedRevision } from '../effect-store.ts'
import { messages } from '../messages.ts'

/** Texts that were announced and wait for their notices to be seen; nothing where there are none. */
export function announcedNote(view: View, announced: readonly AnnouncedRevision[]): Html | null {
  const t = messages.in(view.lang)
  if (announced.length === 0) return null
  return alert(view, {
    kind: 'warning',
    still: true,
    title: t.announcedTitle,
    body: html`<p>${t.announcedText}</p>
      <ul class="grid gap-1">
        ${announced.map((one) => html`<li>${announcedLine(view, one)}</li>`)}
      </ul>`
  })
}

function announcedLine(view: View, one: AnnouncedRevision): Html {
  const t = messages.in(view.lang)
  const { agreement, version, revision } = one
  // A file has one address in both languages.
  const file = `/agreements/${agreement}/${version}.yaml?revision=${String(revision)}`
  return html`${code(`${agreement}@${version}`)} ${t.revision(formatNumber(view.lang, revision))}:
    ${link(view, { href: `/notices/${one.notice}`, text: t.announcedNotice })} ·
    <a class="link" href="${file}" download>${t.sourceFile}</a>`
}
