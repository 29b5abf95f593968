import type { FieldProblem } from '../../../platform/errors.ts'
import {
  type Html,
  type KeyValue,
  type View,
  alert,
  badge,
  code,
  columns,
  field,
  form,
  formHref,
  html,
  keyValues,
  layout,
  pageHead,
  section,
  timeline
} from '../../../platform/html/index.ts'
import type { Outage } from '../../outages/outage.ts'
import { closedReasonMessages, reportDeskMessages } from '../messages-desk.ts'
import { lengthMax } from '../read-report-form.ts'
import type { ReportView } from '../read-report.ts'
import { type Choice, closedReasons } from '../report.ts'
import { aboutName, channelName, kindName, moment } from './words.ts'

/** One report for those who look into it. */
export interface ReportPageOptions {
  readonly found: ReportView
  /** Outages that it may tell of. */
  readonly outages: readonly Outage[]
  readonly choices: readonly Choice[]
  readonly problems: readonly FieldProblem[]
  readonly typed: Readonly<Record<string, string | undefined>>
}

/** A report with what its sender wrote, its outage, and the answers. */
export function reportPage(view: View, options: ReportPageOptions): Html {
  const t = reportDeskMessages.in(view.lang)
  const { found, choices } = options
  const { report } = found
  const title = `${t.report}: ${aboutName(view, report, choices)}`
  return layout(view, {
    title,
    width: 'dense',
    robots: 'noindex',
    hasProblems: options.problems.length > 0,
    breadcrumbs: [
      { href: '/desk/reports', text: t.title },
      { href: `/desk/reports/${report.id}`, text: t.report }
    ],
    body: html`${pageHead({
      title,
      badge: badge(view, report.state === 'open' ? 'running' : 'complete', t[report.state])
    })}
    ${report.spooled && alert(view, { kind: 'info', still: true, body: t.spooled })}
    ${columns(
      html`${keyValues(rowsOf(view, options), { dense: true })}
      ${section({ title: t.answers, body: answers(view, found) })}`,
      html`${answerForm(view, options)} ${linkForm(view, options)}`,
      { equal: true }
    )}`
  })
}

function rowsOf(view: View, { found, choices }: ReportPageOptions): KeyValue[] {
  const t = reportDeskMessages.in(view.lang)
  const { report, outage } = found
  const optional: readonly (readonly [string, Html | string | null])[] = [
    [t.noticed, report.noticedAt && moment(view, report.noticedAt)],
    [t.known, report.spooled ? moment(view, report.knownAt) : null],
    [t.place, report.place],
    [
      t.point,
      report.latitude === null ? null : code(`${report.latitude}, ${report.longitude ?? 0}`)
    ],
    [t.contact, report.contact],
    // An address that somebody sent is shown, and led to by nothing.
    [t.media, report.mediaUrl === null ? null : code(report.mediaUrl)],
    [t.photo, report.photoType === null ? null : photoLink(view, report.id)],
    [t.outage, outage && outageName(view, outage, choices)]
  ]
  return [
    { key: t.kind, value: kindName(view, report.kind) },
    { key: t.filed, value: moment(view, report.filedAt) },
    { key: t.channel, value: channelName(view, report.channel) },
    { key: t.words, value: html`<p class="whitespace-pre-line">${report.words}</p>` },
    ...optional.flatMap(([key, value]) => (value === null ? [] : [{ key, value }])),
    { key: t.id, value: code(report.id) }
  ]
}

function photoLink(view: View, id: string): Html {
  const t = reportDeskMessages.in(view.lang)
  return html`<a class="link" href="/desk/reports/${id}/photo">${t.seePhoto}</a>`
}

function outageName(view: View, outage: Outage, choices: readonly Choice[]): Html {
  const t = reportDeskMessages.in(view.lang)
  const until = outage.to === null ? t.lasts : moment(view, outage.to)
  const name = `${aboutName(view, outage, choices)}: ${moment(view, outage.from)} – ${until}`
  return html`<a class="link" href="${formHref(view, `/desk/outages/${outage.id}`)}">${name}</a>`
}

function answers(view: View, { answers: given }: ReportView): Html {
  const t = reportDeskMessages.in(view.lang)
  if (given.length === 0) return html`<p class="muted">${t.none}</p>`
  return timeline({
    label: t.answers,
    entries: given.map((answer) => ({
      title: html`<span class="whitespace-pre-line">${answer.words}</span>`,
      at: moment(view, answer.answeredAt),
      iso: answer.answeredAt.toString(),
      by:
        answer.closedReason === null
          ? t.stays
          : `${t.closes}: ${closedReasonMessages.in(view.lang)[answer.closedReason]}`
    }))
  })
}

function answerForm(view: View, { found, problems, typed }: ReportPageOptions): Html {
  const t = reportDeskMessages.in(view.lang)
  const reasons = closedReasonMessages.in(view.lang)
  return section({
    title: t.answer,
    body: form(view, {
      action: `/desk/reports/${found.report.id}/answer`,
      problems,
      body: html`${field(view, {
        ...{ type: 'paragraph', name: 'words', label: t.answer, help: t.answerHelp },
        ...{ value: typed.words, rows: 4, problems, labelHidden: true },
        attributes: { maxlength: String(lengthMax.words) }
      })}
      ${field(view, {
        ...{
          type: 'choice',
          name: 'state',
          label: t.after,
          value: typed.state ?? 'open',
          problems
        },
        choices: [
          { value: 'open', text: t.stays },
          { value: 'closed', text: t.closes }
        ]
      })}
      ${field(view, {
        ...{ type: 'choice', name: 'closedReason', label: t.reason, required: false, problems },
        value: typed.closedReason,
        choices: closedReasons.map((value) => ({ value, text: reasons[value] }))
      })}`,
      submit: { text: t.send }
    })
  })
}

function linkForm(view: View, { found, outages, choices }: ReportPageOptions): Html {
  const t = reportDeskMessages.in(view.lang)
  const named = outages.map((outage) => {
    const until = outage.to === null ? t.lasts : moment(view, outage.to)
    const name = aboutName(view, outage, choices)
    return { value: outage.id, text: `${name}: ${moment(view, outage.from)} – ${until}` }
  })
  return section({
    title: t.link,
    lead: t.linkHelp,
    body: form(view, {
      action: `/desk/reports/${found.report.id}/outage`,
      body: field(view, {
        ...{ type: 'choice', name: 'outage', label: t.outage },
        value: found.report.outage ?? 'none',
        choices: [{ value: 'none', text: t.nobody }, ...named]
      }),
      submit: { text: t.save, kind: 'secondary' }
    })
  })
}
