import { z } from 'zod'
import {
  type FastifyRequest,
  type Page,
  type PageAnswer,
  type Server,
  SignInRequiredError,
  api,
  page,
  redirect
} from '../../platform/http/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { type Context, InvalidInputError, NotFoundError } from '../../platform/index.ts'
import { callerOf } from '../request-actor.ts'
import { NotAllowedError } from '../role.ts'
import { readForm } from '../routes/cookies.ts'
import { counterDeviceRoutes } from './counter-devices.ts'
import { explainSign } from './explain-sign.ts'
import { type RefusedExplanation, historyPage } from './history-page.ts'
import { messages } from './messages.ts'
import { historyFile, readHistory } from './read-history.ts'

const text = z.string().catch('')

/** The history of an account as evidence: page, file, explanations; devices of counter offices. */
export function sharingRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/account/history' }, (p) => show(context, p, null))
  page(app, { method: 'post', path: '/account/history/explanations' }, (p) => explain(context, p))
  page(app, { method: 'get', path: '/account/history/explanations' }, (p) =>
    redirect(p, '/account/history')
  )
  for (const prefix of ['', '/en']) files(app, context, `${prefix}/account`)
  api(app, {
    method: 'get',
    path: '/me/history',
    summary: 'Sign-ins, devices, delegations and signs of sharing of the caller, as evidence',
    tag: 'people',
    response: z.record(z.string(), z.unknown()),
    auth: 'session-or-key',
    scope: null,
    handler: ({ request }) => fileOf(context, request)
  })
  counterDeviceRoutes(app, context)
}

function files(app: Server, context: Context, path: string): void {
  app.get(`${path}/history.json`, { schema: { hide: true } }, async (request, reply) =>
    reply
      .header('content-disposition', 'attachment; filename="account-history.json"')
      .header('cache-control', 'private, no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(await fileOf(context, request), null, 2))
  )
  app.get(`${path}/history/:file`, { schema: { hide: true } }, async (request, reply) => {
    const person = personOf(request)
    const { file } = z.object({ file: z.string() }).parse(request.params)
    const { facts } = await readHistory(context, person)
    const fact = facts.find(({ id }) => file === `${id}.tlog-proof`)
    if (fact === undefined) throw new NotFoundError()
    const receipt = await publicLog.receiptOf(context, fact.id)
    return reply
      .header('content-disposition', `attachment; filename="${receipt.name}"`)
      .header('cache-control', 'private, no-store')
      .type('text/plain; charset=utf-8')
      .send(receipt.text)
  })
}

async function fileOf(context: Context, request: FastifyRequest): Promise<object> {
  const person = personOf(request)
  const file = historyFile(await readHistory(context, person), person)
  return JSON.parse(JSON.stringify(file)) as object
}

async function show(
  context: Context,
  p: Page,
  refused: RefusedExplanation | null
): Promise<PageAnswer> {
  const person = personOf(p.request)
  return historyPage(p.view, await readHistory(context, person), refused)
}

async function explain(context: Context, p: Page): Promise<PageAnswer> {
  const person = personOf(p.request)
  const sent = readForm(p.request, z.object({ sign: text, explanation: text }))
  if (!z.uuid().safeParse(sent.sign).success) throw new NotFoundError()
  try {
    await explainSign(context, { person, sign: sent.sign, text: sent.explanation })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    void p.reply.code(422)
    return show(context, p, { sign: sent.sign, text: sent.explanation, problems: error.fields })
  }
  const { explained } = messages.in(p.lang)
  return redirect(p, '/account/history', { kind: 'success', text: explained })
}

function personOf(request: FastifyRequest): string {
  if (request.session === null && request.apiKey === null) throw new SignInRequiredError()
  const { person } = callerOf(request)
  if (person === null) throw new NotAllowedError()
  return person
}
