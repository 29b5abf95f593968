import {
  type Alert,
  type AlertInfo,
  categories,
  certainties,
  infoFor,
  parseAlert,
  severities,
  urgencies
} from '../../../kernel/alerts/index.ts'
import { formatNumber } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  button,
  field,
  form,
  hidden,
  html,
  keyValues,
  layout,
  pageHead,
  section
} from '../../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../../platform/index.ts'
import { capWords, messages } from '../messages.ts'
import { usualHours } from '../alert-form.ts'
import { type Broadcast, alertOf } from '../broadcast.ts'
import { saidMax } from '../check-typed-alert.ts'
import { danger, instantText, saidIn } from './alert-parts.ts'

/** A unit that can send an alert: it has a mailbox, and so a key. */
export interface SendingUnit {
  readonly authority: string
  readonly unit: string
  readonly title: Bilingual
  readonly mailbox: string
}

/** What the page of a new alert shows. */
export interface NewAlert {
  readonly units: readonly SendingUnit[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
  /** The alert that it takes the place of, or calls off. */
  readonly earlier: Broadcast | null
}

const breadcrumbs = (view: View) => [
  { href: '/alerts', text: messages.in(view.lang).title },
  { href: '/desk/alerts/new', text: messages.in(view.lang).newTitle }
]

/** The form of a new alert; it publishes nothing. */
export function newAlertPage(view: View, page: NewAlert): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.newTitle,
    robots: 'noindex',
    hasProblems: page.problems.length > 0,
    breadcrumbs: breadcrumbs(view),
    body: html`${pageHead({ title: t.newTitle, lead: t.newLead })}
    ${page.earlier !== null && replaces(view, page.earlier, page.typed['as'])}
    ${
      page.units.length === 0
        ? alert(view, { kind: 'warning', still: true, body: t.noUnit })
        : alertForm(view, page)
    }`
  })
}

function alertForm(view: View, { units, typed, problems, earlier }: NewAlert): Html {
  const t = messages.in(view.lang)
  const usual = (n: number) => formatNumber(n, view.lang)
  return form(view, {
    action: '/desk/alerts/new',
    problems,
    body: html`${earlier !== null && html`${hidden('of', earlier.id)}${hidden('as', typed['as'] ?? 'Update')}`}
    ${choice(view, 'from', {
      label: t.unit,
      typed: { from: units[0] ? `${units[0].authority}/${units[0].unit}` : '', ...typed },
      problems,
      choices: units.map(({ authority, unit, title }) => ({
        value: `${authority}/${unit}`,
        text: title[view.lang]
      }))
    })}
    ${choice(view, 'kind', {
      label: t.kind,
      typed,
      problems,
      choices: [
        { value: 'Actual', text: t.actual },
        { value: 'Exercise', text: t.drillKind }
      ]
    })}
    ${words(view, 'category', { title: t.category, values: categories, typed, problems })}
    ${words(view, 'severity', { title: t.severity, values: severities, typed, problems })}
    ${words(view, 'urgency', { title: t.urgency, values: urgencies, typed, problems })}
    ${words(view, 'certainty', { title: t.certainty, values: certainties, typed, problems })}
    ${number(view, 'hours', { label: t.hours, value: typed['hours'] ?? usual(usualHours), problems })}
    ${saying(view, 'fa', { title: t.inPersian, typed, problems })}
    ${saying(view, 'en', { title: t.inEnglish, typed, problems })}
    ${number(view, 'percent', { label: t.targetPercent, value: typed['percent'] ?? usual(95), problems })}
    ${number(view, 'minutes', { label: t.targetMinutes, value: typed['minutes'] ?? usual(10), problems })}`,
    more: button(view, { text: t.look, kind: 'primary' })
  })
}

type Typed = Readonly<Record<string, string>>

interface ChoiceField {
  readonly label: string
  readonly choices: { value: string; text: string }[]
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

/** Nothing is chosen before somebody chooses: how grave it is nobody should publish by not looking. */
function choice(view: View, name: string, { label, choices, typed, problems }: ChoiceField): Html {
  return field(view, { type: 'choice', name, label, choices, value: typed[name], problems })
}

function words(
  view: View,
  name: string,
  of: {
    readonly title: string
    readonly values: readonly (keyof typeof capWords.entries)[]
    readonly typed: Typed
    readonly problems: readonly FieldProblem[]
  }
): Html {
  const t = capWords.in(view.lang)
  const choices = of.values.map((value) => ({ value, text: t[value] }))
  return choice(view, name, { label: of.title, choices, typed: of.typed, problems: of.problems })
}

function number(
  view: View,
  name: string,
  of: {
    readonly label: string
    readonly value: string
    readonly problems: readonly FieldProblem[]
  }
): Html {
  return field(view, { type: 'integer', name, ...of, width: 'short', required: false })
}

/** What is said in each language, and how long it may be: the limits of the kernel. */
const saidParts = {
  event: { type: 'text', lengthMax: saidMax.event },
  headline: { type: 'text', lengthMax: saidMax.headline },
  description: { type: 'paragraph', lengthMax: saidMax.description },
  instruction: { type: 'paragraph', lengthMax: saidMax.instruction },
  area: { type: 'text', lengthMax: saidMax.area }
} as const

function saying(
  view: View,
  lang: 'fa' | 'en',
  of: { readonly title: string; readonly typed: Typed; readonly problems: readonly FieldProblem[] }
): Html {
  const t = messages.in(view.lang)
  const one = (part: keyof typeof saidParts, label: string) =>
    field(view, {
      ...saidParts[part],
      name: `${lang}.${part}`,
      label,
      value: of.typed[`${lang}.${part}`],
      required: lang === 'fa' && part !== 'instruction' && part !== 'area',
      problems: of.problems
    })
  return section({
    title: of.title,
    body: html`${one('event', t.event)} ${one('headline', t.headline)}
    ${one('description', t.description)} ${one('instruction', t.instruction)}
    ${one('area', t.areaLabel)}`
  })
}

/** What is about to be signed. */
export interface UnsignedAlert {
  readonly from: SendingUnit
  readonly xml: string
  readonly target: { readonly percent: number; readonly seconds: number }
  readonly earlier: Broadcast | null
}

/** The alert as everybody will see it, and the button that signs it with the key of the unit. */
export function signAlertPage(view: View, unsigned: UnsignedAlert): Html {
  const { from, xml, target, earlier } = unsigned
  const t = messages.in(view.lang)
  const read = parseAlert(xml)
  if (!read.ok) throw new Error('what is previewed was read before')
  const first = infoFor(read.value, view.lang)
  const all = [first, ...read.value.infos.filter((info) => info !== first)]
  return layout(view, {
    title: t.preview,
    robots: 'noindex',
    breadcrumbs: breadcrumbs(view),
    islands: ['letters/sign-alert'],
    body: html`${pageHead({ title: t.preview, lead: from.title[view.lang] })}
    ${forWhom(view, read.value)} ${earlier !== null && replaces(view, earlier, read.value.msgType)}
    ${all.map((info) => saidIn(view, info))} ${danger(view, first)} ${standing(view, first)}
    ${form(view, {
      action: '/desk/alerts',
      problems: [],
      body: html`<div
        data-sign-alert
        data-mailbox="${from.mailbox}"
        data-sender="${read.value.sender}"
        data-identifier="${read.value.identifier}"
      >
        ${hidden('authority', from.authority)} ${hidden('unit', from.unit)}
        ${hidden('xml', Buffer.from(xml).toString('base64'))} ${hidden('note', '')}
        ${hidden('percent', String(target.percent))} ${hidden('seconds', String(target.seconds))}
        <noscript
          >${alert(view, { kind: 'warning', still: true, body: t.signNeedsScript })}</noscript
        >
        <p role="status" data-says data-locked="${t.locked}"></p>
      </div>`,
      more: button(view, { text: t.sign, kind: 'primary' })
    })}`
  })
}

/** Whether everybody is about to be alarmed, before anything else. */
function forWhom(view: View, { status }: Alert): Html {
  const t = messages.in(view.lang)
  if (status === 'Exercise') return alert(view, { kind: 'info', still: true, body: t.isExercise })
  return alert(view, { kind: 'warning', still: true, body: t.isActual })
}

/** What it takes the place of. */
function replaces(view: View, earlier: Broadcast, as: string | undefined): Html {
  const t = messages.in(view.lang)
  const { headline } = infoFor(alertOf(earlier), view.lang)
  const body = as === 'Cancel' ? t.isCancel(headline) : t.isUpdate(headline)
  return alert(view, { kind: 'info', still: true, body })
}

function standing(view: View, { categories: [category], expires }: AlertInfo): Html {
  const [t, cap] = [messages.in(view.lang), capWords.in(view.lang)]
  const until = expires === null ? '' : instantText(view, Temporal.Instant.from(expires))
  return keyValues(
    [
      { key: t.category, value: category === undefined ? '' : cap[category] },
      { key: t.expires, value: until }
    ],
    { dense: true }
  )
}
