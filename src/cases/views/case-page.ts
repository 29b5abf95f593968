import {
  alert,
  button,
  code,
  columns,
  disclosure,
  type Html,
  html,
  keyValues,
  link,
  pageHead,
  section,
  table,
  type View
} from '../../platform/html/index.ts'
import { formatFee, formatRial } from '../../kernel/persian/index.ts'
import { announcements, interruptions } from '../../catalogue/index.ts'
import type { Stage } from '../case.ts'
import { open } from '../demand-stage.ts'
import { caseMessages } from '../messages-case.ts'
import { readerRoleMessages } from '../messages-desk.ts'
import { handedOnSection } from '../handed-on/views.ts'
import { documentMessages } from '../messages-documents.ts'
import { messages } from '../messages.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import type { CaseView } from '../view-case.ts'
import { answerList } from './answer-list.ts'
import { caseActions } from './case-actions.ts'
import { caseDelegates } from './case-delegates.ts'
import type { CasePageOptions } from './case-page-options.ts'
import { caseDocuments } from './case-documents.ts'
import { caseReopenings } from './case-reopenings.ts'
import { caseReturns, noteText } from './case-returns.ts'
import { caseSteps, postTitle } from './case-steps.ts'
import { clockCard } from './clock-card.ts'
import { sealedJudgements, sealedText } from '../sealed/views/sealed-judgements.ts'
import { frame } from './frame.ts'
import { formTitle, keptTexts } from './kept-texts.ts'
import { refusedNotice } from './refused-notice.ts'
import { commas, count, moment, phoneNumber, stageBadge } from './words.ts'

/** The applicant's page of a case: where it stands, what to do, and everything that happened. */
export function casePage(view: View, options: CasePageOptions): Html {
  const t = caseMessages.in(view.lang)
  const m = messages.in(view.lang)
  const { shown, authority } = options
  const { card, history } = shown
  return frame(view, {
    title: card.title[view.lang],
    authority,
    problems: options.refused?.problems,
    islands: ['platform/dialog', ...(options.sealing ? ['cases/sealed-judgements'] : [])],
    trail: [
      { href: '/cases', text: t.myCases },
      { href: `/cases/${shown.id}`, text: card.title[view.lang] }
    ],
    body: html`${refused(view, options)}
    ${pageHead({
      title: card.title[view.lang],
      above: html`${m.trackingCode}: ${code(formatTrackingCode(shown.code))}`,
      badge: stageBadge(view, history.stage),
      lead: nowText(view, shown),
      actions: mainAction(view, shown)
    })}
    ${interrupted(view, options)} ${changedSince(view, options)} ${sealedJudgements(view, options)}
    ${decision(view, options)} ${caseReopenings(view, shown)} ${openReturnFirst(view, shown)}
    ${columns(
      clockCard(view, options.clock, {
        promise: card.promisedTime,
        at: view.now,
        explanation: `/cases/${shown.id}/clock`
      }),
      section({
        title: t.stepsTitle,
        body: caseSteps(view, { card, history, authority, notes: shown.notes })
      }),
      { equal: true }
    )}
    ${section({ title: t.documentsTitle, body: caseDocuments(view, shown) })} ${visits(view, shown)}
    ${history.stage !== 'returned' && caseReturns(view, shown)}
    ${section({
      title: m.answers,
      body: disclosure({
        summary: t.showAnswers,
        body: keyValues(
          answerList(view, card.form, { values: shown.answers, sealed: sealedText(view, shown) })
        )
      })
    })}
    ${invoice(view, shown)} ${caseDelegates(view, shown)} ${handedOnSection(view, shown, authority)}
    ${lookedAt(view, shown)} ${caseActions(view, options)}`
  })
}

/** What keeps the service from being given concerns whoever waits for an answer. */
function interrupted(view: View, { shown, interruptions: known }: CasePageOptions): Html | false {
  if (!open.includes(shown.history.stage)) return false
  return interruptions.interruptionNote(view, known ?? [], view.now)
}

/** Whoever waits is told what changed meanwhile, and that it does not touch them (PI-4.1.6a). */
function changedSince(view: View, { shown, later }: CasePageOptions): Html | false {
  if (!open.includes(shown.history.stage)) return false
  return announcements.laterNote(view, shown.history.cardVersion, later ?? [])
}

/** What was refused, first on the page: its form is in a dialog that is closed, or not there at all. */
function refused(view: View, { refused: tried, shown }: CasePageOptions): Html | false {
  if (tried === undefined) return false
  const { form, typed, problems } = tried
  return refusedNotice(view, {
    title: formTitle(view, form),
    problems,
    kept: keptTexts(view, { form, typed, card: shown.card }),
    history: shown.history
  })
}

/** One plain sentence: what is happening now, and whose turn it is. */
export function nowText(view: View, { card, history }: CaseView): string {
  const t = caseMessages.in(view.lang)
  const step = card.steps.find((each) => each.code === history.step)?.title[view.lang] ?? ''
  const words: Record<Stage, string> = {
    'awaiting-documents': t.nowAwaiting,
    received: t.nowReceived,
    'in-progress': t.nowInProgress(step),
    returned: t.nowReturned,
    withdrawn: t.nowWithdrawn,
    decided: history.decision?.outcome === 'granted' ? t.nowGranted : t.nowRefused
  }
  return words[history.stage]
}

function mainAction(view: View, { id, may, history }: CaseView): Html {
  const t = caseMessages.in(view.lang)
  const receipt = button(view, { text: t.receipt, href: `/cases/${id}/receipt`, icon: 'print' })
  if (may.resubmit && history.stage === 'returned') {
    const fix = { text: t.fixNow, href: `/cases/${id}/correction`, kind: 'primary' } as const
    return html`${button(view, fix)}${receipt}`
  }
  if (may.addDocument && history.stage === 'awaiting-documents') {
    const add = { text: t.addDocuments, href: `/cases/${id}/documents`, kind: 'primary' } as const
    return html`${button(view, add)}${receipt}`
  }
  return receipt
}

function openReturnFirst(view: View, shown: CaseView): Html | false {
  return shown.history.stage === 'returned' && caseReturns(view, shown)
}

/** The decision with its reasons, and the post that took it. */
export function decision(
  view: View,
  {
    shown,
    authority
  }: Pick<CasePageOptions, 'authority'> & {
    readonly shown: Pick<CaseView, 'card' | 'history' | 'notes'>
  }
): Html | false {
  const t = caseMessages.in(view.lang)
  const { decision: taken, delivered } = shown.history
  if (taken === null) return false
  return section({
    title: t.decisionTitle,
    body: html`${alert(view, {
      kind: taken.outcome === 'granted' ? 'success' : 'info',
      still: true,
      title: taken.outcome === 'granted' ? t.granted : t.refused,
      body: taken.reason === null ? '' : noteText(view, shown, taken.reason)
    })}
    ${keyValues([
      {
        key: t.decidedBy,
        value: html`${postTitle(view, authority, taken.post)}
        ${!taken.namedApprover && html`<br /><strong>${t.notNamedApprover}</strong>`}`
      },
      { key: t.decidedAt, value: moment(view, taken.at) },
      ...(delivered
        ? [
            {
              key: t.deliveredAt,
              value: moment(view, delivered.at)
            }
          ]
        : []),
      { key: t.responsible, value: contact(view, shown) }
    ])}`
  })
}

function contact(view: View, { card }: Pick<CaseView, 'card'>): Html {
  return html`${card.followUp.title[view.lang]} ${phoneNumber(view, card.followUp.phone)}`
}

function visits(view: View, { card, history }: CaseView): Html {
  const t = caseMessages.in(view.lang)
  const used = history.visits.filter(({ causedBy }) => causedBy === 'provider').length
  const summary =
    card.visitsMax === 0 && history.visits.length === 0
      ? t.visitsNone
      : t.visitsUsed(count(view, used), count(view, card.visitsMax))
  return section({
    title: t.visitsTitle,
    body: html`<p>${summary}</p>
      ${
        history.visits.length > 0 &&
        html`<ul class="list-disc ps-5">
          ${history.visits.map(
            (visit) =>
              html`<li>
                ${commas(view, [
                  moment(view, visit.at),
                  visit.causedBy === 'provider' ? t.visitByProvider : t.visitByApplicant
                ])}
                ${visit.beyond && html`<strong>(${t.visitBeyond})</strong>`}
              </li>`
          )}
        </ul>`
      }`
  })
}

function invoice(view: View, { history }: CaseView): Html | false {
  const t = caseMessages.in(view.lang)
  if (history.invoice === null) return false
  const { amountRial, publishedRial } = history.invoice
  const note =
    amountRial === publishedRial
      ? t.invoiceSame
      : t.invoiceDiffers(formatRial(publishedRial, view.lang))
  return section({
    title: t.invoiceTitle,
    body: html`<p>${formatFee(amountRial, view.lang)}</p>
      <p class="muted">${note}</p>`
  })
}

function lookedAt(view: View, shown: CaseView): Html {
  const t = caseMessages.in(view.lang)
  const m = messages.in(view.lang)
  const looks = table(view, {
    caption: t.lookedTitle,
    captionHidden: true,
    rows: shown.lookedAt,
    columns: [
      { key: 'who', title: m.who, cell: (line) => line.name?.[view.lang] ?? t.lookedProgram },
      { key: 'role', title: t.role, cell: (line) => roleName(view, line.role) },
      { key: 'at', title: m.when, cell: (line) => moment(view, line.at) }
    ]
  })
  return section({
    title: t.lookedTitle,
    body: html`${
        shown.lookedAt.length > 0 ? looks : html`<p class="muted">${nobodyText(view, shown)}</p>`
      }
      <p>
        ${link(view, {
          href: `/account/looks?case=${shown.id}`,
          text: documentMessages.in(view.lang).allLooks
        })}
      </p>`
  })
}

/** Whoever works by a program may never have opened the page; that is not to say that nobody worked on it. */
function nobodyText(view: View, { history }: CaseView): string {
  const t = caseMessages.in(view.lang)
  const acts = [history.steps, history.returns, history.visits, history.reopenings]
  const isWorkedOn = history.decision !== null || acts.some(({ length }) => length > 0)
  return isWorkedOn ? t.lookedAtWork : t.lookedNobody
}

/** A role in words; roles that only platforms know are shown as they are written. */
function roleName(view: View, role: string): string {
  const names: Readonly<Record<string, string>> = readerRoleMessages.in(view.lang)
  return names[role] ?? role
}
