import {
  type Html,
  type View,
  alert,
  disclosure,
  field,
  form,
  hidden,
  html,
  keyValues,
  layout,
  link,
  pageHead,
  postButton,
  section
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import { deskTexts, publicTexts } from '../messages-pages.ts'
import { type Named, titleOf } from '../notice-text.ts'
import { type Planned, plannedState, verdictOf } from '../planned.ts'
import { upToMinute } from '../refusals.ts'
import {
  type TypedWindow,
  announcementTable,
  moment,
  spanText,
  stateBadge,
  verdictText,
  windowFields
} from './planned-parts.ts'
import { partsField } from './plan-form-page.ts'

/** One plan on the desk: which of its forms was refused, and what was typed into it. */
export interface DeskPlanned {
  readonly planned: Planned
  readonly named: Named
  /** The earliest start that a move can give it. */
  readonly earliestMove: Temporal.Instant
  readonly form: 'move' | 'add' | 'cancel' | null
  readonly typed: TypedWindow
  readonly parts: readonly string[]
  readonly problems: readonly FieldProblem[]
}

/** One planned outage: what was announced and seen, and what can be done with it. */
export function deskPlannedPage(view: View, options: DeskPlanned): Html {
  const t = deskTexts.in(view.lang)
  const p = publicTexts.in(view.lang)
  const { planned, named, problems } = options
  const title = titleOf(planned.kind, planned.components, named)[view.lang]
  return layout(view, {
    title,
    robots: 'noindex',
    hasProblems: problems.length > 0,
    breadcrumbs: [
      { href: '/desk/planned', text: t.title },
      { href: `/desk/planned/${planned.id}`, text: title }
    ],
    body: html`${pageHead({
      title,
      above: named.authority.title[view.lang],
      badge: stateBadge(view, planned, view.now),
      lead: spanText(view, planned)
    })}
    ${planned.words !== null && html`<p>${planned.words[view.lang]}</p>`} ${warning(view, planned)}
    ${keyValues([
      { key: p.verdict, value: verdictText(view, planned) },
      {
        key: p.notice,
        value: link(view, { href: `/notices/${planned.notice}`, text: p.notice })
      },
      {
        key: t.publicPage,
        value: link(view, { href: `/planned/${planned.id}`, text: t.publicPage })
      }
    ])}
    ${section({ title: p.history, body: announcementTable(view, planned) })} ${acts(view, options)}`
  })
}

/** A suspension that nobody was told of in time will not begin. */
function warning(view: View, planned: Planned): Html | false {
  const closes = planned.kind === 'form-closed' || planned.kind === 'service-withdrawn'
  const isWaiting = plannedState(planned, view.now) === 'announced' && !verdictOf(planned).valid
  if (!closes || !isWaiting) return false
  const body = html`${verdictText(view, planned)} ${deskTexts.in(view.lang).notBegunWarning}`
  return alert(view, { kind: 'warning', still: true, body })
}

function acts(view: View, options: DeskPlanned): Html | false {
  const t = deskTexts.in(view.lang)
  const { planned } = options
  const state = plannedState(planned, view.now)
  if (state === 'over' || state === 'cancelled') return false
  const isAnnounced = state === 'announced'
  return html`${moveForm(view, options)}
  ${isAnnounced && planned.kind !== 'office-closure' && addForm(view, options)}
  ${isAnnounced && cancelForm(view, options)}
  ${
    !isAnnounced &&
    section({
      title: t.end,
      body: postButton(view, { action: `/desk/planned/${planned.id}/end`, text: t.end })
    })
  }`
}

function moveForm(view: View, { planned, earliestMove, form: sent, typed, problems }: DeskPlanned) {
  const t = deskTexts.in(view.lang)
  const own = sent === 'move' ? problems : []
  const at = moment(view, upToMinute(earliestMove))
  return disclosure({
    summary: t.move,
    open: sent === 'move',
    body: html`<p>${t.moveLead}</p>
      <p>${t.earliestMove(at)}</p>
      ${form(view, {
        action: `/desk/planned/${planned.id}/moves`,
        problems: own,
        body: html`${revisionField(planned)} ${windowFields(view, typed, own)}`,
        submit: { text: t.move }
      })}`
  })
}

function addForm(view: View, options: DeskPlanned): Html {
  const t = deskTexts.in(view.lang)
  const { planned, named, form: sent, parts, problems } = options
  const own = sent === 'add' ? problems : []
  const components = named.components.filter(({ id }) => !planned.components.includes(id))
  return disclosure({
    summary: t.add,
    open: sent === 'add',
    body: html`<p>${t.addLead}</p>
      ${form(view, {
        action: `/desk/planned/${planned.id}/parts`,
        problems: own,
        body: partsField(
          view,
          { components, typed: { parts }, problems: own },
          { services: planned.kind !== 'outage' }
        ),
        submit: { text: t.add }
      })}`
  })
}

function cancelForm(view: View, { planned, form: sent, problems }: DeskPlanned): Html {
  const t = deskTexts.in(view.lang)
  const own = sent === 'cancel' ? problems : []
  return disclosure({
    summary: t.cancel,
    open: sent === 'cancel',
    body: form(view, {
      action: `/desk/planned/${planned.id}/cancellation`,
      problems: own,
      body: html`${revisionField(planned)}
      ${field(view, {
        type: 'choice',
        name: 'because',
        label: t.because,
        choices: [
          { value: 'not-needed', text: t.notNeeded },
          { value: 'postponed', text: t.postponed }
        ],
        value: 'not-needed',
        problems: own
      })}`,
      submit: { text: t.cancel, kind: 'danger' }
    })
  })
}

function revisionField({ revision }: Planned): Html {
  return hidden('revision', String(revision))
}
