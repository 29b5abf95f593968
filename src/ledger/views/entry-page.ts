import { formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import { toBase64 } from '../../kernel/tlog/index.ts'
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
} from '../../platform/html/index.ts'
import { logMessages } from '../messages-log.ts'
import type { ShownEntry, ShownLog } from '../read-explorer.ts'
import { aboutEntry, entryHref, kindName } from './entry-words.ts'

/** One entry of the log: what it says, and the bytes that the tree hashes. */
export function entryPage(view: View, shown: { log: ShownLog; entry: ShownEntry }): Html {
  const t = logMessages.in(view.lang)
  const { log, entry } = shown
  const title = t.entry(formatNumber(entry.index, view.lang))
  return layout(view, {
    title,
    breadcrumbs: [
      { href: '/log', text: t.title },
      { href: entryHref(log.row.log, entry.index), text: title }
    ],
    body: html`<div class="grid gap-6">
      ${pageHead({ title })}
      ${keyValues([
        { key: t.kind, value: kindName(view, entry) },
        { key: t.about, value: aboutEntry(view, entry) },
        { key: t.time, value: formatJalaliDateTime(entry.at, view.lang) },
        { key: t.origin, value: code(log.row.origin) },
        ...sealedLines(view, entry),
        { key: t.leafHash, value: code(entry.leafHex) }
      ])}
      ${content(view, entry)} ${proof(view, shown)}
      ${section({
        title: t.bytes,
        body: html`<pre class="overflow-x-auto text-xs" dir="ltr" tabindex="0">
${groups(entry.bytesHex)}</pre>`
      })}
      ${neighbours(view, shown)}
    </div>`
  })
}

function sealedLines(view: View, { entry }: ShownEntry): KeyValue[] {
  const t = logMessages.in(view.lang)
  return entry.kind === 'sealed'
    ? [{ key: t.batchRoot, value: code(toBase64(entry.batchRoot)) }]
    : []
}

function content(view: View, { entry }: ShownEntry): Html {
  const t = logMessages.in(view.lang)
  if (entry.kind === 'sealed') {
    const body = html`<p>${t.sealedNote}</p>
      ${entry.count === 2 && html`<p>${t.paddingNote}</p>`}`
    return alert(view, { kind: 'info', body, still: true })
  }
  const text = JSON.stringify(JSON.parse(Buffer.from(entry.body).toString()), null, 2)
  return section({
    title: t.content,
    body: html`<pre class="overflow-x-auto text-sm" dir="ltr" tabindex="0">${text}</pre>`
  })
}

/** A sealed entry has none: whoever has a receipt of it can open it, and nobody else. */
function proof(view: View, { log, entry }: { log: ShownLog; entry: ShownEntry }): Html | false {
  const t = logMessages.in(view.lang)
  if (entry.entry.kind === 'sealed') return false
  return section({
    title: t.proof,
    lead: t.proofLead,
    body: actions(
      button(view, {
        text: t.proofButton,
        href: `${entryHref(log.row.log, entry.index)}/proof`,
        icon: 'download',
        attributes: { download: true }
      }),
      button(view, { text: t.verify, href: '/verify', kind: 'secondary' })
    )
  })
}

const hexPerLine = 64

function groups(hex: string): string {
  return (hex.match(new RegExp(`.{1,${String(hexPerLine)}}`, 'g')) ?? []).join('\n')
}

function neighbours(view: View, { log, entry }: { log: ShownLog; entry: ShownEntry }): Html {
  const t = logMessages.in(view.lang)
  const to = (index: number, text: string) =>
    index >= 0 &&
    index < log.published.size &&
    button(view, { text, href: entryHref(log.row.log, index) })
  return actions(
    to(entry.index - 1, t.previous),
    to(entry.index + 1, t.next),
    button(view, { text: t.back, href: `/log?log=${log.row.log}` })
  )
}
