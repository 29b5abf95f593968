import type { FastifyReply, FastifyRequest, Server } from '../../platform/http/index.ts'
import { problemOf } from '../../platform/http/index.ts'
import { type Bilingual, type Context, type Lang, withScope } from '../../platform/index.ts'
import { outageById } from '../outages/outage-store.ts'
import { choicesChangedAt } from '../reports/choice-store.ts'
import type { Guard } from '../reports/guard/guard.ts'
import { type ListedReport, type ReportQuery, listReports } from '../reports/list-store.ts'
import { formatReceiptCode, parseReceiptCode } from '../reports/receipt-code.ts'
import type { Choice } from '../reports/report.ts'
import { reportOfCode } from '../reports/report-store.ts'
import { currentChoices } from '../reports/sync-choices.ts'
import { createRequest } from './create-request.ts'
import * as documents from './documents.ts'
import { type Format, type GeoReport, mediaTypes, written } from './format.ts'
import { messages } from './messages.ts'
import { type Parameters, listIn, parametersOf, rangeIn, statusesIn } from './read-query.ts'
import { GeoReportError, errorsDocument } from './trouble.ts'

const { entries: m } = messages
const requestsMax = 1000
const bodyBytesMax = 65_536

interface Call {
  readonly context: Context
  readonly request: FastifyRequest
  readonly parameters: Parameters
  readonly lang: Lang
  /** The last part of the address without its format. */
  readonly name: string
}

/**
 * Open311 GeoReport v2 over failure reports. XML unless the address ends in `.json` (or only JSON is
 * accepted); errors in its own form, whatever went wrong.
 */
export async function open311Routes(app: Server, context: Context, guard: Guard): Promise<void> {
  await app.register(
    (scope: Server, _options, done) => {
      scope.setErrorHandler((error, request, reply) => refuse(context, { error, request, reply }))
      scope.setNotFoundHandler((request, reply) =>
        refuse(context, { error: new GeoReportError(404, m.noResource), request, reply })
      )
      const get = (path: string, answer: (call: Call) => Promise<GeoReport>) =>
        scope.get(path, { schema: { hide: true } }, async (request, reply) =>
          send(reply, request, await answer(callOf(context, request, request.query)))
        )
      for (const ending of ['', '.xml', '.json']) {
        get(`/discovery${ending}`, discovery)
        get(`/services${ending}`, services)
        get(`/requests${ending}`, requests)
        const options = { schema: { hide: true }, bodyLimit: bodyBytesMax }
        scope.post(`/requests${ending}`, options, async (request, reply) =>
          send(reply, request, await create(callOf(context, request, request.body)))
        )
      }
      get('/services/:name', definition)
      get('/requests/:name', oneRequest)
      get('/tokens/:name', (call) => {
        guard.admitLookUp(call.request.ip)
        return token(call)
      })
      done()
    },
    { prefix: '/open311/v2' }
  )
}

function callOf(context: Context, request: FastifyRequest, source: unknown): Call {
  const { name = '' } = (request.params ?? {}) as { name?: string }
  const parameters = parametersOf(source)
  const plain = name.replace(/\.(xml|json)$/, '')
  return { context, request, parameters, lang: langIn(request), name: plain }
}

/** Persian, unless the program begins with English. */
function langIn(request: FastifyRequest): Lang {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'fa'
}

function formatIn(request: FastifyRequest): Format {
  const path = request.url.split('?')[0] ?? ''
  if (/\.(xml|json)$/.test(path)) return path.endsWith('.json') ? 'json' : 'xml'
  const accept = request.headers.accept ?? ''
  return accept.includes('json') && !accept.includes('xml') ? 'json' : 'xml'
}

function send(reply: FastifyReply, request: FastifyRequest, document: GeoReport): FastifyReply {
  const format = formatIn(request)
  return reply
    .header('content-type', mediaTypes[format])
    .header('cache-control', 'no-store')
    .header('access-control-allow-origin', '*')
    .serializer((text: unknown) => String(text))
    .send(written(document, format))
}

function refuse(
  context: Context,
  { error, request, reply }: { error: unknown; request: FastifyRequest; reply: FastifyReply }
): FastifyReply {
  const lang = langIn(request)
  const of = (status: number, texts: readonly Bilingual[]) =>
    send(
      reply.code(status),
      request,
      errorsDocument(texts.map((text) => ({ code: status, description: text[lang] })))
    )
  if (error instanceof GeoReportError) return of(error.status, [error.text])
  const problem = problemOf(error)
  if (problem.retryAfterSeconds !== null)
    void reply.header('retry-after', String(problem.retryAfterSeconds))
  if (problem.status >= 500 && problem.code === 'internal') {
    context.log.error({ error, trace: request.id }, 'request failed')
  }
  const texts = problem.fields.length > 0 ? problem.fields.map(({ text }) => text) : [problem.text]
  // What is busy or away says so by its status; everything that the caller did is 400, 403 or 404.
  const own = [403, 404, 429, 503].includes(problem.status)
  return of(own ? problem.status : problem.status >= 500 ? 500 : 400, texts)
}

/** The choices of the jurisdiction that a call names. */
async function choicesOf({ context, parameters }: Call): Promise<Choice[]> {
  const choices = await currentChoices(context)
  const wanted = parameters.get('jurisdiction_id')
  const several = new Set(choices.map(({ authority }) => authority)).size > 1
  if (wanted === undefined) {
    if (several) throw new GeoReportError(400, m.jurisdictionMissing)
    return choices
  }
  const own = choices.filter((each) => [each.jurisdiction, each.authority].includes(wanted))
  if (own.length === 0) throw new GeoReportError(404, m.jurisdictionUnknown)
  return own
}

function choiceNamed(choices: readonly Choice[], code: string | undefined): Choice {
  if (code === undefined) throw new GeoReportError(400, m.serviceMissing)
  const found = choices.find((choice) => documents.serviceCode(choice) === code)
  if (found === undefined) throw new GeoReportError(404, m.serviceUnknown)
  return found
}

async function discovery({ context, lang }: Call): Promise<GeoReport> {
  await currentChoices(context)
  const changedAt = (await choicesChangedAt(context.db)) ?? context.clock.now()
  const { origin, demo: isTest } = context.config
  return documents.discoveryDocument({ lang, origin, isTest, changedAt })
}

async function services(call: Call): Promise<GeoReport> {
  return documents.servicesDocument(await choicesOf(call), call.lang)
}

async function definition(call: Call): Promise<GeoReport> {
  return documents.definitionDocument(choiceNamed(await choicesOf(call), call.name), call.lang)
}

async function create(call: Call): Promise<GeoReport> {
  const { context, request, parameters, lang } = call
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    throw new GeoReportError(400, m.badEncoding)
  const choice = choiceNamed(await choicesOf(call), parameters.get('service_code'))
  const { report, code } = await createRequest(context, choice, parameters)
  const address = `${context.config.origin}/report/receipt/${code}`
  const notice = messages.in(lang).receipt(formatReceiptCode(code), address)
  return documents.createdDocument({
    ...{ service_request_id: report, service_notice: notice, account_id: null }
  })
}

/** A receipt code is the only token that is ever given out: a request has its id at once. */
async function token(call: Call): Promise<GeoReport> {
  const code = parseReceiptCode(call.name)
  const report = code === null ? null : await reportOfCode(call.context.db, code)
  // A report of another body is none here.
  const own = await picked(call, { ids: report === null ? [] : [report] })
  if (report === null || own.length === 0) throw new GeoReportError(404, m.tokenUnknown)
  return documents.createdDocument({ service_request_id: report, token: call.name })
}

async function requests(call: Call): Promise<GeoReport> {
  const { parameters, context } = call
  const ids = listIn(parameters, 'service_request_id')
  if (ids !== undefined) return listed(call, { ids: ids.filter(isId) })
  const codes = listIn(parameters, 'service_code')
  const choices = await choicesOf(call)
  return listed(call, {
    components: codes?.map((code) => choiceNamed(choices, code).component ?? ''),
    states: statusesIn(parameters),
    ...rangeIn(parameters, context.clock.now())
  })
}

async function oneRequest(call: Call): Promise<GeoReport> {
  const found = isId(call.name) ? await picked(call, { ids: [call.name] }) : []
  if (found.length === 0) throw new GeoReportError(404, m.requestUnknown)
  return shown(call, found)
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

type Query = Omit<ReportQuery, 'authorities' | 'limit'>

async function listed(call: Call, query: Query): Promise<GeoReport> {
  return shown(call, await picked(call, query))
}

async function picked(call: Call, query: Query): Promise<ListedReport[]> {
  const choices = await choicesOf(call)
  const authorities = [...new Set(choices.flatMap(({ authority }) => authority ?? []))]
  const of = { authorities, ...query, limit: requestsMax }
  // GeoReport publishes requests to everybody; what people wrote is left out of them.
  return withScope('system', () => listReports(call.context.db, of))
}

async function shown(call: Call, reports: readonly ListedReport[]): Promise<GeoReport> {
  const { context, lang } = call
  const choices = await choicesOf(call)
  const names = [...new Set(reports.flatMap(({ outage }) => outage ?? []))]
  const outages = await Promise.all(names.map((id) => outageById(context.db, id)))
  const byId = new Map(outages.flatMap((outage) => (outage ? [[outage.id, outage]] : [])))
  return documents.requestsDocument(
    reports.map((report) => ({ report, outage: byId.get(report.outage ?? '') ?? null })),
    { choices, lang }
  )
}
