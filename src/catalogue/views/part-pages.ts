import type { FormField } from '../../kernel/forms/index.ts'
import {
  type Content,
  type Html,
  type View,
  html,
  keyValues,
  section
} from '../../platform/html/index.ts'
import type { PostHolder } from '../../people/index.ts'
import { messages } from '../messages.ts'
import { documentsSection } from './card-page.ts'
import { processSteps } from './process-steps.ts'
import { serviceFrame, type ShownService } from './service-frame.ts'
import { codeText, phoneLink } from './words.ts'

/** The process of a service: its steps in order, with who answers for each. */
export function processPage(view: View, service: ShownService): Html {
  const t = messages.in(view.lang)
  const { card } = service.version
  const unitName = (id: string): string =>
    service.authority?.units.find((unit) => unit.id === id)?.title[view.lang] ?? id
  const postName = (id: string): string =>
    service.authority?.posts.find((post) => post.id === id)?.title[view.lang] ?? id
  const list = processSteps(
    view,
    card.steps,
    (step) =>
      html`${t.stepBy(unitName(step.unit))} · ${postName(step.post)} ·
      ${step.electronic ? t.stepElectronic : t.stepPaper}`
  )
  return serviceFrame(view, service, {
    part: 'process',
    body: section({ title: card.processTitle[view.lang], body: list })
  })
}

/** The blank form of a service: readable and printable without signing in. */
export function formsPage(view: View, service: ShownService): Html {
  const t = messages.in(view.lang)
  const { card } = service.version
  return serviceFrame(view, service, {
    part: 'forms',
    body: html`
      ${section({
        title: t.formTitle,
        lead: t.formLead,
        body: html`<ol
            class="${view.lang === 'fa' ? 'list-[persian]' : 'list-decimal'} grid gap-5 ps-6"
          >
            ${card.form.fields.map((field) => html`<li>${blankField(view, field)}</li>`)}
          </ol>
          <p class="mt-10 max-w-xs border-t border-dotted pt-2">${t.signature}</p>`
      })}
      ${documentsSection(view, card)}
    `
  })
}

function blankField(view: View, field: FormField): Html {
  const t = messages.in(view.lang)
  // A declaration is agreed to or the form is not sent: one box, no second one to refuse.
  if (field.type === 'yes-no' && field.mustAgree === true) {
    return html`<p class="font-semibold">
      ☐ ${field.label[view.lang]} <small>(${t.required})</small>
    </p>`
  }
  return html`<p class="font-semibold">
      ${field.label[view.lang]} <small>(${field.required ? t.required : t.optional})</small>
    </p>
    ${field.help && html`<p class="field-help">${field.help[view.lang]}</p>`}
    ${blankAnswer(view, field)}`
}

function blankAnswer(view: View, field: FormField): Content {
  if (field.type === 'choice' || field.type === 'choices') {
    return html`<ul class="flex flex-wrap gap-x-6 gap-y-1">
      ${field.choices.map((choice) => html`<li>☐ ${choice.label[view.lang]}</li>`)}
    </ul>`
  }
  if (field.type === 'yes-no') {
    return html`<p>☐ ${messages.in(view.lang).yes} &emsp; ☐ ${messages.in(view.lang).no}</p>`
  }
  const lines = field.type === 'paragraph' ? [1, 2, 3, 4] : [1]
  return html`<div aria-hidden="true">
    ${lines.map(() => html`<p class="h-9 border-b border-dotted"></p>`)}
  </div>`
}

/** Who approves a service: the post, who holds it today, and how to reach them. */
export function approverPage(view: View, service: ShownService, holder: PostHolder | null): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  const { approver, followUp } = service.version.card
  const post = service.authority?.posts.find(({ id }) => id === approver.post)
  const unit = service.authority?.units.find(({ id }) => id === post?.unit)
  const rows = [
    { key: t.approver, value: approver.title[lang] },
    { key: t.post, value: html`${post?.title[lang] ?? ''} ${codeText(approver.post)}` },
    ...(unit ? [{ key: t.unit, value: unit.title[lang] }] : []),
    { key: t.holder, value: holder?.name[lang] ?? t.vacant },
    { key: t.phone, value: phoneLink(approver.phone, lang) },
    {
      key: t.followUp,
      value: html`${followUp.title[lang]} ${phoneLink(followUp.phone, lang)}`
    }
  ]
  return serviceFrame(view, service, {
    part: 'approver',
    body: section({
      title: t.approver,
      lead: t.approverLead,
      body: keyValues(rows)
    })
  })
}
