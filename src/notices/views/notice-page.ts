import { formatDigits, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { publicLog } from '../../ledger/index.ts'
import type { Authority } from '../../people/index.ts'
import {
  type Html,
  type KeyValue,
  type View,
  actions,
  alert,
  badge,
  code,
  html,
  keyValues,
  layout,
  link,
  section,
  tag
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { type Notice, noticePath } from '../notice.ts'
import { feedLinks } from './feed-links.ts'
import { noticeArticle } from './notice-article.ts'
import { type NoticeProof, proofSection } from './notice-proof.ts'
import { type ServiceNames, aboutLink, changesText, kindTag, serviceLinks } from './words.ts'

/** One version of a notice with all that is known about it. */
export interface ShownNotice {
  readonly notice: Notice
  /** All versions, the newest first. */
  readonly versions: readonly Notice[]
  readonly authority: Authority | null
  readonly services: ServiceNames
  readonly proof: NoticeProof
  /** The page of the notice itself, and not that of one of its versions. */
  readonly isOwnPage: boolean
}

/** The page of a notice: its words, what it is about, who saw it, and its versions. */
export function noticePage(view: View, shown: ShownNotice): Html {
  const t = messages.in(view.lang)
  const { notice, versions } = shown
  const newest = versions[0]?.version ?? notice.version
  const title = notice.title[view.lang]
  return layout(view, {
    title,
    description: notice.body[view.lang].slice(0, 160),
    head: feedLinks(view),
    ...(shown.isOwnPage ? {} : { robots: 'noindex' as const }),
    breadcrumbs: [
      { href: '/', text: t.home },
      { href: '/notices', text: t.title },
      { href: noticePath(notice.id), text: title }
    ],
    body: html`<div class="grid gap-6 pt-4">
      ${notice.version < newest && olderAlert(view, notice)}
      <p class="flex flex-wrap items-center gap-2">
        ${kindTag(view, notice.kind)}${seenTag(view, notice)}
        <span>${shown.authority?.shortTitle[view.lang]}</span>
      </p>
      ${noticeArticle(view, notice, { mark: shown.isOwnPage ? notice : null, level: 1 })}
      ${facts(view, shown)}
      ${proofSection(view, { notice, isNewest: notice.version === newest }, shown.proof)}
      ${versions.length > 1 && versionsList(view, shown)}
    </div>`
  })
}

/** Whether a notice counts as given, as a word in its colour. */
export function seenTag(view: View, { seenAt }: Pick<Notice, 'seenAt'>): Html {
  const t = messages.in(view.lang)
  if (seenAt === null) return tag({ tone: 'neutral', icon: 'clock', text: t.waiting })
  return tag({ tone: 'kept', icon: 'eye', text: t.seen })
}

function olderAlert(view: View, { id }: Notice): Html {
  const t = messages.in(view.lang)
  return alert(view, {
    kind: 'warning',
    still: true,
    title: t.olderTitle,
    body: t.older,
    actions: actions(link(view, { href: noticePath(id), text: t.toNewest }))
  })
}

function facts(view: View, { notice, services, proof }: ShownNotice): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  const about = aboutLink(view, notice)
  const items: (KeyValue | false)[] = [
    {
      key: notice.version === 1 ? t.publishedAt : t.correctedAt,
      value: formatJalaliDateTime(notice.publishedAt, lang)
    },
    notice.effectiveAt !== null && {
      key: t.effectiveAt,
      value: formatJalaliDateTime(notice.effectiveAt, lang)
    },
    { key: t.services, value: serviceLinks(view, notice, services) },
    notice.changes.length > 0 && { key: t.changes, value: changesText(view, notice) },
    about !== null && { key: t.about, value: about },
    { key: t.textHash, value: code(notice.sha256) },
    { key: t.inLog, value: publicLog.leafLink(view, proof.leaves.get(notice.fact)) }
  ]
  return keyValues(
    items.filter((item) => item !== false),
    { dense: true }
  )
}

function versionsList(view: View, { notice, versions }: ShownNotice): Html {
  const t = messages.in(view.lang)
  const rows = versions.map(
    ({ id, version, publishedAt }, i) =>
      html`<li class="flex flex-wrap items-center gap-2">
        ${
          version === notice.version
            ? html`<strong>${t.versionOf(formatDigits(version, view.lang))}</strong>`
            : link(view, {
                href: i === 0 ? noticePath(id) : noticePath(id, version),
                text: t.versionOf(formatDigits(version, view.lang))
              })
        }
        <span>${formatJalaliDateTime(publishedAt, view.lang)}</span>
        ${i === 0 && badge(view, 'in-force', t.newest)}
      </li>`
  )
  return section({
    title: t.versions,
    id: 'versions',
    lead: t.versionsLead,
    body: html`<ul class="grid gap-2">
      ${rows}
    </ul>`
  })
}
