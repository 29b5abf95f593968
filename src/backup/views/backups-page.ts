import type { BackupConfig } from '../../config-backups.ts'
import { formatDuration, formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  code,
  html,
  keyValues,
  layout,
  pageHead,
  section,
  stat,
  stats,
  table
} from '../../platform/html/index.ts'
import type { BackupRow } from '../backup-store.ts'
import type { ControlRow } from '../controls/control-store.ts'
import type { DrillRow } from '../drill-store.ts'
import { messages } from '../messages.ts'
import { controlMessages, reasonMessages } from '../messages-controls.ts'
import type { Standing } from '../read-standing.ts'

const kilobyte = 1000

/** The operator's page of backups: what was measured, what protects, what was made and tried. */
export function backupsPage(view: View, standing: Standing, config: BackupConfig): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({ title: t.title, lead: t.lead })}
  ${section({ title: t.measured, body: figures(view, standing) })}
  ${section({ title: t.controls, body: controlTable(view, standing.controls) })}
  ${section({ title: t.backups, body: backupTable(view, standing.backups) })}
  ${section({ title: t.drills, body: drillTable(view, standing.drills) })}
  ${section({ title: t.settings, body: settings(view, standing, config) })}`
  return layout(view, {
    title: t.title,
    width: 'wide',
    robots: 'noindex',
    breadcrumbs: [
      { href: '/operator', text: t.console },
      { href: '/operator/backups', text: t.title }
    ],
    body
  })
}

function figures(view: View, { drills, ageSeconds }: Standing): Html {
  const t = messages.in(view.lang)
  const drill = drills.find(({ ok }) => ok === true)
  return stats([
    stat(view, { label: t.rpo, value: length(view, drill?.rpoSeconds), note: t.rpoNote }),
    stat(view, { label: t.rto, value: length(view, drill?.rtoSeconds), note: t.rtoNote }),
    stat(view, { label: t.age, value: length(view, ageSeconds) })
  ])
}

/** «۲ دقیقه», or that there is none. */
function length(view: View, seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return messages.in(view.lang).none
  return formatDuration(seconds, view.lang)
}

function controlTable(view: View, rows: readonly ControlRow[]): Html {
  const t = messages.in(view.lang)
  const [names, reasons] = [controlMessages.in(view.lang), reasonMessages.in(view.lang)]
  const state = ({ passed }: ControlRow) =>
    passed === null
      ? badge(view, 'no-data', t.notKnown)
      : badge(view, passed ? 'kept' : 'broken', passed ? t.passed : t.failed)
  return table<ControlRow>(view, {
    caption: t.controls,
    captionHidden: true,
    rows,
    empty: t.noControls,
    columns: [
      { key: 'control', title: t.control, cell: ({ control }) => names[control] },
      { key: 'state', title: t.state, cell: state },
      {
        key: 'why',
        title: t.why,
        cell: ({ reason, figure }) => reasons[reason](figureText(view, figure))
      },
      {
        key: 'checked',
        title: t.checked,
        cell: ({ checkedAt }) => formatJalaliDateTime(checkedAt, view.lang)
      }
    ]
  })
}

/** A count with the digits of the language; a day as people write it. */
function figureText(view: View, figure: string | null): string {
  if (figure === null) return ''
  if (/^\d{1,15}$/.test(figure)) return formatNumber(Number(figure), view.lang)
  const day = /^\d{4}-\d\d-\d\d$/.test(figure) ? Temporal.Instant.from(`${figure}T12:00Z`) : null
  return day === null ? figure : (formatJalaliDateTime(day, view.lang).split(/[،,] ?/)[0] ?? figure)
}

function backupTable(view: View, rows: readonly BackupRow[]): Html {
  const t = messages.in(view.lang)
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, view.lang))
  return table<BackupRow>(view, {
    caption: t.backups,
    captionHidden: true,
    rows,
    empty: t.noBackups,
    columns: [
      {
        key: 'started',
        title: t.started,
        cell: ({ startedAt }) => formatJalaliDateTime(startedAt, view.lang)
      },
      { key: 'state', title: t.state, cell: (row) => backupState(view, row) },
      { key: 'by', title: t.by, cell: ({ madeBy }) => t[madeBy] },
      { key: 'facts', title: t.facts, numeric: true, cell: ({ facts }) => number(facts) },
      {
        key: 'size',
        title: t.size,
        numeric: true,
        cell: ({ sizeBytes }) =>
          sizeBytes === null ? '–' : `${number(Math.ceil(sizeBytes / kilobyte))} ${t.bytes}`
      }
    ]
  })
}

function backupState(view: View, { state, trouble, goneAt }: BackupRow): Html {
  const t = messages.in(view.lang)
  if (state === 'running') return badge(view, 'running')
  if (state === 'failed') return html`${badge(view, 'broken', t.failed)} ${code(trouble ?? '')}`
  return goneAt === null ? badge(view, 'kept', t.passed) : badge(view, 'withdrawn', t.gone)
}

function drillTable(view: View, rows: readonly DrillRow[]): Html {
  const t = messages.in(view.lang)
  const state = ({ ok, trouble }: DrillRow) => {
    if (ok === null) return badge(view, 'running')
    if (ok) return badge(view, 'kept', t.passed)
    return html`${badge(view, 'broken', t.failed)} ${code(trouble ?? '')}`
  }
  return table<DrillRow>(view, {
    caption: t.drills,
    captionHidden: true,
    rows,
    empty: t.noDrills,
    columns: [
      {
        key: 'started',
        title: t.started,
        cell: ({ startedAt }) => formatJalaliDateTime(startedAt, view.lang)
      },
      { key: 'state', title: t.state, cell: state },
      { key: 'rpo', title: t.rpo, cell: ({ rpoSeconds }) => length(view, rpoSeconds) },
      { key: 'rto', title: t.rto, cell: ({ rtoSeconds }) => length(view, rtoSeconds) }
    ]
  })
}

function settings(view: View, { hasKey }: Standing, config: BackupConfig): Html {
  const t = messages.in(view.lang)
  const number = (value: number) => formatNumber(value, view.lang)
  const { folder, everyHours, keep, drillIdentity, drillHours } = config
  return keyValues([
    {
      key: t.everyHours,
      value: folder === null ? t.off : t.hours(number(everyHours), number(keep))
    },
    {
      key: t.drillHours,
      value: drillIdentity === null ? t.off : t.drillEvery(number(drillHours))
    },
    { key: t.key, value: hasKey ? t.keyThere : t.noKey }
  ])
}
