import {
  type Html,
  type View,
  html,
  postButton,
  section,
  table
} from '../../../platform/html/index.ts'
import type { Correction } from '../correction-store.ts'
import { causeNames, reasonNames } from '../messages.ts'
import { deskTexts, publicTexts } from '../messages-pages.ts'
import type { DeskOutage } from './desk-outage.ts'
import { toTheSecond } from './outage-words.ts'

/** Proposed corrections: what each says, who proposed, and who decided, or may. */
export function correctionsSection(view: View, desk: DeskOutage): Html | false {
  const t = deskTexts.in(view.lang)
  if (desk.corrections.length === 0) return false
  const name = (id: string | null) =>
    id === null ? '' : (desk.names.get(id)?.name[view.lang] ?? id)
  return section({
    title: t.proposals,
    body: table<Correction>(view, {
      caption: t.proposals,
      captionHidden: true,
      rows: desk.corrections,
      columns: [
        { key: 'becomes', title: t.becomes, cell: (row) => becomesOf(view, row, desk) },
        {
          key: 'reason',
          title: t.reason,
          cell: ({ reason, words }) =>
            html`${reasonNames[reason][view.lang]}<small class="block">${words[view.lang]}</small>`
        },
        {
          key: 'by',
          title: t.proposedBy,
          cell: ({ proposedBy, proposedAt }) =>
            html`${name(proposedBy)}<small class="block">${toTheSecond(view, proposedAt)}</small>`
        },
        {
          key: 'decision',
          title: t.decidedBy,
          cell: (row) => decisionOf(view, row, { desk, decider: name(row.decidedBy) })
        }
      ]
    })
  })
}

function becomesOf(view: View, row: Correction, { shown }: DeskOutage): Html | string {
  const p = publicTexts.in(view.lang)
  if (row.void) return p.madeVoid
  const { zone } = shown.course
  const to = row.to === null ? p.lasts : toTheSecond(view, row.to, zone)
  return html`${p.correctedTo(toTheSecond(view, row.from, zone), to)}
    <small class="block">${p.cause}: ${causeNames[row.cause][view.lang]}</small>`
}

function decisionOf(
  view: View,
  row: Correction,
  { desk, decider }: { readonly desk: DeskOutage; readonly decider: string }
): Html {
  const t = deskTexts.in(view.lang)
  const { id } = desk.shown.outage
  if (row.approved !== null) {
    return html`${row.approved ? t.approved : t.declined}<small class="block">${decider}</small>`
  }
  const decide = (text: string, answer: string) =>
    postButton(view, {
      action: `/desk/outages/${id}/corrections/${row.id}/${answer}`,
      text,
      size: 'small'
    })
  if (row.proposedBy === desk.reader) return html`${t.waiting} ${decide(t.takeBack, 'refusal')}`
  return html`<div class="actions">
    ${decide(t.approve, 'approval')} ${decide(t.decline, 'refusal')}
  </div>`
}
