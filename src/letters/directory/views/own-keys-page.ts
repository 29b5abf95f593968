import { createHash } from 'node:crypto'
import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Content,
  type Html,
  type View,
  alert,
  badge,
  code,
  form,
  formatNumber,
  hidden,
  html,
  island,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'
import type { EntryStanding, OwnEntry, OwnKeys } from '../read-own-keys.ts'

const states = {
  counts: 'in-force',
  waits: 'at-risk',
  past: 'withdrawn',
  stopped: 'refused'
} as const

/** The history of one's own keys: what stands, since when, with its proof, and how to stop a wrong one. */
export function ownKeysPage(view: View, owners: readonly OwnKeys[]): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({ title: t.title, lead: t.ownLead })}
  ${owners.length === 0 ? html`<p class="muted">${t.none}</p>` : owners.map((keys) => ofOwner(view, keys))}
  ${owners.length > 0 && deviceCheck(view, owners)}
  ${section({
    title: t.howTitle,
    body: html`<p>${t.howBody}</p>
      <p>${link(view, { href: '/log/directory', text: t.aboutLink })}</p>`
  })}`
  return layout(view, {
    title: t.title,
    body,
    robots: 'noindex',
    breadcrumbs: [{ href: '/account', text: t.account }]
  })
}

/** Where the device says what it found; the script fills it. */
function deviceCheck(view: View, owners: readonly OwnKeys[]): Html {
  const t = messages.in(view.lang)
  const places = owners.map(
    ({ owner }) =>
      html`<p
        role="status"
        data-own-keys="${owner}"
        data-first="${t.deviceFirst}"
        data-same="${t.deviceSame}"
        data-news="${t.deviceNews}"
        data-log-keys="${t.deviceLogKeys}"
      >
        ${t.deviceWaits}
      </p>`
  )
  return section({
    title: t.deviceTitle,
    body: html`<noscript><p>${t.deviceNeedsScript}</p></noscript>
      ${places}${island(view, 'letters/own-keys')}`
  })
}

function ofOwner(view: View, keys: OwnKeys): Html {
  const t = messages.in(view.lang)
  const isUnit = keys.owner.startsWith('unit:')
  const title = isUnit ? t.ofUnit(keys.owner.slice('unit:'.length)) : t.yourMailbox
  return section({ title, body: html`${warning(view, keys)}${entryTable(view, title, keys)}` })
}

function warning(view: View, { owner, pending }: OwnKeys): Html | false {
  const t = messages.in(view.lang)
  if (pending === null) return false
  const text = pending.until === null ? t.pendingSoon : t.pendingUntil(moment(view, pending.until))
  return html`${alert(view, { kind: 'warning', title: t.pendingTitle, body: text, still: true })}
  ${form(view, {
    action: '/account/keys/stop',
    body: hidden('owner', owner),
    submit: { text: t.stop, kind: 'danger' }
  })}`
}

function entryTable(view: View, title: string, { entries }: OwnKeys): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: title,
    captionHidden: true,
    rows: entries,
    empty: t.none,
    columns: [
      {
        key: 'number',
        title: t.number,
        cell: (row) => formatNumber(view.lang, row.entry.sequence + 1)
      },
      { key: 'entered', title: t.entered, cell: (row) => moment(view, row.addedAt) },
      { key: 'what', title: t.what, cell: (row) => t[row.entry.reason] },
      { key: 'standing', title: t.standing, cell: (row) => standing(view, row.standing) },
      { key: 'fingerprint', title: t.fingerprint, cell: fingerprint },
      { key: 'proof', title: t.proof, cell: (row) => proofs(view, row) }
    ]
  })
}

function standing(view: View, of: EntryStanding): Content {
  const t = messages.in(view.lang)
  return badge(view, states[of], of === 'stopped' ? t.neverCounted : t[of])
}

/** SHA-256 of the recipient in short: enough to compare by eye with the one that a device shows. */
function fingerprint({ entry }: OwnEntry): Content {
  if (entry.recipient === null) return '–'
  const hash = createHash('sha256').update(entry.recipient).digest('hex').slice(0, 16)
  return code(hash.replaceAll(/(.{4})(?=.)/g, '$1 '))
}

function proofs(view: View, { headFact, fact }: OwnEntry): Content {
  const t = messages.in(view.lang)
  const log = headFact !== null && link(view, { href: `/log/facts/${headFact}`, text: t.inLog })
  const receipt = html`<a href="/api/v1/receipts/${fact}">${t.receipt}</a>`
  return headFact === null ? t.notYet : html`${log} · ${receipt}`
}

function moment(view: View, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang)
}
