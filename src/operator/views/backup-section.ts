import { formatDuration, formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  html,
  link,
  section,
  table
} from '../../platform/html/index.ts'
import type { BackupRow, DrillRow } from '../backup-store.ts'
import { messages } from '../messages.ts'
import type { Platform } from '../read-platform.ts'

const megabyte = 1_000_000

/** What was kept away, and whether it could be brought back. */
export function backupSection(view: View, platform: Pick<Platform, 'backups' | 'drills'>): Html {
  const t = messages.in(view.lang)
  const more = link(view, { href: '/operator/backups', text: t.allBackups })
  return html`${section({
    title: t.backups,
    body: html`${backupTable(view, platform.backups)}
      <p>${more}</p>`
  })}
  ${section({ title: t.drills, body: drillTable(view, platform.drills) })}`
}

function backupTable(view: View, rows: readonly BackupRow[]): Html {
  const t = messages.in(view.lang)
  return table<BackupRow>(view, {
    caption: t.backups,
    captionHidden: true,
    rows,
    empty: t.noBackup,
    columns: [
      {
        key: 'started',
        title: t.startedAt,
        cell: ({ startedAt }) => formatJalaliDateTime(startedAt, view.lang)
      },
      {
        key: 'state',
        title: t.state,
        cell: ({ endedAt, trouble }) =>
          endedAt === null
            ? badge(view, 'running', t.running)
            : trouble === null
              ? badge(view, 'kept', t.passed)
              : badge(view, 'broken', t.notPassed)
      },
      {
        key: 'size',
        title: t.size,
        numeric: true,
        cell: ({ sizeBytes }) =>
          sizeBytes === null
            ? '–'
            : `${formatNumber(Math.ceil(sizeBytes / megabyte), view.lang)} MB`
      }
    ]
  })
}

function drillTable(view: View, rows: readonly DrillRow[]): Html {
  const t = messages.in(view.lang)
  const seconds = (value: number | null) =>
    value === null ? '–' : formatDuration(value, view.lang)
  return table<DrillRow>(view, {
    caption: t.drills,
    captionHidden: true,
    rows,
    empty: t.noDrill,
    columns: [
      {
        key: 'started',
        title: t.startedAt,
        cell: ({ startedAt }) => formatJalaliDateTime(startedAt, view.lang)
      },
      {
        key: 'state',
        title: t.state,
        cell: ({ ok }) =>
          ok === null
            ? badge(view, 'running', t.running)
            : ok
              ? badge(view, 'kept', t.passed)
              : badge(view, 'broken', t.notPassed)
      },
      { key: 'rpo', title: t.rpo, cell: ({ rpoSeconds }) => seconds(rpoSeconds) },
      { key: 'rto', title: t.rto, cell: ({ rtoSeconds }) => seconds(rtoSeconds) }
    ]
  })
}
