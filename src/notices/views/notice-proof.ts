import { formatDigits, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { publicLog } from '../../ledger/index.ts'
import {
  type Content,
  type Html,
  type View,
  alert,
  html,
  link,
  section,
  table
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import { messages } from '../messages.ts'
import { type Notice, noticePath } from '../notice.ts'
import type { Sighting } from '../sighting-store.ts'

/** Who saw a notice, and where that stands in the log. */
export interface NoticeProof {
  readonly sightings: readonly Sighting[]
  /** Names of vantage points, by id. */
  readonly names: ReadonlyMap<string, { readonly name: Bilingual }>
  /** Leaves of facts, by the id of the fact. */
  readonly leaves: ReadonlyMap<string, publicLog.PublishedLeaf>
}

/** When a notice was seen on the portal, by whom, with the page that proves it; or that it was not. */
export function proofSection(
  view: View,
  { notice, isNewest }: { readonly notice: Notice; readonly isNewest: boolean },
  proof: NoticeProof
): Html {
  const t = messages.in(view.lang)
  const isSeen = proof.sightings.length > 0
  const unseen = isNewest
    ? alert(view, { kind: 'info', still: true, title: t.notSeenTitle, body: t.notSeen })
    : html`<p>${t.neverSeen}</p>`
  return section({
    title: t.proof,
    id: 'seen',
    ...(isSeen ? { lead: t.proofLead } : {}),
    body: html`${notice.seenAt === null && unseen} ${isSeen && sightingsTable(view, proof)}`
  })
}

function sightingsTable(view: View, { sightings, names, leaves }: NoticeProof): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  return table<Sighting>(view, {
    caption: t.proof,
    captionHidden: true,
    rows: sightings,
    columns: [
      {
        key: 'version',
        title: t.version,
        rowHead: true,
        cell: ({ version }) => t.versionOf(formatDigits(version, lang))
      },
      { key: 'at', title: t.seenAt, cell: ({ seenAt }) => timeOf(view, seenAt) },
      {
        key: 'by',
        title: t.seenBy,
        cell: ({ vantage, outside }) =>
          html`${names.get(vantage)?.name[lang] ?? vantage}
            <small class="block">${outside ? t.fromOutside : t.fromInside}</small>`
      },
      {
        key: 'snapshot',
        title: t.snapshot,
        cell: ({ notice, version }) =>
          link(view, {
            href: `${noticePath(notice, version)}/snapshot`,
            text: t.snapshotFile,
            icon: 'download',
            attributes: { download: true }
          })
      },
      { key: 'log', title: t.inLog, cell: ({ fact }) => publicLog.leafLink(view, leaves.get(fact)) }
    ]
  })
}

/** A time with its seconds: they decide whether a notice came in time. */
function timeOf({ lang }: View, at: Temporal.Instant): Content {
  const second = at.toZonedDateTimeISO('UTC').second
  const seconds = formatDigits(String(second).padStart(2, '0'), lang)
  const text = `${formatJalaliDateTime(at, lang)}:${seconds}`
  return html`<time datetime="${at.toString()}">${text}</time>`
}
