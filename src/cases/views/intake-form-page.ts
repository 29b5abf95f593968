import {
  alert,
  attrs,
  button,
  csrfField,
  errorSummary,
  field,
  formHref,
  hidden,
  type Html,
  html,
  icon,
  pageHead,
  section,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { CardDocument, Channel, ServiceCard } from '../../catalogue/index.ts'
import type { Person } from '../../people/index.ts'
import { applyMessages } from '../messages-apply.ts'
import { intakeMessages } from '../messages-intake.ts'
import { fileMessages } from '../messages-desk.ts'
import { messages } from '../messages.ts'
import { answerFields, namedProblems, type TypedAnswers } from './answer-fields.ts'
import { answersData } from './answers-data.ts'
import { lateReasonField, whenArrivedFields } from './arrival-fields.ts'
import { consentFields } from './counter-fields.ts'
import type { Sealing } from '../sealed/sealing-page.ts'
import { sealedNotes, sealingAttributes, untilSealed } from '../sealed/views/sealed-notes.ts'
import { frame } from './frame.ts'
import { problemPatterns } from './problem-patterns.ts'
import { accepted, channelName, formats, size } from './words.ts'

/** A file that was received with this form before. */
export interface KeptScan {
  readonly document: string
  readonly upload: string
  readonly name: string
}

/** The form by which a clerk registers an application of somebody else. */
export interface IntakeFormOptions {
  readonly card: ServiceCard
  readonly channel: Channel
  /** The applicant, where the clerk's search found one. */
  readonly known: Person | null
  readonly submissionKey: string
  readonly answers: TypedAnswers
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly scans: readonly KeptScan[]
  readonly problems: readonly FieldProblem[]
  /** Where the clerk's browser seals what is on the paper: to whom. */
  readonly sealing?: Sealing | null
  /** A consent code has just been sent to the applicant. */
  readonly consentSent?: boolean
}

/** Registering an application: how it came, whose it is, what it says, what came with it. */
export function intakeFormPage(view: View, options: IntakeFormOptions): Html {
  const t = intakeMessages.in(view.lang)
  const { card, channel, problems, sealing } = options
  const action = formHref(view, '/desk/intake/applications')
  const attributes = sealing
    ? {
        method: 'dialog',
        novalidate: true,
        'data-sealed-intake': action,
        ...sealingAttributes(view, sealing, options.submissionKey)
      }
    : {
        method: 'post',
        action,
        enctype: 'multipart/form-data',
        novalidate: true,
        'data-guard': true
      }
  const body = intakeBody(view, options)
  return frame(view, {
    title: `${t.newTitle}: ${card.title[view.lang]}`,
    problems,
    width: 'dense',
    islands: sealing ? ['cases/sealed-intake'] : ['cases/answers', 'platform/form-guard'],
    trail: [
      { href: '/desk/intake', text: t.title },
      { href: '/desk/intake', text: card.title[view.lang] }
    ],
    body: html`${pageHead({
        title: card.title[view.lang],
        above: t.newTitle,
        lead: t.by(channelName(view, channel))
      })}
      ${errorSummary(view, namedProblems(card, problems))} ${problemPatterns(view)}
      ${sealing && sealedNotes(view, { form: card.form, sealing })}
      <form class="form" ${attrs(attributes)}>
        ${csrfField(view)} ${hidden('service', card.code)} ${hidden('channel', channel)}
        ${hidden('submissionKey', options.submissionKey)} ${sealing ? untilSealed(body) : body}
      </form>`
  })
}

function intakeBody(view: View, options: IntakeFormOptions): Html {
  const t = intakeMessages.in(view.lang)
  const { card, problems } = options
  return html`${section({ title: t.arrival, body: arrival(view, options) })}
    ${section({ title: t.applicant, body: applicant(view, options) })}
    ${section({
      title: messages.in(view.lang).answers,
      body: html`<div ${attrs(answersData(view, { form: card.form }))}>
        ${answerFields(view, { form: card.form, answers: options.answers, problems })}
      </div>`
    })}
    ${
      card.documents.length > 0 &&
      section({
        title: t.documents,
        lead: t.documentsLead,
        body: card.documents.map((document) => scan(view, document, options))
      })
    }
    <div class="actions">
      ${button(view, { text: t.register, kind: 'primary', name: 'then', value: 'continue' })}
    </div>
    <p class="field-problem" role="status" data-sealed-status hidden></p>`
}

function arrival(
  view: View,
  { channel, typed, problems, consentSent = false }: IntakeFormOptions
): Html {
  const t = intakeMessages.in(view.lang)
  const f = fileMessages.in(view.lang)
  const code = (name: string, label: string, help?: string) =>
    field(view, {
      type: 'text',
      name,
      label,
      width: 'medium',
      value: typed[name],
      problems,
      ...(help !== undefined && { help }),
      attributes: { dir: 'ltr' }
    })
  return html`${channel === 'post' && code('trackingNumber', f.trackingNumber)}
  ${channel === 'pishkhan' && code('officeCode', f.officeCode)}
  ${channel === 'pishkhan' && consentFields(view, { prefix: '', consentSent, typed, problems })}
  ${
    channel === 'in-person'
      ? alert(view, { kind: 'info', still: true, body: t.visitNote })
      : html`<div class="grid gap-x-3 gap-y-4 sm:grid-cols-2">
            ${whenArrivedFields(view, { prefix: '', label: f.arrivedDate, help: t.arrivedHelp, typed, problems })}
          </div>
          ${lateReasonField(view, { name: 'lateReason', value: typed.lateReason, problems })}`
  }`
}

function applicant(view: View, options: IntakeFormOptions): Html {
  const t = intakeMessages.in(view.lang)
  const { known, typed, problems } = options
  if (known !== null) {
    return html`${hidden('person', known.id)}
    ${alert(view, { kind: 'success', still: true, body: t.known(known.name[view.lang]) })}`
  }
  const text = (
    type: 'text' | 'national-id' | 'legal-id' | 'mobile',
    name: 'name' | 'nationalId' | 'legalId' | 'foreignerCode' | 'mobile'
  ) =>
    field(view, {
      type,
      name: `applicant.${name}`,
      label: t[name],
      required: name === 'name',
      value: typed[`applicant.${name}`],
      problems
    })
  return html`${field(view, {
      type: 'choice',
      name: 'applicant.kind',
      label: t.kind,
      value: typed['applicant.kind'] ?? 'person',
      problems,
      choices: [
        { value: 'person', text: t.kindPerson },
        { value: 'business', text: t.kindBusiness },
        { value: 'body', text: t.kindBody }
      ]
    })}
    ${text('text', 'name')}
    <div class="grid gap-x-3 gap-y-4 sm:grid-cols-2">
      ${text('national-id', 'nationalId')} ${text('legal-id', 'legalId')}
      ${text('text', 'foreignerCode')} ${text('mobile', 'mobile')}
    </div>`
}

function scan(view: View, document: CardDocument, { scans, problems }: IntakeFormOptions): Html {
  const t = intakeMessages.in(view.lang)
  const kept = scans.find((each) => each.document === document.code)
  const limits = applyMessages
    .in(view.lang)
    .allowed(formats(view, document), size(view, document.sizeBytesMax))
  const text = kept && html`${icon('check')} ${t.kept(kept.name)}`
  return html`${kept && hidden(`upload.${document.code}`, kept.upload)}
  ${kept && hidden(`uploadName.${document.code}`, kept.name)}
  ${field(view, {
    type: 'file',
    name: `documents.${document.code}`,
    label: document.title[view.lang],
    help: html`${limits}${document.condition && html` · ${document.condition[view.lang]}`}${
      text && html`<br />${text}`
    }`,
    accept: accepted(document),
    attributes: {
      'data-formats': document.formats.join(' '),
      'data-size-bytes-max': String(document.sizeBytesMax)
    },
    // A required one that did not come is no fault of the clerk: it comes later.
    ...(!document.mandatory && { required: false }),
    problems
  })}`
}
