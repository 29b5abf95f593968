import { formatDigits, formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  button,
  html,
  layout,
  pageHead,
  postButton,
  section,
  stat,
  stats
} from '../../platform/html/index.ts'
import type { DeliveryState } from '../delivery-store.ts'
import { deskMessages } from '../messages-desk.ts'
import { messages } from '../messages.ts'
import { type Notice, noticePath } from '../notice.ts'
import { seenTag } from './notice-page.ts'
import { noticeArticle } from './notice-article.ts'
import { kindTag } from './words.ts'

/** A published notice for those who may correct it. */
export function deskNoticePage(
  view: View,
  notice: Notice,
  deliveries: Readonly<Record<DeliveryState, number>>
): Html {
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
      ${section({ title: t.mails, id: 'mails', level: 2, body: mailCounts(view, deliveries) })}
      <div class="card mt-6">
        ${noticeArticle({ ...view, lang: 'fa' }, notice, { mark: null, level: 2 })}
      </div>`
  })
}

function mailCounts(view: View, deliveries: Readonly<Record<DeliveryState, number>>): Html {
  const t = deskMessages.in(view.lang)
  const states = ['sent', 'queued', 'refused', 'given-up'] as const
  return stats(
    states.map((state) =>
      stat(view, { label: t[`mail-${state}`], value: formatNumber(deliveries[state], view.lang) })
    )
  )
}
