import { infoFor } from '../../../kernel/alerts/index.ts'
import { formatDuration, formatNumber } from '../../../kernel/persian/index.ts'
import type { Authority } from '../../../people/index.ts'
import {
  type Html,
  type KeyValue,
  type View,
  actions,
  alert,
  button,
  code,
  html,
  keyValues,
  layout,
  pageHead,
  section
} from '../../../platform/html/index.ts'
import { type Broadcast, alertOf } from '../broadcast.ts'
import { messages } from '../messages.ts'
import type { Reach } from '../telling-store.ts'
import { danger, instantText, saidIn, stateTag } from './alert-parts.ts'

/** One alert with all that is known of it. */
export interface ShownAlert {
  readonly broadcast: Broadcast
  readonly authority: Authority | null
  readonly reach: Reach
  /** Whether the reader may replace it or call it off. */
  readonly mayFollow: boolean
}

/** An alert in the reader's language first, then in all others, its reach, and its signature. */
export function alertPage(view: View, shown: ShownAlert): Html {
  const { broadcast, authority, reach, mayFollow } = shown
  const t = messages.in(view.lang)
  const said = alertOf(broadcast)
  const first = infoFor(said, view.lang)
  const others = said.infos.filter((info) => info !== first)
  return layout(view, {
    title: first.headline,
    breadcrumbs: [
      { href: '/alerts', text: t.title },
      { href: `/alerts/${broadcast.id}`, text: first.event }
    ],
    body: html`${pageHead({ title: first.event, lead: html`${stateTag(view, broadcast)}` })}
    ${
      broadcast.status === 'Exercise' &&
      alert(view, { kind: 'info', still: true, body: t.exerciseNote })
    }
    ${saidIn(view, first)} ${danger(view, first)} ${particulars(view, broadcast, authority)}
    ${mayFollow && followUp(view, broadcast.id)}
    ${
      others.length > 0 &&
      section({
        title: t.otherLanguages,
        body: html`${others.map((info) => saidIn(view, info))}`
      })
    }
    ${section({ title: t.reach, body: reachList(view, reach) })}
    ${section({ title: t.proof, body: proof(view, broadcast) })}`
  })
}

/** Ways to take an alert back: nothing that was published changes. */
function followUp(view: View, id: string): Html {
  const t = messages.in(view.lang)
  const href = (as: string) => `/desk/alerts/new?of=${id}&as=${as}`
  return actions(
    button(view, { text: t.update, href: href('Update') }),
    button(view, { text: t.callOff, href: href('Cancel') })
  )
}

function particulars(view: View, broadcast: Broadcast, authority: Authority | null): Html {
  const t = messages.in(view.lang)
  const items: KeyValue[] = [
    { key: t.sender, value: authority?.title[view.lang] ?? broadcast.authority },
    { key: t.published, value: instantText(view, broadcast.publishedAt) },
    { key: t.expires, value: instantText(view, broadcast.expiresAt) }
  ]
  return keyValues(items)
}

function reachList(view: View, reach: Reach): Html {
  const { lang } = view
  const t = messages.in(lang)
  const number = (n: number) => formatNumber(n, lang)
  return keyValues([
    { key: t.audience, value: number(reach.audience) },
    { key: t.reached, value: number(reach.reached) },
    { key: t.waitingMessages, value: number(reach.waiting) },
    { key: t.refusedMessages, value: number(reach.refused) },
    ...(reach.p95Seconds === null
      ? []
      : [{ key: t.p95, value: formatDuration(reach.p95Seconds, lang) }])
  ])
}

function proof(view: View, { id, sha256, note }: Broadcast): Html {
  const t = messages.in(view.lang)
  return html`<div class="prose"><p>${t.proofText}</p></div>
    ${keyValues([
      { key: 'SHA-256', value: code(sha256) },
      { key: t.cap, value: html`<a class="link" href="/alerts/${id}.cap">CAP 1.2</a>` }
    ])}
    <details class="mt-2">
      <summary>${t.note}</summary>
      <pre dir="ltr" class="overflow-x-auto text-sm">${note}</pre>
    </details>`
}
