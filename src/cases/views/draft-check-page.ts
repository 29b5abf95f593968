import { interruptions } from '../../catalogue/index.ts'
import { formatFee, jalaliText, plainDateToJalali } from '../../kernel/persian/index.ts'
import type { FormValues } from '../../kernel/forms/index.ts'
import {
  alert,
  attrs,
  badge,
  button,
  errorSummary,
  field,
  form,
  formHref,
  hidden,
  type Html,
  html,
  type KeyValue,
  keyValues,
  link,
  section,
  type View
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import { applyMessages } from '../messages-apply.ts'
import { messages } from '../messages.ts'
import { answerList } from './answer-list.ts'
import { applyHead, type DraftPageOptions } from './draft-page.ts'
import { uploadOf } from './draft-documents-page.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import type { Sealing } from '../sealed/sealing-page.ts'
import { sealedNotes, sealingAttributes } from '../sealed/views/sealed-notes.ts'
import { cardChanged } from './card-changed.ts'
import { frame } from './frame.ts'
import { count, promised, size, zone } from './words.ts'

/** What the last look before sending shows. */
export interface CheckPageOptions extends DraftPageOptions {
  readonly values: FormValues
  /** Name of the agreement in force now, or `null`: said plainly before anything is sent. */
  readonly agreement: string | null
  /** The person, and those for whom the person may act. */
  readonly applicant: {
    readonly self: Bilingual
    readonly represented: readonly { readonly id: string; readonly name: Bilingual }[]
    readonly typed: string | undefined
  }
}

/** Last part: all answers as they will be sent, the declaration, and the button that sends. */
export function draftCheckPage(view: View, options: CheckPageOptions): Html {
  const t = applyMessages.in(view.lang)
  const m = messages.in(view.lang)
  const { draft, card, problems, before = null, closings = [], sealing } = options
  const s = sealedPageMessages.in(view.lang)
  const answers = answerList(view, card.form, {
    values: options.values,
    sealed: s.onThisDevice,
    changeAt: (name) => `/drafts/${draft.id}#field-answers-${name}`
  })
  const documents = card.documents.length > 0 && {
    title: m.documents,
    body: keyValues(documentLines(view, options))
  }
  return frame(view, {
    title: `${t.checkTitle}: ${card.title[view.lang]}`,
    problems,
    ...(sealing && { islands: ['cases/sealed-sending'] }),
    body: html`${applyHead(view, card, 'check')} ${cardChanged(view, { card, before })}
    ${interruptions.interruptionNote(view, closings, view.now)} ${errorSummary(view, problems)}
    ${sealing && sealedNotes(view, { form: card.form, sealing })}
    ${section({ title: m.answers, body: keyValues(answers) })} ${documents && section(documents)}
    ${section({ title: t.feeTime, body: html`${keyValues(terms(view, options))}${notice(view, options)}` })}
    ${form(view, {
      action: `/drafts/${draft.id}/submission`,
      body: html`${sealing && sealedPart(view, { ...options, sealing })}
        ${onBehalfOf(view, options)}
        <h2>${t.declarationTitle}</h2>
        ${field(view, {
          type: 'checkbox',
          name: 'declaration',
          label: t.declaration,
          problems
        })}`,
      submit: { text: t.send, size: 'large' },
      more: html`${button(view, {
          text: t.back,
          href: card.documents.length > 0 ? `/drafts/${draft.id}/documents` : `/drafts/${draft.id}`,
          kind: 'quiet'
        })}
        <p class="field-help">${t.afterSending}</p>`
    })}`
  })
}

/** What the script seals with, and where it puts what it sealed. */
function sealedPart(view: View, { draft, card, sealing }: CheckPageOptions & { sealing: Sealing }) {
  const data = {
    form: card.form,
    uploads: card.documents.flatMap(({ code: document, title }) => {
      const upload = uploadOf(draft.uploads, document)
      return upload ? [{ id: upload.id, document, title: title[view.lang] }] : []
    }),
    today: jalaliText(plainDateToJalali(view.now.toZonedDateTimeISO(zone).toPlainDate())),
    answersAt: formHref(view, `/drafts/${draft.id}`),
    toAnswers: sealedPageMessages.in(view.lang).toAnswers
  }
  const attributes = {
    'data-sealed-sending': JSON.stringify(data),
    ...sealingAttributes(view, sealing, draft.id)
  }
  return html`<div ${attrs(attributes)}>
    ${hidden('sealed', '')}
    <p class="field-problem" role="status" data-sealed-status hidden></p>
  </div>`
}

function onBehalfOf(view: View, { applicant, problems }: CheckPageOptions): Html | false {
  const t = applyMessages.in(view.lang)
  if (applicant.represented.length === 0) return false
  return field(view, {
    type: 'choice',
    name: 'applicant',
    label: t.onBehalfOf,
    value: applicant.typed ?? 'self',
    problems,
    choices: [
      { value: 'self', text: t.myself(applicant.self[view.lang]) },
      ...applicant.represented.map(({ id, name }) => ({ value: id, text: name[view.lang] }))
    ]
  })
}

function documentLines(view: View, { draft, card, sealing }: CheckPageOptions): KeyValue[] {
  const s = sealedPageMessages.in(view.lang)
  const t = applyMessages.in(view.lang)
  const m = messages.in(view.lang)
  return card.documents.map((document) => {
    const upload = uploadOf(draft.uploads, document.code)
    const key = document.title[view.lang]
    const state = draft.later.includes(document.code)
      ? badge(view, 'planned', t.laterChosen)
      : html`<span class="muted">${t.notAttached}</span>`
    return {
      key,
      value: upload
        ? html`<bdi>${sealing ? s.sealedFile : upload.name}</bdi>
            (${size(view, upload.receivedBytes)})`
        : state,
      action: link(view, {
        href: `/drafts/${draft.id}/documents`,
        text: m.change,
        attributes: { 'aria-label': t.changeOf(key) }
      })
    }
  })
}

function terms(view: View, { card }: CheckPageOptions): KeyValue[] {
  const m = messages.in(view.lang)
  return [
    { key: m.fee, value: formatFee(card.feeRial, view.lang) },
    { key: m.promisedTime, value: promised(view, card.promisedTime) },
    {
      key: m.visits,
      value: card.visitsMax === 0 ? m.noVisits : m.visitsMax(count(view, card.visitsMax))
    }
  ]
}

function notice(view: View, { agreement }: CheckPageOptions): Html {
  const m = messages.in(view.lang)
  return alert(view, {
    kind: agreement === null ? 'warning' : 'info',
    still: true,
    title: m.agreement,
    body: agreement === null ? m.noAgreement : m.agreementNow(agreement)
  })
}
