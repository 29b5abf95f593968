import { formatNumber } from '../../kernel/persian/index.ts'
import { type Html, type Speaks, alert, html, link } from '../../platform/html/index.ts'
import { kindMessages, messages } from '../messages.ts'
import { type Notice, noticePath } from '../notice.ts'

const shownMax = 3

/**
 * Notices on top of a page, the newest first; those that find no room are behind one link.
 * @param notices - As `currentNotices` gives them.
 * @returns `null` where there is none.
 */
export function noticeBanner(view: Speaks, notices: readonly Notice[]): Html | null {
  const t = messages.in(view.lang)
  if (notices.length === 0) return null
  const more = notices.length - shownMax
  return html`<section class="no-print mb-4 grid gap-2" aria-label="${t.title}">
    ${notices.slice(0, shownMax).map((notice) => oneOf(view, notice))}
    ${
      more > 0 &&
      html`<p>
        ${link(view, { href: '/notices', text: t.moreBanners(formatNumber(more, view.lang)) })}
      </p>`
    }
  </section>`
}

function oneOf(view: Speaks, { id, kind, title }: Notice): Html {
  const { lang } = view
  return alert(view, {
    kind: kind === 'outage' ? 'warning' : 'info',
    still: true,
    title: kindMessages.in(lang)[kind],
    body: link(view, { href: noticePath(id), text: title[lang] })
  })
}
