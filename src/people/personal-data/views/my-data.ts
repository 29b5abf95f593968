import { formatJalaliDateTime, formatNumber } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  badge,
  button,
  field,
  form,
  html,
  layout,
  pageHead,
  postButton,
  section,
  table
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import type { Authority } from '../../authority.ts'
import type { Erasure } from '../erasure.ts'
import type { DataExport } from '../export.ts'
import type { LegalHold } from '../hold.ts'
import type { ForeseenData } from '../holder.ts'
import { pageMessages } from '../messages-pages.ts'
import type { RetentionRule } from '../retention.ts'
import { ruleTable } from './rule-table.ts'

/** Everything that the page “My data” shows. */
export interface MyDataPage {
  readonly exports: readonly DataExport[]
  readonly holds: readonly LegalHold[]
  /** The wish that waits; `null` where there is none. */
  readonly erasure: Erasure | null
  readonly foreseen: ForeseenData
  readonly rules: readonly RetentionRule[]
  readonly authorities: readonly Authority[]
  readonly waitingDays: number
  readonly problems: readonly FieldProblem[]
}

const path = '/account/my-data'

/** What is kept about the reader: its copy, what holds it, its erasure, and for how long it is kept. */
export function myDataPage(view: View, page: MyDataPage): Html {
  const t = pageMessages.in(view.lang)
  return layout(view, {
    title: t.title,
    robots: 'noindex',
    hasProblems: page.problems.length > 0,
    breadcrumbs: [{ href: path, text: t.title }],
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${section({ title: t.copy, lead: t.copyLead, body: copies(view, page) })}
    ${
      page.holds.length > 0 &&
      section({ title: t.holds, lead: t.holdsLead, body: holdTable(view, page) })
    }
    ${section({ title: t.erase, id: 'erasure', lead: t.eraseLead(page.waitingDays), body: erasing(view, page) })}
    ${section({
      title: t.times,
      lead: t.timesLead,
      body: ruleTable(view, page.rules, page.authorities)
    })}`
  })
}

function copies(view: View, { exports }: MyDataPage): Html {
  const t = pageMessages.in(view.lang)
  const isMaking = exports.some(({ state }) => state === 'waiting')
  return html`${table<DataExport>(view, {
    caption: t.copies,
    captionHidden: true,
    rows: exports,
    empty: t.noCopies,
    columns: [
      { key: 'asked', title: t.asked, cell: ({ askedAt }) => moment(view, askedAt) },
      { key: 'state', title: t.state, cell: (row) => stateOf(view, row) },
      {
        key: 'size',
        title: t.size,
        cell: ({ sizeBytes }) =>
          sizeBytes === null ? '–' : t.kilobytes(Math.ceil(sizeBytes / 1024))
      },
      {
        key: 'until',
        title: t.until,
        cell: ({ expiresAt }) => (expiresAt === null ? '–' : moment(view, expiresAt))
      },
      {
        key: 'get',
        title: t.actions,
        titleHidden: true,
        cell: ({ id, state }) =>
          state === 'ready' &&
          postButton(view, { action: `${path}/exports/${id}/links`, text: t.get, kind: 'primary' })
      }
    ]
  })}
  ${!isMaking && postButton(view, { action: `${path}/exports`, text: t.askCopy })}`
}

function stateOf(view: View, { state, done, total }: DataExport): Html {
  const t = pageMessages.in(view.lang)
  if (state === 'ready') return badge(view, 'granted', t.ready)
  if (state === 'expired') return badge(view, 'no-data', t.expired)
  return html`${badge(view, 'at-risk', t.making)} ${total > 0 && t.part(done, total)}`
}

function holdTable(view: View, { holds, authorities }: MyDataPage): Html {
  const t = pageMessages.in(view.lang)
  return table<LegalHold>(view, {
    caption: t.holds,
    captionHidden: true,
    rows: holds,
    columns: [
      {
        key: 'authority',
        title: t.authority,
        cell: ({ authority }) =>
          authorities.find(({ id }) => id === authority)?.title[view.lang] ?? authority
      },
      {
        key: 'covers',
        title: t.covers,
        cell: (row) => (row.case === null ? t.coversAll : t.coversCase)
      },
      { key: 'reason', title: t.reason, cell: ({ reason }) => reason ?? '–' },
      { key: 'since', title: t.since, cell: ({ placedAt }) => moment(view, placedAt) },
      {
        key: 'state',
        title: t.state,
        cell: ({ liftedAt, confirmedAt }) => {
          if (liftedAt !== null) return `${t.lifted}: ${moment(view, liftedAt)}`
          return confirmedAt === null ? t.awaitsSecond : t.stands
        }
      }
    ]
  })
}

function erasing(view: View, page: MyDataPage): Html {
  const { erasure, foreseen } = page
  const t = pageMessages.in(view.lang)
  // What goes and what stays is told as long as it can be taken back.
  return html`${erasure !== null && waiting(view, erasure)} ${foresight(view, foreseen)}
    <p>${t.backups}</p>
    ${erasure === null && foreseen.refused.length === 0 && confirmation(view, page)}
    ${erasure !== null && postButton(view, { action: `${path}/erasure/cancellation`, text: t.cancelErase, kind: 'primary' })}`
}

function waiting(view: View, { dueAt, kept }: Erasure): Html {
  const t = pageMessages.in(view.lang)
  const body =
    kept.length === 0
      ? t.eraseWaits(moment(view, dueAt))
      : html`${t.putOff}
          <ul>
            ${kept.map(({ because }) => html`<li>${because[view.lang]}</li>`)}
          </ul>`
  return alert(view, { kind: 'warning', still: true, body })
}

function foresight(view: View, { erased, kept, refused }: ForeseenData): Html {
  const t = pageMessages.in(view.lang)
  return html`${
    refused.length > 0 &&
    alert(view, {
      kind: 'warning',
      still: true,
      title: t.refused,
      body: html`<ul>
        ${refused.map(({ text }) => html`<li>${text[view.lang]}</li>`)}
      </ul>`
    })
  }
  ${table(view, {
    caption: t.willErase,
    rows: erased,
    empty: t.nothing,
    columns: [
      { key: 'what', title: t.what, cell: ({ what }) => what[view.lang] },
      {
        key: 'count',
        title: t.count,
        numeric: true,
        cell: ({ count }) => formatNumber(count, view.lang)
      }
    ]
  })}
  ${table(view, {
    caption: t.willKeep,
    rows: kept,
    empty: t.nothing,
    columns: [
      { key: 'what', title: t.what, cell: ({ what }) => what[view.lang] },
      { key: 'because', title: t.because, cell: ({ because }) => because[view.lang] },
      {
        key: 'until',
        title: t.keptUntil,
        cell: ({ until }) => (until === null ? t.always : moment(view, until))
      }
    ]
  })}`
}

function confirmation(view: View, { problems }: MyDataPage): Html {
  const t = pageMessages.in(view.lang)
  return form(view, {
    action: `${path}/erasure`,
    problems,
    body: field(view, {
      type: 'checkbox',
      name: 'understood',
      label: t.understood,
      problems
    }),
    more: button(view, { text: t.askErase, kind: 'danger' })
  })
}

function moment(view: View, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang)
}
