import type { Authority } from '../../../people/index.ts'
import {
  type Html,
  type View,
  field,
  form,
  hidden,
  html,
  layout,
  pageHead
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import { emergencyReasonCodes, emergencyReasons } from '../messages-notice.ts'
import { deskTexts, plannedWords } from '../messages-pages.ts'
import type { Earliest } from '../plan-limits.ts'
import { type PlannedKind, plannedKinds } from '../planned.ts'
import type { PlannableComponent } from '../scope.ts'
import { emergencyKinds } from '../suspension.ts'
import { earliestCard } from './desk-list-page.ts'
import { type TypedWindow, windowFields, wordsFields } from './planned-parts.ts'

/** What was typed into the form of a plan, or of an emergency. */
export interface TypedPlan extends TypedWindow {
  readonly kind?: string | undefined
  readonly parts: readonly string[]
  readonly reason?: string | undefined
  readonly fa?: string | undefined
  readonly en?: string | undefined
}

/** The form of a plan, or of an emergency. */
export interface PlanForm {
  readonly authority: Authority
  readonly authorities: readonly Authority[]
  readonly components: readonly PlannableComponent[]
  readonly earliest: Earliest
  readonly typed: TypedPlan
  readonly problems: readonly FieldProblem[]
}

/** The planner: what, when, why, and the earliest lawful start. */
export function planFormPage(view: View, options: PlanForm): Html {
  const t = deskTexts.in(view.lang)
  const { typed, problems, earliest } = options
  return frame(view, options, {
    title: t.plan,
    href: '/desk/planned/new',
    body: html`${earliestCard(view, earliest)}
    ${form(view, {
      action: '/desk/planned/new',
      problems,
      body: html`${hidden('authority', options.authority.id)}
      ${kindField(view, options, plannedKinds)} ${partsField(view, options, { services: false })}
      ${windowFields(view, typed, problems)} ${wordsFields(view, typed, problems)}`,
      submit: { text: t.announce }
    })}`
  })
}

/** Suspending services at once. */
export function emergencyFormPage(view: View, options: PlanForm): Html {
  const t = deskTexts.in(view.lang)
  const { typed, problems } = options
  const reasons = emergencyReasons.in(view.lang)
  return frame(view, options, {
    title: t.emergency,
    lead: t.emergencyLead,
    href: '/desk/planned/emergency',
    body: form(view, {
      action: '/desk/planned/emergency',
      problems,
      body: html`${hidden('authority', options.authority.id)}
        ${kindField(view, options, emergencyKinds)} ${partsField(view, options, { services: true })}
        ${field(view, {
          type: 'choice',
          name: 'reason',
          label: t.reason,
          choices: emergencyReasonCodes.map((code) => ({ value: code, text: reasons[code] })),
          value: typed.reason,
          problems
        })}
        <div class="flex flex-wrap gap-4">
          ${field(view, {
            type: 'jalali-date',
            name: 'until.date',
            label: t.untilDate,
            help: t.untilHelp,
            value: typed.toDate,
            required: false,
            problems
          })}
          ${field(view, {
            type: 'text',
            name: 'until.time',
            label: t.untilTime,
            help: t.timeHelp,
            value: typed.toTime,
            required: false,
            width: 'short',
            problems,
            attributes: { dir: 'ltr', inputmode: 'numeric' }
          })}
        </div>
        ${wordsFields(view, typed, problems)}`,
      submit: { text: t.suspend, kind: 'danger' }
    })
  })
}

function frame(
  view: View,
  { authority, authorities, problems }: PlanForm,
  page: { title: string; lead?: string; href: string; body: Html }
): Html {
  const t = deskTexts.in(view.lang)
  const others = authorities.filter(({ id }) => id !== authority.id)
  return layout(view, {
    title: page.title,
    robots: 'noindex',
    hasProblems: problems.length > 0,
    breadcrumbs: [
      { href: '/desk/planned', text: t.title },
      { href: page.href, text: page.title }
    ],
    body: html`${pageHead({
      title: page.title,
      above: authority.title[view.lang],
      ...(page.lead !== undefined && { lead: page.lead })
    })}
    ${others.map(
      ({ id, title }) =>
        html`<p><a class="link" href="?authority=${id}">${title[view.lang]}</a></p>`
    )}
    ${page.body}`
  })
}

function kindField(view: View, { typed, problems }: PlanForm, kinds: readonly PlannedKind[]): Html {
  const t = deskTexts.in(view.lang)
  const names = plannedWords.in(view.lang)
  const help: Readonly<Record<PlannedKind, string>> = {
    outage: t.outageHelp,
    'form-closed': t.formHelp,
    'service-withdrawn': t.withdrawnHelp,
    'office-closure': t.officeHelp
  }
  return field(view, {
    type: 'choice',
    name: 'kind',
    label: t.kind,
    choices: kinds.map((kind) => ({
      value: kind,
      text: names[kind],
      help: help[kind]
    })),
    value: typed.kind ?? kinds[0],
    problems
  })
}

/** The parts that can be chosen; services alone for what only a service can have. */
export function partsField(
  view: View,
  { components, typed, problems }: Pick<PlanForm, 'components' | 'typed' | 'problems'>,
  only: { readonly services: boolean }
): Html {
  const t = deskTexts.in(view.lang)
  return field(view, {
    type: 'choices',
    name: 'parts',
    label: t.parts,
    help: t.partsHelp,
    choices: components
      .filter(({ service }) => service !== null || !only.services)
      .map(({ id, title }) => ({ value: id, text: title[view.lang] })),
    value: typed.parts,
    problems
  })
}
