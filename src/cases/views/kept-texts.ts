import type { ServiceCard } from '../../catalogue/index.ts'
import type { Speaks } from '../../platform/html/index.ts'
import { type DefectCode, defectCodes, type ReopeningReason } from '../case.ts'
import { caseMessages } from '../messages-case.ts'
import { fileMessages } from '../messages-desk.ts'
import {
  defectMessages,
  messages,
  reopeningMessages,
  reopeningPolicyMessages
} from '../messages.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import type { CaseForm, Typed } from './desk-case-options.ts'
import type { Named } from './queue-page-options.ts'
import { channelName, commas } from './words.ts'

/** Something that was typed or chosen, in the words of its form. */
export interface KeptText {
  readonly label: string
  readonly text: string
}

/** A form that was sent, and what its names and values are called. */
export interface SentForm {
  /** Which form about a case; absent: the answers of a draft. */
  readonly form?: CaseForm | undefined
  readonly typed: Typed
  /** `null` where it is not known which service it was about: then codes stand for names. */
  readonly card: ServiceCard | null
  readonly colleagues?: readonly Named[]
}

/** What was typed into a form, to be read where the form itself is not shown any more. */
export function keptTexts(view: Speaks, sent: SentForm): KeptText[] {
  return Object.entries(sent.typed).flatMap(([name, value]) => {
    const label = labelOf(view, sent, name)
    if (label === undefined || value === undefined) return []
    return [{ label, text: valueText(view, sent, { name, value }) }]
  })
}

/** The title of a form, as the page names it. */
export function formTitle(view: Speaks, form: CaseForm): string {
  const t = fileMessages.in(view.lang)
  const titles: Record<CaseForm, string> = {
    return: t.returnCase,
    judgement: sealedPageMessages.in(view.lang).sectionTitle,
    steps: t.enter,
    visits: t.recordVisit,
    assignment: t.assignment,
    decision: t.decide,
    reopening: t.reopen,
    documents: t.addDocument,
    resubmission: caseMessages.in(view.lang).sendAgain,
    withdrawal: caseMessages.in(view.lang).withdraw
  }
  return titles[form]
}

function labelOf(view: Speaks, { form, card }: SentForm, name: string): string | undefined {
  const t = fileMessages.in(view.lang)
  const reasons: Partial<Record<CaseForm, string>> = {
    decision: t.reasons,
    reopening: t.reopenReason,
    withdrawal: caseMessages.in(view.lang).withdrawReason,
    steps: t.stepReason
  }
  const names: Readonly<Record<string, string | undefined>> = {
    outcome: t.outcome,
    reason: form && reasons[form],
    deliverBy: t.deliverBy,
    outOfOrderReason: t.skipReason,
    step: messages.in(view.lang).step,
    causedBy: t.visitCause,
    insist: t.insist,
    policy: t.reopenPolicy,
    note: t.reopenNote,
    to: t.assignment,
    document: t.whichDocument,
    channel: t.cameBy,
    trackingNumber: t.trackingNumber,
    officeCode: t.officeCode,
    arrivedDate: t.arrivedDate,
    arrivedTime: t.arrivedTime,
    lateReason: t.lateReason,
    uploadName: t.scan,
    contest: caseMessages.in(view.lang).contest
  }
  return names[name] ?? itemLabel(view, card, name)
}

/** The name of an answer, of a defect or of the note on one: what the card calls it. */
function itemLabel(view: Speaks, card: ServiceCard | null, name: string): string | undefined {
  const [, what, code = ''] =
    /^(answers|(?:defect|note)\.(?:field|document))\.(.+)$/.exec(name) ?? []
  if (what === undefined) return undefined
  const title = what.endsWith('document')
    ? card?.documents.find((each) => each.code === code)?.title
    : card?.form.fields.find((each) => each.name === code)?.label
  const told = title?.[view.lang] ?? code
  return what.startsWith('note.') ? fileMessages.in(view.lang).defectNote(told) : told
}

function valueText(
  view: Speaks,
  { form, card, colleagues = [] }: SentForm,
  { name, value }: { readonly name: string; readonly value: string }
): string {
  const t = fileMessages.in(view.lang)
  const chosen: Readonly<Record<string, () => string | undefined>> = {
    outcome: () => (value === 'granted' ? t.grant : t.refuse),
    reason: () => (form === 'reopening' ? reopeningText(view, value) : undefined),
    deliverBy: () => channelName(view, value),
    channel: () => channelName(view, value),
    causedBy: () => (value === 'applicant' ? t.byApplicant : t.provider),
    policy: () => reopeningPolicyMessages.in(view.lang)[value === 'restart' ? value : 'resume'],
    step: () => card?.steps.find(({ code }) => code === value)?.title[view.lang],
    document: () => card?.documents.find(({ code }) => code === value)?.title[view.lang],
    to: () => personText(view, colleagues, value)
  }
  if (name.startsWith('defect.')) return defectText(view, value)
  if (name.startsWith('answers.')) return answerText(view, card, { name, value })
  return chosen[name]?.() ?? value
}

function personText(view: Speaks, colleagues: readonly Named[], value: string): string | undefined {
  const t = fileMessages.in(view.lang)
  if (value === 'me') return t.takeIt
  if (value === 'nobody') return t.assignedNobody
  return colleagues.find(({ id }) => id === value)?.name[view.lang]
}

function defectText(view: Speaks, value: string): string {
  const known: DefectCode | undefined = defectCodes.find((each) => each === value)
  return known === undefined ? value : defectMessages.in(view.lang)[known]
}

/** A coded reason of a reopening in words; one that is not known any more stays as it is. */
export function reopeningText(view: Speaks, reason: string): string {
  const words: Readonly<Record<string, string>> = reopeningMessages.in(view.lang) satisfies Record<
    ReopeningReason,
    string
  >
  return words[reason] ?? reason
}

function answerText(
  view: Speaks,
  card: ServiceCard | null,
  { name, value }: { readonly name: string; readonly value: string }
): string {
  const field = card?.form.fields.find((each) => `answers.${each.name}` === name)
  const m = messages.in(view.lang)
  if (field?.type === 'yes-no') return { yes: m.yes, no: m.no }[value] ?? value
  if (field?.type !== 'choice' && field?.type !== 'choices') return value
  const titles = new Map(field.choices.map((each) => [each.value, each.label[view.lang]]))
  return commas(
    view,
    value.split(',').map((each) => titles.get(each) ?? each)
  )
}
