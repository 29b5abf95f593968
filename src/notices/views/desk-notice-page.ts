import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  button,
  html,
  layout,
  pageHead,
  postButton
} from '../../platform/html/index.ts'
import { deskMessages } from '../messages-desk.ts'
import { messages } from '../messages.ts'
import { type Notice, noticePath } from '../notice.ts'
import { seenTag } from './notice-page.ts'
import { noticeArticle } from './notice-article.ts'
import { kindTag } from './words.ts'

/** A published notice for those who may correct it. */
export function deskNoticePage(view: View, notice: Notice): Html {
  const t = deskMessages.in(view.lang)
  const address = `/desk/notices/${notice.id}`
  const version = messages.in(view.lang).versionOf(formatDigits(notice.version, view.lang))
  return layout(view, {
    title: notice.title[view.lang],
    robots: 'noindex',
    breadcrumbs: [
      { href: '/desk', text: t.desk },
      { href: '/desk/notices', text: t.title },
      { href: address, text: notice.title[view.lang] }
    ],
    body: html`${pageHead({ title: notice.title[view.lang], lead: t.correctLead })}
      <p class="flex flex-wrap items-center gap-2">
        ${kindTag(view, notice.kind)}${seenTag(view, notice)}<span>${version}</span>
      </p>
      ${actions(
        postButton(view, { action: `${address}/correction`, text: t.correct, kind: 'primary' }),
        button(view, { href: noticePath(notice.id), text: t.see })
      )}
      <div class="card mt-6">${noticeArticle({ ...view, lang: 'fa' }, notice, null)}</div>`
  })
}
