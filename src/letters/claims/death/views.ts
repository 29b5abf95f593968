import {
  formatJalaliDate,
  formatJalaliDateTime,
  toPersianDigits
} from '../../../kernel/persian/index.ts'
import type { Authority } from '../../../people/index.ts'
import {
  type Content,
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
import { deathMessages } from './messages.ts'
import type { DeathToReverse, RecordedDeath, SecondLook } from './record-death.ts'

/** What was typed, and what is wrong with it. */
export interface DeathForm {
  readonly authorities: readonly Authority[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

const path = '/desk/registry/death'

/** The certificate of death, as a counter types it. */
export function deathPage(view: View, { authorities, typed, problems }: DeathForm): Html {
  const t = deathMessages.in(view.lang)
  const named = (name: string, label: string) => ({ name, label, problems, value: typed[name] })
  const choices = authorities.map(({ id, title }) => ({ value: id, text: title[view.lang] }))
  const body = html`${pageHead({ title: t.title, lead: t.lead })}
  ${form(view, {
    action: path,
    problems,
    body: html`${field(view, {
      ...{ ...named('authority', t.authority), type: 'choice', required: true, choices },
      value: typed['authority'] ?? choices[0]?.value
    })}
    ${field(view, { ...named('name', t.name), type: 'text', required: true })}
    ${field(view, { ...named('nationalId', t.nationalId), type: 'national-id', required: false })}
    ${field(view, { ...named('foreignerCode', t.foreignerCode), type: 'text', required: false })}
    ${field(view, { ...named('number', t.number), type: 'text', required: true })}
    ${field(view, { ...named('day', t.day), type: 'jalali-date', required: true })}`,
    submit: { text: t.look }
  })}
  ${happens(view)}`
  return shell(view, t.title, { body, hasProblems: problems.length > 0 })
}

/** All of it once more, with who sees it and what happens, before it counts. */
export function secondLookPage(
  view: View,
  page: {
    readonly look: SecondLook
    readonly seenBy: Bilingual
    readonly typed: Readonly<Record<string, string>>
  }
): Html {
  const t = deathMessages.in(view.lang)
  const { look, seenBy, typed } = page
  const { lang } = view
  const isNew = look.recorded === null
  const identifier = look.person.nationalId ?? look.person.foreignerCode ?? ''
  const shown = keyValues([
    { key: t.who, value: look.person.name[lang] },
    { key: t.identifier, value: lang === 'fa' ? toPersianDigits(identifier) : identifier },
    { key: t.number, value: look.number },
    { key: t.day, value: formatJalaliDate(look.day, lang) },
    ...(isNew ? [{ key: t.seenBy, value: seenBy[lang] }] : [])
  ])
  const again = Object.entries(typed).map(([name, value]) => hidden(name, value))
  const title = isNew ? t.lookTitle : t.already
  const body = html`${pageHead({ title, lead: isNew ? t.lookLead : undefined })} ${shown}
  ${recordedBefore(view, look, typed['authority'] ?? '')} ${happens(view)}
  ${
    isNew &&
    form(view, {
      action: path,
      body: html`${again} ${hidden('confirmed', 'yes')}`,
      submit: { text: t.record, kind: 'danger' }
    })
  }
  ${form(view, {
    action: path,
    body: html`${again} ${hidden('confirmed', 'no')}`,
    submit: { text: t.back, kind: 'quiet' }
  })}`
  return shell(view, title, { body })
}

function recordedBefore(
  view: View,
  { person, recorded }: SecondLook,
  authority: string
): Html | false {
  const t = deathMessages.in(view.lang)
  if (recorded === null) return false
  const isOwn = recorded.authority === authority
  const href = `${path}/reversal?person=${person.id}&authority=${authority}`
  return alert(view, {
    ...{ kind: 'info', still: true },
    body: isOwn ? recordOf(view, recorded) : t.alreadyElsewhere,
    ...(isOwn && { actions: button(view, { text: t.toReversal, href }) })
  })
}

function recordOf(view: View, { at, seenBy, paper }: RecordedDeath): Html {
  const t = deathMessages.in(view.lang)
  return keyValues([
    { key: t.paper, value: paper },
    { key: t.recordedBy, value: seenBy?.[view.lang] ?? '' },
    { key: t.recordedAt, value: formatJalaliDateTime(at, view.lang) }
  ])
}

/** Takes a record back, with the reason. */
export function reversalPage(
  view: View,
  page: {
    readonly death: DeathToReverse
    readonly person: string
    readonly reason: string
    readonly problems: readonly FieldProblem[]
  }
): Html {
  const t = deathMessages.in(view.lang)
  const { death, person, reason, problems } = page
  const lead = t.reversalLead(death.name[view.lang])
  const body = html`${pageHead({ title: t.reversal, lead })} ${recordOf(view, death)}
  ${doneByThen(view, death)} ${alert(view, { kind: 'info', body: t.reversalText, still: true })}
  ${form(view, {
    action: `${path}/reversal`,
    problems,
    body: html`${hidden('person', person)} ${hidden('authority', death.authority)}
    ${field(view, {
      ...{ type: 'paragraph', name: 'reason', label: t.reason, required: true, rows: 2 },
      ...{ lengthMax: 1000, value: reason, problems }
    })}`,
    submit: { text: t.reverse, kind: 'danger' }
  })}`
  return shell(view, t.reversal, { body, hasProblems: problems.length > 0 })
}

/** What the wrong record has done already, and to whom: said before it is taken back. */
function doneByThen(view: View, { heirs }: DeathToReverse): Html {
  const t = deathMessages.in(view.lang)
  if (heirs.length === 0) return html`<p>${t.reversalOpen}</p>`
  const lines = heirs.map(({ name, since }) =>
    t.reversalHeir(name[view.lang], formatJalaliDateTime(since, view.lang))
  )
  const body = html`<ul class="list-disc ps-6 space-y-2">
    ${[...lines, t.reversalKey].map((line) => html`<li>${line}</li>`)}
  </ul>`
  return alert(view, { kind: 'warning', title: t.reversalLost, body, still: true })
}

function happens(view: View): Html {
  const t = deathMessages.in(view.lang)
  const lines = [t.happens1, t.happens2, t.happens3]
  return section({
    title: t.happens,
    body: html`<ul class="list-disc ps-6 space-y-2">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`
  })
}

function shell(
  view: View,
  title: string,
  { body, hasProblems = false }: { readonly body: Content; readonly hasProblems?: boolean }
): Html {
  const { registry } = deathMessages.in(view.lang)
  const trail = [{ href: '/desk/registry', text: registry }]
  return layout(view, { title, body, robots: 'noindex', hasProblems, breadcrumbs: trail })
}
