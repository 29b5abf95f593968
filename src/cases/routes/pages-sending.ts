import { actorOf, delegation } from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { type Context, type FieldProblem, Refusal } from '../../platform/index.ts'
import { checkAnswers } from '../check-answers.ts'
import { applyMessages } from '../messages-apply.ts'
import { agreementVersionOf } from '../published.ts'
import { removeUpload } from '../remove-upload.ts'
import { saveDraft } from '../save-draft.ts'
import { submitCase } from '../submit-case.ts'
import { uploadFile } from '../upload-file.ts'
import { draftCheckPage } from '../views/draft-check-page.ts'
import { draftDocumentsPage } from '../views/draft-documents-page.ts'
import { draftPage } from '../views/draft-page.ts'
import { commas } from '../views/words.ts'
import { sealedIn } from './sealed-input.ts'
import { documentProblems, problemsOfDraft } from './pages-drafts.ts'
import { acceptFirst } from './accept-first.ts'
import { type OpenDraft, openDraft, receiptOfSent, withDraft } from './open-draft.ts'
import {
  formAddress,
  paramOf,
  problemsOf,
  queryOf,
  readFiles,
  sentBy,
  textIn,
  tried
} from './page-input.ts'

/** The documents of an application, the last look at it, and sending it. */
export function sendingPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/drafts/:id/documents' }, async (p) =>
    withDraft(context, p, ({ draft, card, before, closings, sealing }) =>
      draftDocumentsPage(p.view, { draft, card, before, closings, sealing, problems: [] })
    )
  )
  page(app, { method: 'post', path: '/drafts/:id/documents' }, async (p) => attach(context, p))
  page(app, { method: 'post', path: '/drafts/:id/documents/:upload/removal' }, async (p) => {
    await removeUpload(context, actorOf(p.request), paramOf(p.request, 'upload'))
    const text = applyMessages.in(p.lang).removed
    return redirect(p, documentsOf(p), { kind: 'success', text })
  })
  page(app, { method: 'post', path: '/drafts/:id/documents-later' }, async (p) =>
    withDraft(context, p, (open) => announce(context, p, open))
  )
  page(app, { method: 'get', path: '/drafts/:id/check' }, async (p) =>
    withDraft(context, p, (open) => lastLook(context, p, { open, problems: [] }))
  )
  page(app, { method: 'post', path: '/drafts/:id/submission' }, async (p) => send(context, p))
  formAddress(app, '/drafts/:id/documents-later', documentsOf)
  formAddress(app, '/drafts/:id/submission', (p) => `/drafts/${paramOf(p.request, 'id')}/check`)
}

function documentsOf(p: Page): string {
  return `/drafts/${paramOf(p.request, 'id')}/documents`
}

/** A file as a plain form sends it. */
async function attach(context: Context, p: Page): Promise<PageAnswer> {
  const { actor, draft, card, sealing } = await openDraft(context, p)
  const document = queryOf(p.request, 'document') ?? ''
  const problems: FieldProblem[] = []
  const names: string[] = []
  await readFiles(p.request, async ({ name, stream }) => {
    const input = { service: draft.service, document, name, draft: draft.id, sizeBytes: null }
    try {
      await uploadFile(context, actor, { ...input, stream })
      names.push(name)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      stream.resume()
      const pointer = `/documents/${document}`
      problems.push(...problemsOf(error).map((each) => ({ ...each, pointer })))
    }
  })
  if (problems.length === 0 && names.length === 0) {
    const text = applyMessages.entries.chooseFirst
    problems.push({ pointer: `/documents/${document}`, code: 'upload/none', text })
  }
  if (problems.length > 0) {
    void p.reply.code(422)
    const fresh = await openDraft(context, p)
    return draftDocumentsPage(p.view, { draft: fresh.draft, card, sealing, problems })
  }
  const text = applyMessages.in(p.lang).attachedNow(commas(p.view, names))
  return redirect(p, `${documentsOf(p)}#field-documents-${document}`, { kind: 'success', text })
}

/** Which documents come by another way; then on to the last look, or away for now. */
async function announce(
  context: Context,
  p: Page,
  { actor, draft, card, sealing }: OpenDraft
): Promise<PageAnswer> {
  const sent = sentBy(p.request)
  const later = card.documents
    .map(({ code }) => code)
    .filter((code) => textIn(sent, `later.${code}`) !== undefined)
  const { id, service, values } = draft
  const saved = await saveDraft(context, actor, { service, draft: id, values, later })
  if (textIn(sent, 'then') === 'later') {
    return redirect(p, '/drafts', { kind: 'success', text: applyMessages.in(p.lang).savedLater })
  }
  const problems = documentProblems({ draft: saved, card })
  if (problems.length > 0) {
    void p.reply.code(422)
    return draftDocumentsPage(p.view, { draft: saved, card, sealing, problems })
  }
  return redirect(p, `/drafts/${id}/check`)
}

/** The last look; where something is not right yet, the page on which it can be put right. */
async function lastLook(
  context: Context,
  p: Page,
  { open, problems }: { open: OpenDraft; problems: readonly FieldProblem[] }
): Promise<Html> {
  const { actor, draft, card, before, closings, sealing } = open
  const now = context.clock.now()
  const wrong = problemsOfDraft(open, now)
  if (wrong.answers.length > 0) {
    return draftPage(p.view, { draft, card, before, closings, sealing, problems: wrong.answers })
  }
  if (wrong.documents.length > 0) {
    return draftDocumentsPage(p.view, {
      draft,
      card,
      before,
      closings,
      sealing,
      problems: wrong.documents
    })
  }
  const { values } = checkAnswers(card, draft.values, now)
  const agreement = await agreementVersionOf(context.db, card, now)
  const represented =
    actor.person === null
      ? []
      : await delegation.personsToActFor(context.db, actor.person, {
          act: 'apply',
          service: card.code,
          authority: card.authority,
          at: now
        })
  return draftCheckPage(p.view, {
    draft,
    card,
    before,
    closings,
    sealing,
    problems,
    values,
    agreement,
    applicant: { self: actor.name, represented, typed: textIn(sentBy(p.request), 'applicant') }
  })
}

async function send(context: Context, p: Page): Promise<PageAnswer> {
  const before = await receiptOfSent(context, p)
  if (before !== null) return before
  const open = await openDraft(context, p)
  const { actor, draft, card } = open
  const sent = sentBy(p.request)
  const refuse = async (problems: readonly FieldProblem[], status: number) => {
    void p.reply.code(status)
    return lastLook(context, p, { open, problems })
  }
  if (textIn(sent, 'declaration') === undefined) {
    const text = applyMessages.entries.declarationNeeded
    return refuse([{ pointer: '/declaration', code: 'declaration/missing', text }], 422)
  }
  const applicant = textIn(sent, 'applicant')
  const outcome = await tried(() =>
    submitCase(context, actor, {
      service: card.code,
      answers: draft.values,
      sealed: sealedIn(sent),
      later: draft.later,
      submissionKey: draft.id,
      draft: draft.id,
      ...(applicant !== undefined && applicant !== 'self' && { applicant })
    })
  )
  if (!outcome.ok) {
    const { person } = actor
    const of = applicant === undefined || applicant === 'self' ? person : applicant
    const lead = await acceptFirst(context, p, { problems: outcome.problems, card, of, draft })
    return lead ?? refuse(outcome.problems, outcome.status)
  }
  return redirect(p, `/cases/${outcome.value.case}/receipt?new=1`)
}
