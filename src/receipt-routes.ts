import { z } from 'zod'
import { caseDesk } from './cases/index.ts'
import { publicLog } from './ledger/index.ts'
import { exchange } from './letters/index.ts'
import { type Actor, actorOf } from './people/index.ts'
import { type FastifyReply, type Server, api, page } from './platform/http/index.ts'
import { type Context, NotFoundError, Refusal, bucketOf } from './platform/index.ts'
import { proofsPage } from './receipt-page.ts'

const factId = z.object({ id: z.uuid().describe('Id of the fact.') })
const caseFact = z.object({ id: z.uuid(), file: z.string().regex(/^[0-9a-f-]{36}\.tlog-proof$/) })

/**
 * Receipts: where the public log, the cases, the letters and whoever asks come together. A receipt of a
 * case is for its applicant and for those who may see the case; one of a letter for both its sides; one
 * about a person is for that person.
 */
export function receiptRoutes(app: Server, context: Context): Promise<void> {
  api(app, {
    method: 'get',
    path: '/receipts/{id}',
    summary: 'The receipt of a fact, as a tlog-proof that anybody checks offline',
    description:
      'For the applicant, for those who may see the case, for both sides of a letter, and for the person whom a fact is about. 409 `receipt/pending` until a checkpoint covers the fact.',
    tag: 'receipts',
    auth: 'session-or-key',
    params: factId,
    response: 'file',
    handler: async ({ params, request, reply }) => {
      await demandConcerned(context, actorOf(request), params.id)
      return sendReceipt(context, reply, params.id)
    }
  })
  page(app, { method: 'get', path: '/cases/:id/proofs' }, async ({ view, request }) => {
    const { id } = idOf(request.params)
    const shown = await caseDesk.viewCase(context, actorOf(request), { case: id })
    const proofs = await publicLog.proofsOf(context, { owner: shown.applicant.id, subject: id })
    const state = await publicLog.evidenceState(context)
    return proofsPage(view, { case: id, mine: shown.mine, proofs, state })
  })
  // A button of an English page leads to an English address.
  for (const prefix of ['/cases', '/en/cases']) receiptFiles(app, context, `${prefix}/:id/proofs`)
  return Promise.resolve()
}

function receiptFiles(app: Server, context: Context, path: string): void {
  app.get(`${path}/promise`, { schema: { hide: true } }, async (request, reply) => {
    const { id } = idOf(request.params)
    const shown = await caseDesk.viewCase(context, actorOf(request), { case: id })
    const bucket = bucketOf(shown.applicant.id)
    const of = { bucket, subject: id, kind: 'case.submitted' } as const
    const note = await publicLog.promiseNoteOf(context, of)
    if (note === null) throw new publicLog.ReceiptPendingError()
    return reply
      .header('content-disposition', `attachment; filename="${id}.promise"`)
      .header('cache-control', 'private, no-store')
      .type('text/plain; charset=utf-8')
      .send(note)
  })
  app.get(`${path}/:file`, { schema: { hide: true } }, async (request, reply) => {
    const asked = caseFact.safeParse(request.params)
    if (!asked.success) throw new NotFoundError()
    const fact = asked.data.file.replace('.tlog-proof', '')
    const subject = await demandConcerned(context, actorOf(request), fact)
    if (subject !== asked.data.id) throw new NotFoundError()
    return sendReceipt(context, reply, fact)
  })
}

function idOf(params: unknown): z.infer<typeof factId> {
  const checked = factId.safeParse(params)
  if (!checked.success) throw new NotFoundError()
  return checked.data
}

/**
 * @returns The subject of the fact.
 * @throws {NotFoundError} Where there is no such fact, or none for this actor.
 */
async function demandConcerned(context: Context, actor: Actor, id: string): Promise<string> {
  const fact = await publicLog.factById(context.db, id)
  if (fact === null) throw new NotFoundError()
  const { subject } = fact
  if (subject === actor.person || subject === actor.id) return subject
  const isOfCase = (JSON.parse(fact.body) as { case?: unknown }).case === subject
  const isOfLetter = fact.kind.startsWith('letter.')
  if (!isOfCase && !isOfLetter) throw new NotFoundError()
  const seen = isOfLetter
    ? demandInEvidence(context, actor, { letter: subject, fact: id })
    : caseDesk.viewCase(context, actor, { case: subject })
  await seen.catch((error: unknown) => {
    // As where there is no such fact.
    throw error instanceof Refusal && error.status === 404 ? new NotFoundError() : error
  })
  return subject
}

/** What a unit settles within itself is no evidence for the other side, and neither is its receipt. */
async function demandInEvidence(
  context: Context,
  actor: Actor,
  of: { readonly letter: string; readonly fact: string }
): Promise<void> {
  const { items } = await exchange.letterEvidence(context, actor, of.letter)
  if (!items.some(({ fact }) => fact === of.fact)) throw new NotFoundError()
}

async function sendReceipt(context: Context, reply: FastifyReply, id: string) {
  const { name, text } = await publicLog.receiptOf(context, id)
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .type('application/octet-stream')
    .send(text)
}
