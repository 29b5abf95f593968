import {
  alert,
  button,
  code,
  columns,
  type Content,
  type Html,
  html,
  keyValues,
  pageHead,
  section,
  type View
} from '../../platform/html/index.ts'
import { handOnMessages } from '../handed-on/messages.ts'
import { handedOnSection } from '../handed-on/views.ts'
import { fileMessages } from '../messages-desk.ts'
import { messages } from '../messages.ts'
import type { CasePermissions } from '../permissions.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import type { CaseView } from '../view-case.ts'
import { answerList } from './answer-list.ts'
import { decision } from './case-page.ts'
import { caseDelegates } from './case-delegates.ts'
import { caseReopenings } from './case-reopenings.ts'
import { caseReturns } from './case-returns.ts'
import { caseSteps, postTitle } from './case-steps.ts'
import { clockCard } from './clock-card.ts'
import type { DeskCaseOptions, DeskForm } from './desk-case-options.ts'
import { checklist } from './desk-checklist.ts'
import { assignmentForm, decisionForm, reopeningForm, stepForms, visitForm } from './desk-forms.ts'
import { documentForm, resubmissionForm, withdrawalForm } from './desk-clerk-forms.ts'
import { deskHistory } from './desk-history.ts'
import { returnForm } from './desk-return.ts'
import { sealedCaseSection } from '../sealed/views/sealed-case-section.ts'
import { sealedDocumentForm, sealedResubmissionForm } from '../sealed/views/sealed-desk-forms.ts'
import { sealedJudgements, sealedText } from '../sealed/views/sealed-judgements.ts'
import { frame } from './frame.ts'
import { formTitle, keptTexts } from './kept-texts.ts'
import { refusedNotice } from './refused-notice.ts'
import { arrival, channelName, count, stageBadge } from './words.ts'

/** The officer's page of a case: all of the file and everything that can be done, on one page. */
export function deskCasePage(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const { shown, query, refused } = options
  const title = `${formatTrackingCode(shown.code)} · ${shown.card.title[view.lang]}`
  return frame(view, {
    title,
    width: 'dense',
    problems: refused?.problems,
    islands: [
      'cases/desk',
      'platform/form-guard',
      ...(shown.sealed
        ? ['letters/sealed-case', 'cases/sealed-desk', 'cases/sealed-judgements']
        : [])
    ],
    trail: [
      { href: `/desk/queue${query}`, text: t.queue },
      { href: `/desk/cases/${shown.id}${query}`, text: formatTrackingCode(shown.code) }
    ],
    body: html`${neighbours(view, options)} ${refusedElsewhere(view, options)}
      ${pageHead({
        title: shown.card.title[view.lang],
        above: code(formatTrackingCode(shown.code)),
        badge: stageBadge(view, shown.history.stage)
      })}
      ${columns(main(view, options), beside(view, options))}
      <p class="muted no-print max-sm:hidden" data-keys-hint hidden>${t.keys}</p>`
  })
}

/** The way through the queue without going back to it. */
function neighbours(view: View, { place, query }: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const to = (id: string) => `/desk/cases/${id}${query}`
  return html`<nav class="actions no-print" aria-label="${t.queue}">
    ${
      place.previous !== null &&
      button(view, {
        text: t.previous,
        href: to(place.previous),
        size: 'small',
        kind: 'quiet',
        icon: 'back',
        attributes: { 'data-key': 'KeyP', rel: 'prev' }
      })
    }
    ${place.number !== null && html`<span>${t.placeOf(count(view, place.number), count(view, place.count))}</span>`}
    ${
      place.next !== null &&
      button(view, {
        text: t.next,
        href: to(place.next),
        size: 'small',
        kind: 'quiet',
        icon: 'forward',
        attributes: { 'data-key': 'KeyN', rel: 'next' }
      })
    }
    ${button(view, {
      text: t.queue,
      href: `/desk/queue${query}`,
      size: 'small',
      kind: 'quiet',
      attributes: { 'data-key': 'KeyQ' }
    })}
  </nav>`
}

function main(view: View, options: DeskCaseOptions): Content {
  const t = fileMessages.in(view.lang)
  const { shown } = options
  const { card, answers } = shown
  return html`${caseReopenings(view, shown)} ${sealedCaseSection(view, options)}
  ${section({ title: t.actions, body: actions(view, options) })}
  ${section({
    title: t.checklist,
    body: html`${checklist(view, shown)} ${handOnLink(view, shown)}`
  })}
  ${handedOnSection(view, shown, options.authority)}
  ${section({
    title: t.answers,
    body: keyValues(
      answerList(view, card.form, { values: answers, sealed: sealedText(view, shown) }),
      { dense: true }
    )
  })}
  ${sealedJudgements(view, options)} ${decision(view, options)} ${caseReturns(view, shown)}
  ${caseDelegates(view, shown)} ${section({ title: t.history, body: deskHistory(view, shown) })}`
}

/** The way to hand a document on, for whoever works on the case. */
function handOnLink(view: View, { id, documents, may, sealed }: CaseView): Html | false {
  // No other unit could open what is sealed to this one.
  if (documents.length === 0 || !may.assign || sealed !== null) return false
  const { title } = handOnMessages.in(view.lang)
  return button(view, { text: title, href: `/desk/cases/${id}/handing-on`, size: 'small' })
}

/** The forms of the page in their order, each with what it asks of its reader and of the case. */
const forms: Readonly<
  Record<
    DeskForm,
    { may: keyof CasePermissions; draw: (view: View, options: DeskCaseOptions) => Html }
  >
> = {
  steps: { may: 'enterStep', draw: stepForms },
  return: {
    may: 'return',
    draw: (view, options) => (options.shown.sealed ? html`` : returnForm(view, options))
  },
  judgement: { may: 'return', draw: () => html`` },
  decision: { may: 'decide', draw: decisionForm },
  documents: {
    may: 'addDocument',
    draw: (view, options) =>
      (options.shown.sealed ? sealedDocumentForm : documentForm)(view, options)
  },
  resubmission: {
    may: 'resubmit',
    draw: (view, options) =>
      (options.shown.sealed ? sealedResubmissionForm : resubmissionForm)(view, options)
  },
  withdrawal: { may: 'withdrawAtCounter', draw: withdrawalForm },
  visits: { may: 'recordVisit', draw: visitForm },
  assignment: { may: 'assign', draw: assignmentForm },
  reopening: { may: 'reopen', draw: reopeningForm }
}

function actions(view: View, options: DeskCaseOptions): Content {
  const offered = Object.values(forms).filter(({ may }) => options.shown.may[may])
  if (offered.length > 0) return offered.map(({ draw }) => draw(view, options))
  const t = fileMessages.in(view.lang)
  return alert(view, { kind: 'info', still: true, body: t.noActions })
}

/** What was refused by a form that the case, as it stands now, does not offer to this reader. */
function refusedElsewhere(view: View, options: DeskCaseOptions): Html | false {
  const { refused, shown, colleagues } = options
  if (refused === null || shown.may[forms[refused.form].may]) return false
  const { form, typed, problems } = refused
  return refusedNotice(view, {
    title: formTitle(view, form),
    problems,
    kept: keptTexts(view, { form, typed, card: shown.card, colleagues }),
    history: shown.history
  })
}

function beside(view: View, options: DeskCaseOptions): Content {
  const t = fileMessages.in(view.lang)
  const m = messages.in(view.lang)
  const { shown, clock, authority, colleagues } = options
  const { card, history } = shown
  const used = history.visits.filter(({ causedBy }) => causedBy === 'provider').length
  const holder = colleagues.find(({ id }) => id === history.assignedTo)?.name[view.lang]
  return html`${clockCard(view, clock, {
    promise: card.promisedTime,
    at: view.now,
    explanation: `/desk/cases/${shown.id}/clock`
  })}
  ${keyValues(
    [
      { key: t.applicant, value: shown.applicant.name?.[view.lang] ?? m.erased },
      { key: m.filedAt, value: arrival(view, shown) },
      { key: m.channel, value: channelName(view, history.filed.channel) },
      { key: t.assignment, value: holder ?? history.assignedTo ?? t.assignedNobody },
      { key: t.decider, value: postTitle(view, authority, card.approver.post) },
      {
        key: t.visits,
        value:
          card.visitsMax === 0 && used === 0
            ? m.noVisits
            : t.visitsUsed(count(view, used), count(view, card.visitsMax))
      },
      {
        key: m.agreement,
        value: history.agreementVersion === null ? m.noAgreementShort : history.agreementVersion
      }
    ],
    { dense: true }
  )}
  ${section({
    title: t.steps,
    body: caseSteps(view, { card, history, authority, notes: shown.notes })
  })}
  ${button(view, {
    text: t.receipt,
    href: `/desk/cases/${shown.id}/receipt`,
    size: 'small',
    icon: 'print'
  })}`
}
