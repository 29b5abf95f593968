import { cardInForce } from '../../catalogue/index.ts'
import { actorOf } from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { Context, FieldProblem } from '../../platform/index.ts'
import { missingDocuments } from '../case-rules.ts'
import { checkAnswers } from '../check-answers.ts'
import { discardDraft } from '../discard-draft.ts'
import { applyMessages } from '../messages-apply.ts'
import { listDrafts } from '../read-draft.ts'
import { saveDraft } from '../save-draft.ts'
import { comesOtherwise } from '../views/draft-documents-page.ts'
import { draftPage } from '../views/draft-page.ts'
import { draftsPage } from '../views/drafts-page.ts'
import { keepingTexts } from './lost-form.ts'
import { type OpenDraft, withDraft } from './open-draft.ts'
import { formAddress, answersIn, isScript, paramOf, sentBy, textIn, tried } from './page-input.ts'

/** Beginning, filling in, finding again and giving up an application. */
export function draftPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/services/:code/apply' }, async (p) => {
    const actor = actorOf(p.request)
    const service = paramOf(p.request, 'code')
    const open = (await listDrafts(context, actor)).find((draft) => draft.service === service)
    const draft = open ?? (await saveDraft(context, actor, { service, values: {} }))
    return redirect(p, `/drafts/${draft.id}`)
  })
  page(app, { method: 'get', path: '/drafts' }, async (p) => listPage(context, p))
  page(app, { method: 'get', path: '/drafts/:id' }, async (p) =>
    withDraft(context, p, ({ actor: _, ...open }) => draftPage(p.view, { ...open, problems: [] }))
  )
  page(app, { method: 'post', path: '/drafts/:id/answers' }, async (p) =>
    keepingTexts(context, p, {
      sent: { texts: sentBy(p.request) },
      work: () => withDraft(context, p, (open) => saveAnswers(context, p, open))
    })
  )
  formAddress(app, '/drafts/:id/answers', (p) => `/drafts/${paramOf(p.request, 'id')}`)
  page(app, { method: 'post', path: '/drafts/:id/deletion' }, async (p) => {
    await discardDraft(context, actorOf(p.request), paramOf(p.request, 'id'))
    const text = applyMessages.in(p.lang).deleted
    return redirect(p, '/drafts', { kind: 'success', text })
  })
}

async function listPage(context: Context, p: Page): Promise<Html> {
  const drafts = await listDrafts(context, actorOf(p.request))
  const now = context.clock.now()
  const lines = await Promise.all(
    drafts.map(async (draft) => {
      const offered = await cardInForce(context.db, draft.service, now)
      const title = offered?.card.title ?? { fa: draft.service, en: draft.service }
      return { draft, title }
    })
  )
  return draftsPage(p.view, lines)
}

async function saveAnswers(
  context: Context,
  p: Page,
  { actor, draft, card, sealing }: OpenDraft
): Promise<PageAnswer> {
  const sent = sentBy(p.request)
  const values = answersIn(sent, card.form)
  const { id, service, later } = draft
  const outcome = await tried(() =>
    saveDraft(context, actor, { service, draft: id, values, later })
  )
  if (!outcome.ok) {
    void p.reply.code(outcome.status)
    // What should have been sealed is shown to nobody again, not even to whoever sent it.
    const shown = sealing === null ? { ...draft, values } : draft
    return draftPage(p.view, { draft: shown, card, sealing, problems: outcome.problems })
  }
  const saved = outcome.value
  if (isScript(p)) {
    void p.reply.send({ savedAt: saved.savedAt.toString() })
    return undefined
  }
  if (textIn(sent, 'then') === 'later') {
    return redirect(p, '/drafts', { kind: 'success', text: applyMessages.in(p.lang).savedLater })
  }
  const { problems } = checkAnswers(card, values, context.clock.now())
  if (problems.length > 0) {
    void p.reply.code(422)
    return draftPage(p.view, { draft: saved, card, sealing, problems })
  }
  return redirect(p, card.documents.length > 0 ? `/drafts/${id}/documents` : `/drafts/${id}/check`)
}

/** Everything that keeps a draft from being sent: answers that are not right, documents not there. */
export function problemsOfDraft(
  { draft, card }: Pick<OpenDraft, 'draft' | 'card'>,
  now: Temporal.Instant
): { answers: readonly FieldProblem[]; documents: readonly FieldProblem[] } {
  return {
    answers: checkAnswers(card, draft.values, now).problems,
    documents: documentProblems({ draft, card })
  }
}

/** Demanded documents that are neither attached nor announced to come later. */
export function documentProblems({
  draft,
  card
}: Pick<OpenDraft, 'draft' | 'card'>): readonly FieldProblem[] {
  const given = draft.uploads.filter(({ finished }) => finished).map(({ document }) => document)
  const { documentNeeded, documentNeededNow } = applyMessages.entries
  const text = comesOtherwise(card) ? documentNeeded : documentNeededNow
  return missingDocuments(card, new Set([...given, ...draft.later])).map((code) => ({
    pointer: `/documents/${code}`,
    code: 'document/missing',
    text
  }))
}
