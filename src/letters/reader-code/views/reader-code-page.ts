import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import { type Fact, publicLog } from '../../../ledger/index.ts'
import {
  type Html,
  type View,
  alert,
  code,
  emptyState,
  html,
  layout,
  pageHead,
  section,
  table,
  tag
} from '../../../platform/html/index.ts'
import type { ReaderScript, ScriptDigests } from '../reader-scripts.ts'
import { messages } from '../messages.ts'

/** What was entered, what is served, and where each stands in the log. */
export interface ReaderCode {
  /** The newest of each script first. */
  readonly published: readonly Fact[]
  readonly served: readonly ScriptDigests[]
  readonly leaves: ReadonlyMap<string, publicLog.PublishedLeaf>
}

/** The digests of the scripts that open letters, as they stand in the public log. */
export function readerCodePage(view: View, { published, served, leaves }: ReaderCode): Html {
  const t = messages.in(view.lang)
  const entered = new Set(published.map(({ body }) => body.sha256))
  const isEntered = served.every(({ sha256 }) => entered.has(sha256))
  return layout(view, {
    title: t.title,
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${!isEntered && alert(view, { kind: 'warning', still: true, body: html`<p>${t.differs}</p>` })}
    ${
      published.length === 0
        ? emptyState({ title: t.none })
        : list(view, { published, served, leaves })
    }
    ${section({
      title: t.howTitle,
      body: html`<p>${t.howPage}</p>
        <p>${t.howFile}</p>
        <pre dir="ltr"><code>sha256sum letters-reader.*.js</code></pre>
        <p>${t.howOffline}</p>
        <p>${t.howElse}</p>`
    })}`
  })
}

function list(view: View, { published, served, leaves }: ReaderCode): Html {
  const t = messages.in(view.lang)
  const names: Readonly<Record<ReaderScript, string>> = {
    'letters-reader': t.reader,
    'letters-writer': t.writer,
    'letters-pdf': t.pdf,
    'letters-claim': t.claim,
    'letters-claim-paper': t.claimPaper,
    'letters-reader-offline': t.offline
  }
  const now = new Set(served.map(({ sha256 }) => sha256))
  return table(view, {
    caption: t.title,
    captionHidden: true,
    rows: published,
    columns: [
      {
        key: 'script',
        title: t.script,
        cell: ({ subject, body }) =>
          html`${names[subject as ReaderScript]}
          ${
            now.has(wordOf(body.sha256))
              ? tag({ tone: 'kept', text: t.now })
              : tag({ text: t.before })
          }`
      },
      {
        key: 'digests',
        title: t.digests,
        cell: ({ body }) =>
          html`<div>SHA-256 ${code(wordOf(body.sha256))}</div>
            <div>SHA-384 ${code(wordOf(body.integrity))}</div>`
      },
      { key: 'since', title: t.since, cell: ({ at }) => formatJalaliDateTime(at, view.lang) },
      { key: 'version', title: t.version, cell: ({ body }) => code(wordOf(body.version)) },
      { key: 'entry', title: t.entry, cell: ({ id }) => publicLog.leafLink(view, leaves.get(id)) }
    ]
  })
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
