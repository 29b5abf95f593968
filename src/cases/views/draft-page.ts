import {
  type CardDocument,
  type Interruption,
  type ServiceCard,
  announcements,
  interruptions
} from '../../catalogue/index.ts'
import { formatFee } from '../../kernel/persian/index.ts'
import {
  attrs,
  button,
  disclosure,
  errorSummary,
  form,
  hidden,
  type Html,
  html,
  keyValues,
  pageHead,
  type Speaks,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { Draft } from '../draft.ts'
import { applyMessages } from '../messages-apply.ts'
import { messages } from '../messages.ts'
import { answerFields, namedProblems } from './answer-fields.ts'
import { problemPatterns } from './problem-patterns.ts'
import type { Sealing } from '../sealed/sealing-page.ts'
import { sealedAnswersForm } from '../sealed/views/sealed-answers-form.ts'
import { sealedNotes } from '../sealed/views/sealed-notes.ts'
import { cardChanged } from './card-changed.ts'
import { frame } from './frame.ts'
import { answersData } from './answers-data.ts'
import { count, formats, moment, promised, size } from './words.ts'

/** A draft, its card, and what is wrong so far. */
export interface DraftPageOptions {
  readonly draft: Draft
  readonly card: ServiceCard
  readonly problems: readonly FieldProblem[]
  /** The card that the draft was saved by, where another has been published since. */
  readonly before?: ServiceCard | null
  /** What keeps the service from being given, now or soon. */
  readonly closings?: readonly Interruption[]
  /** Versions of the card that were announced and are not in force yet. */
  readonly announced?: readonly announcements.Announcement[]
  /** Where the answers are sealed in the browser: to whom. */
  readonly sealing?: Sealing | null
}

/** Where the person is in the three parts of an application. */
export type ApplyPart = 'answers' | 'documents' | 'check'

/** First part: the questions of the card's form. */
export function draftPage(view: View, options: DraftPageOptions): Html {
  const t = applyMessages.in(view.lang)
  const { draft, card, problems, before = null, closings = [] } = options
  if (options.sealing) return sealedDraftPage(view, { ...options, sealing: options.sealing })
  const action = `/drafts/${draft.id}/answers`
  const data = answersData(view, { form: card.form, save: { to: action, savedAt: draft.savedAt } })
  const later = { text: t.saveForLater, name: 'then', value: 'later', kind: 'quiet' } as const
  return frame(view, {
    title: `${t.formTitle}: ${card.title[view.lang]}`,
    problems,
    islands: ['cases/answers'],
    body: html`${applyHead(view, card, 'answers')} ${cardChanged(view, { card, before })}
    ${announcements.announcedNote(view, options.announced ?? [])}
    ${interruptions.interruptionNote(view, closings, view.now)} ${needed(view, card)}
    ${form(view, {
      id: 'answers',
      action,
      problems: namedProblems(card, problems),
      body: html`${hidden('service', card.code)} ${problemPatterns(view)}
        <div ${attrs(data)}>
          ${answerFields(view, { form: card.form, answers: draft.values, problems })}
        </div>
        <p class="draft-state" role="status" data-form-state>
          ${t.savedAt(moment(view, draft.savedAt))}
        </p>`,
      submit: { text: t.saveAndGoOn, name: 'then', value: 'continue', size: 'large' },
      more: button(view, later)
    })}`
  })
}

/** The same, where the browser seals: nothing of it is sent by the form, and it waits for its script. */
function sealedDraftPage(
  view: View,
  options: DraftPageOptions & { readonly sealing: Sealing }
): Html {
  const t = applyMessages.in(view.lang)
  const { draft, card, problems, before = null, closings = [], sealing } = options
  return frame(view, {
    title: `${t.formTitle}: ${card.title[view.lang]}`,
    problems,
    islands: ['cases/sealed-answers'],
    body: html`${applyHead(view, card, 'answers')} ${cardChanged(view, { card, before })}
    ${announcements.announcedNote(view, options.announced ?? [])}
    ${interruptions.interruptionNote(view, closings, view.now)} ${needed(view, card)}
    ${errorSummary(view, namedProblems(card, problems))}
    ${sealedNotes(view, { form: card.form, sealing })}
    ${sealing.recipientKey !== null && sealedAnswersForm(view, { draft, card, sealing, problems })}`
  })
}

/** The title of the three parts, and which of them this is. */
export function applyHead(view: Speaks, card: ServiceCard, part: ApplyPart): Html {
  const t = applyMessages.in(view.lang)
  const parts = applyParts(card)
  const title = { answers: t.formTitle, documents: t.documentsTitle, check: t.checkTitle }[part]
  return pageHead({
    above: t.progress(count(view, parts.indexOf(part) + 1), count(view, parts.length)),
    title,
    lead: card.title[view.lang]
  })
}

/** The parts that an application for this card has: a card without documents has no such part. */
export function applyParts(card: ServiceCard): ApplyPart[] {
  return card.documents.length === 0 ? ['answers', 'check'] : ['answers', 'documents', 'check']
}

/** What has to be at hand, what it costs and how long it takes; folded, the card has said it before. */
function needed(view: Speaks, card: ServiceCard): Html {
  const t = applyMessages.in(view.lang)
  const m = messages.in(view.lang)
  const lines = card.documents.map((document) => neededDocument(view, document))
  const documents = html`<ul class="list-disc ps-5">
    ${lines}
  </ul>`
  return disclosure({
    summary: t.needed,
    body: html`${card.documents.length === 0 ? t.noDocuments : documents}
    ${keyValues([
      { key: m.fee, value: formatFee(card.feeRial, view.lang) },
      { key: m.promisedTime, value: promised(view, card.promisedTime) },
      {
        key: m.visits,
        value: card.visitsMax === 0 ? m.noVisits : m.visitsMax(count(view, card.visitsMax))
      }
    ])}`
  })
}

function neededDocument(view: Speaks, document: CardDocument): Html {
  const t = applyMessages.in(view.lang)
  const limits = t.allowed(formats(view, document), size(view, document.sizeBytesMax))
  return html`<li>
    <strong>${document.title[view.lang]}</strong> (${document.mandatory ? t.mandatory : t.optional})
    <p class="field-help">${document.condition && `${document.condition[view.lang]} `}${limits}</p>
  </li>`
}
