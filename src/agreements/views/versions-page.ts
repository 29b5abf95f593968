import { formatJalaliDate } from '../../kernel/persian/index.ts'
import { agreementZone, clausesOf } from '../../kernel/terms/index.ts'
import {
  type Html,
  type View,
  alert,
  code,
  formatNumber,
  html,
  layout,
  pageHead,
  section,
  table
} from '../../platform/html/index.ts'
import type { AgreementStanding, AgreementVersion } from '../agreement-version.ts'
import type { AnnouncedRevision } from '../effect-store.ts'
import { messages } from '../messages.ts'
import { announcedNote } from './announced-note.ts'
import { compareForm } from './compare-page.ts'
import { standingNotice, validityStrip, validityText, versionBadge } from './validity.ts'

/** Every version of one agreement: its time, its text, its files. */
export function versionsPage(
  view: View,
  options: {
    standing: AgreementStanding
    versions: readonly AgreementVersion[]
    announced: readonly AnnouncedRevision[]
  }
): Html {
  const { standing, versions, announced } = options
  const t = messages.in(view.lang)
  const title = versions[0]?.document.title[view.lang] ?? ''
  const id = versions[0]?.agreement ?? ''
  const hasDraft = versions.some(({ state }) => state === 'draft')
  const body = html`${pageHead({ title: t.versions, above: title })}
  ${announcedNote(view, announced)} ${standingNotice(view, standing)}
  ${validityStrip(view, versions, view.now)}
  ${hasDraft && alert(view, { kind: 'info', body: `${t.draftText} ${t.draftLevels}`, still: true })}
  ${versionTable(view, versions)}
  ${section({ title: t.compare, body: compareForm(view, { id, versions }) })}`
  return layout(view, {
    title: `${t.versions} · ${title}`,
    body,
    breadcrumbs: [
      { href: '/agreements', text: t.title },
      { href: `/agreements/${id}`, text: id },
      { href: `/agreements/${id}/versions`, text: t.versions }
    ]
  })
}

function versionTable(view: View, versions: readonly AgreementVersion[]): Html {
  const t = messages.in(view.lang)
  const number = (count: number) => formatNumber(view.lang, count)
  return table<AgreementVersion>(view, {
    caption: t.versions,
    captionHidden: true,
    rows: versions,
    columns: [
      {
        key: 'version',
        title: t.version,
        cell: (one) => html`${code(one.ref)} <small>${t.revision(number(one.revision))}</small>`
      },
      { key: 'state', title: t.state, cell: (one) => versionBadge(view, one, view.now) },
      { key: 'validity', title: t.validity, cell: (one) => validityText(view, one.validity) },
      {
        key: 'clauses',
        title: t.clauses,
        numeric: true,
        cell: ({ document }) => number(clausesOf(document).length)
      },
      {
        key: 'imported',
        title: t.importedAt,
        cell: ({ importedAt }) => formatJalaliDate(importedAt, view.lang, agreementZone)
      },
      {
        key: 'sha256',
        title: t.sha256,
        cell: ({ sha256 }) =>
          html`<bdi dir="ltr" class="code" title="${sha256}">${sha256.slice(0, 16)}…</bdi>`
      },
      {
        key: 'files',
        title: t.files,
        // A file has one address in both languages.
        cell: (one) =>
          html`<a class="link" href="/agreements/${one.agreement}/${one.version}.yaml" download
            >${t.sourceFile}</a
          >`
      }
    ]
  })
}
