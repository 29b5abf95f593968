import { actorOf } from '../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { type Context, type FieldProblem, Refusal } from '../../platform/index.ts'
import { addDocument } from '../add-document.ts'
import { applyMessages } from '../messages-apply.ts'
import { caseMessages } from '../messages-case.ts'
import { resubmitCase } from '../resubmit-case.ts'
import { uploadFile } from '../upload-file.ts'
import { type CaseView, viewCase } from '../view-case.ts'
import { caseDocumentsPage } from '../views/case-documents-page.ts'
import { correctionPage } from '../views/correction-page.ts'
import { sealingFor } from '../sealed/sealing-page.ts'
import { sealedCorrectionIn } from './sealed-input.ts'
import { keepingTexts } from './lost-form.ts'
import { openCasePage, refusedCasePage } from './pages-case-common.ts'
import {
  formAddress,
  answersIn,
  isScript,
  paramOf,
  problemsOf,
  queryOf,
  readFiles,
  type Sent,
  textIn,
  textsOf,
  tried
} from './page-input.ts'

/** Adding what is missing to a case, and mending what was returned. */
export function correctionPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/cases/:id/documents' }, async (p) => {
    const { shown } = await openCasePage(context, p)
    if (!shown.may.addDocument) return redirect(p, `/cases/${shown.id}`)
    return caseDocumentsPage(p.view, {
      shown,
      sealing: await sealingOf(context, shown),
      problems: []
    })
  })
  page(app, { method: 'post', path: '/cases/:id/documents' }, async (p) => addOne(context, p))
  page(app, { method: 'get', path: '/cases/:id/correction' }, async (p) => {
    const { shown } = await openCasePage(context, p)
    if (shown.history.stage !== 'returned') return redirect(p, `/cases/${shown.id}`)
    const sealing = await sealingOf(context, shown)
    const typed = { answers: shown.answers, contest: '' }
    return correctionPage(p.view, { shown, ...typed, sealing, problems: [] })
  })
  page(app, { method: 'post', path: '/cases/:id/resubmission' }, async (p) => resubmit(context, p))
  formAddress(
    app,
    '/cases/:id/resubmission',
    (p) => `/cases/${paramOf(p.request, 'id')}/correction`
  )
}

function sealingOf(context: Context, { card, history }: CaseView) {
  return sealingFor(context, { card, cardVersion: history.cardVersion })
}

/** One document for the case: a finished upload that a script names, or a file of a plain form. */
async function addOne(context: Context, p: Page): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const id = paramOf(p.request, 'id')
  const document = queryOf(p.request, 'document') ?? ''
  const problems: FieldProblem[] = []
  const add = async (upload: string) => {
    await addDocument(context, actor, { case: id, document, upload, channel: 'site' })
  }
  let files = 0
  const sent = await readFiles(p.request, async ({ name, stream }) => {
    files += 1
    problems.push(...(await takeFile(context, p, { document, name, stream })))
  })
  const upload = textIn(sent, 'upload')
  if (isScript(p) && upload !== undefined) {
    await add(upload)
    void p.reply.send({ added: document })
    return undefined
  }
  if (files === 0) {
    const text = applyMessages.entries.chooseFirst
    problems.push({ pointer: `/documents/${document}`, code: 'upload/none', text })
  }
  const shown = await viewCase(context, actor, { case: id })
  if (problems.length > 0) {
    if (!shown.may.addDocument) {
      void p.reply.code(409)
      return refusedCasePage(context, p, { form: 'documents', typed: { document }, problems })
    }
    void p.reply.code(422)
    return caseDocumentsPage(p.view, { shown, sealing: await sealingOf(context, shown), problems })
  }
  const title = titleOf(shown, document, p)
  const text = caseMessages.in(p.lang).documentAdded(title)
  return redirect(p, `/cases/${id}/documents`, { kind: 'success', text })
}

/** Takes a file into the case; what is wrong with it stands beside its slot. */
async function takeFile(
  context: Context,
  p: Page,
  file: {
    document: string
    name: string
    stream: AsyncIterable<Uint8Array> & { resume(): unknown }
  }
): Promise<readonly FieldProblem[]> {
  const actor = actorOf(p.request)
  const id = paramOf(p.request, 'id')
  const { document, name, stream } = file
  try {
    const input = { document, name, sizeBytes: null, case: id, stream }
    const { id: upload } = await uploadFile(context, actor, input)
    await addDocument(context, actor, { case: id, document, upload, channel: 'site' })
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    stream.resume()
    const pointer = `/documents/${document}`
    return problemsOf(error).map((each) => ({ ...each, pointer }))
  }
}

function titleOf(shown: CaseView, document: string, p: Page): string {
  return shown.card.documents.find(({ code }) => code === document)?.title[p.lang] ?? document
}

/** The whole answer to a return: files (where no script sent them before), fields, objections. */
async function resubmit(context: Context, p: Page): Promise<PageAnswer> {
  const { request } = p
  const problems: FieldProblem[] = []
  const isSignedIn = request.session !== null
  const sent = await readFiles(request, async ({ field, name, stream }) => {
    const document = field.replace(/^documents\./, '')
    if (isSignedIn) problems.push(...(await takeFile(context, p, { document, name, stream })))
    else stream.resume()
  })
  // Whoever has to sign in again finds the texts again; the files have to be chosen anew.
  if (!isSignedIn) request.body = sent
  actorOf(request)
  return keepingTexts(context, p, {
    sent: { form: 'resubmission', texts: sent },
    work: () => sendAgain(context, p, { sent, problems })
  })
}

async function sendAgain(
  context: Context,
  p: Page,
  { sent, problems: wrong }: { sent: Sent; problems: readonly FieldProblem[] }
): Promise<PageAnswer> {
  const problems = [...wrong]
  const actor = actorOf(p.request)
  const id = paramOf(p.request, 'id')
  const before = await viewCase(context, actor, { case: id })
  const { answers, contest } = typedIn(before, sent)
  if (problems.length === 0) {
    const given = { case: id, answers, contest, ...sealedCorrectionIn(sent) }
    const outcome = await tried(() => resubmitCase(context, actor, given))
    if (outcome.ok) {
      const text = caseMessages.in(p.lang).sentAgain
      return redirect(p, `/cases/${id}`, { kind: 'success', text })
    }
    problems.push(...outcome.problems.map(inOurWords))
  }
  const shown = await viewCase(context, actor, { case: id })
  if (shown.history.stage !== 'returned') {
    void p.reply.code(409)
    return refusedCasePage(context, p, { form: 'resubmission', typed: textsOf(sent), problems })
  }
  void p.reply.code(422)
  return correctionPage(p.view, {
    shown,
    answers: { ...before.answers, ...answers },
    contest: contest ?? '',
    sealing: await sealingOf(context, shown),
    problems
  })
}

function typedIn(shown: CaseView, sent: Sent) {
  return { answers: answersIn(sent, shown.card.form), contest: textIn(sent, 'contest') }
}

/** What was neither mended nor objected to, said beside each of them. */
function inOurWords(problem: FieldProblem): FieldProblem {
  if (problem.code !== 'case/unresolved') return problem
  return { ...problem, text: caseMessages.entries.unresolved }
}
