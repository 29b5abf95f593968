import { z } from 'zod'
import { publicLog } from '../../../ledger/index.ts'
import { type Actor, NotAllowedError, actorOf, keys } from '../../../people/index.ts'
import { type FastifyRequest, type Server, api } from '../../../platform/http/index.ts'
import {
  type Context,
  InvalidInputError,
  bucketOf,
  newId,
  withScope
} from '../../../platform/index.ts'
import { answersReports } from '../answer-report.ts'
import { fileReport } from '../file-report.ts'
import { draftFiling } from '../filing.ts'
import type { Guard } from '../guard/guard.ts'
import { type ListedReport, listReports } from '../list-store.ts'
import { reportFormMessages } from '../messages-form.ts'
import { lengthMax, problem, trimmed } from '../read-report-form.ts'
import { reportByCode } from '../read-report.ts'
import { formatReceiptCode } from '../receipt-code.ts'
import { ReportNotFoundError } from '../refusals.ts'
import { type Choice, type ReportInput, closedReasons, reportKinds } from '../report.ts'
import { reportInputOf } from '../report-input.ts'
import { currentChoices, sandboxChoices } from '../sync-choices.ts'
import { takePhoto } from '../take-photo.ts'

// A photo comes inside the JSON, a third larger than it is.
const bodyBytesMax = 8 * 1024 * 1024
const perPage = 50

const newReport = z.strictObject({
  kind: z.enum(reportKinds),
  authority: z.string().max(60).optional().describe('Needed where no service is named.'),
  component: z.string().max(200).optional().describe('Such as `desk`; of `authority`.'),
  service: z.string().max(20).optional().describe('Code of the service.'),
  words: z.string().max(lengthMax.words).describe('What happened.'),
  place: z.string().max(lengthMax.place).optional(),
  contact: z.string().max(lengthMax.contact).optional(),
  noticedAt: z.iso.datetime({ offset: true }).optional(),
  photo: z.base64().optional().describe('JPEG, PNG or WebP, up to 5 MB.'),
  proof: z
    .string()
    .max(4000)
    .optional()
    .describe('Base64 of `{ challenge, solution }` (ALTCHA 2); needed without an API key.')
})

const filed = z.object({
  report: z.uuid(),
  code: z.string().describe('Receipt code: the only way to follow up.'),
  filedAt: z.string(),
  receipt: z.string().describe('The receipt as issued; SHA-256 of it is `sha256`.'),
  sha256: z.string(),
  repeated: z.boolean(),
  promise: z.string().nullable().describe('Promise of the public log.')
})

const followed = z.object({
  kind: z.enum(reportKinds),
  component: z.string().nullable(),
  service: z.string().nullable(),
  filedAt: z.string(),
  state: z.enum(['open', 'closed']),
  closedReason: z.enum(closedReasons).nullable(),
  outage: z.object({ id: z.uuid(), from: z.string(), to: z.string().nullable() }).nullable(),
  answers: z.array(
    z.object({ at: z.string(), state: z.enum(['open', 'closed']), words: z.string() })
  ),
  receipt: z.string(),
  sha256: z.string()
})

const listed = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      authority: z.string(),
      component: z.string().nullable(),
      service: z.string().nullable(),
      kind: z.enum(reportKinds),
      channel: z.enum(['site', 'report-desk', 'open311', 'counter']),
      filedAt: z.string(),
      state: z.enum(['open', 'closed']),
      closedReason: z.enum(closedReasons).nullable(),
      outage: z.uuid().nullable()
    })
  ),
  links: z.object({ next: z.string().nullable() })
})

const listQuery = z.object({
  authority: z.string().max(60).describe('Id of the body.'),
  state: z.enum(['open', 'closed']).optional().describe('Only those that stand so.'),
  outage: z.uuid().optional().describe('Only those that tell of this outage.'),
  blind: z.stringbool().optional().describe('Only those that fit no outage.'),
  cursor: z.string().max(100).optional().describe('From `links.next` of the page before.')
})

/** Filing, following and listing failure reports by programs. */
export function reportApi(app: Server, context: Context, guard: Guard): void {
  api(app, {
    method: 'post',
    path: '/failure-reports',
    summary: 'Report a failure and get its receipt at once',
    description:
      'With an API key, or with `proof`: a solved challenge of `/failure-reports/challenge`.',
    tag: 'failure-reports',
    auth: 'public',
    body: newReport,
    response: filed,
    status: 201,
    bodyLimitBytes: bodyBytesMax,
    handler: ({ body, request }) => fileByApi({ context, guard }, request, body)
  })
  api(app, {
    method: 'get',
    path: '/failure-reports/challenge',
    summary: 'A proof-of-work challenge for one report',
    tag: 'failure-reports',
    auth: 'public',
    response: z.object({
      parameters: z.record(z.string(), z.unknown()),
      signature: z.string(),
      most: z.int()
    }),
    handler: ({ reply }) => {
      void reply.header('cache-control', 'no-store')
      return guard.challenge()
    }
  })
  api(app, {
    method: 'get',
    path: '/failure-reports/{code}',
    summary: 'What became of a report, for whoever holds its receipt code',
    tag: 'failure-reports',
    auth: 'public',
    params: z.object({ code: z.string().max(100).describe('Receipt code, however it is typed.') }),
    response: followed,
    handler: async ({ params, request, reply }) => {
      guard.admitLookUp(request.ip)
      void reply.header('cache-control', 'private, no-store')
      return follow(context, params.code)
    }
  })
  api(app, {
    method: 'get',
    path: '/failure-reports',
    summary: 'The reports of a body, without what people wrote, for those who work on them',
    tag: 'failure-reports',
    auth: 'session-or-key',
    query: listQuery,
    response: listed,
    handler: ({ query, request }) => listByApi(context, actorOf(request), query)
  })
}

async function fileByApi(
  { context, guard }: { context: Context; guard: Guard },
  request: FastifyRequest,
  body: z.infer<typeof newReport>
) {
  const choice = choiceOf(await choicesFor(context, request, body.authority), body)
  const input = reportInputOf({ ...body, choice, now: context.clock.now() })
  const photo = body.photo === undefined ? null : takePhoto(Buffer.from(body.photo, 'base64'))
  const coming = await comingOf({ context, guard }, request, { input, proof: body.proof })
  const filing = draftFiling({ ...input, photo }, { ...coming, at: context.clock.now() })
  const done = await fileReport(context, filing)
  const { receipt, sha256 } = await follow(context, done.code)
  const kind = 'failure-receipt.issued' as const
  const of = { bucket: bucketOf(done.report), subject: done.report, kind }
  return {
    report: done.report,
    code: formatReceiptCode(done.code),
    filedAt: done.filedAt.toString(),
    ...{ receipt, sha256 },
    repeated: done.repeated,
    // Whoever filed it just now holds its receipt.
    promise: await withScope('system', () => publicLog.promiseNoteOf(context, of))
  }
}

/** A key of the body speaks for its counter; everybody else solves a challenge. */
async function comingOf(
  { context, guard }: { context: Context; guard: Guard },
  request: FastifyRequest,
  { input, proof }: { input: ReportInput; proof: string | undefined }
) {
  if (request.caller?.by !== 'key') {
    const key = await guard.admit({ proof: proof ?? '', token: undefined }, request.ip)
    return { key, channel: 'site' as const }
  }
  const actor = actorOf(request)
  const isOwn = answersReports(actor, input.choice.authority ?? '')
  const once = request.headers['idempotency-key']
  const name = typeof once === 'string' ? once : newId(context.clock.now())
  const channel = isOwn ? ('counter' as const) : ('site' as const)
  return { key: `key:${actor.id}:${name}`, channel, apiKey: actor.id }
}

/** What is tried in the sandbox must not be counted as a failure of a body: its keys report there only. */
function choicesFor(
  context: Context,
  request: FastifyRequest,
  authority: string | undefined
): Promise<Choice[]> {
  if (!keys.isSandboxKey(request)) return currentChoices(context)
  if (authority !== undefined && authority !== keys.sandboxAuthority) throw new NotAllowedError()
  return sandboxChoices(context)
}

function choiceOf(
  choices: readonly Choice[],
  named: {
    authority?: string | undefined
    component?: string | undefined
    service?: string | undefined
  }
): Choice {
  const component = named.component ?? (named.service === undefined ? 'desk' : undefined)
  const found = choices.filter(
    (choice) =>
      (named.authority === undefined || choice.authority === named.authority) &&
      (named.service === undefined || choice.service === named.service) &&
      (component === undefined || choice.component === component)
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const field = named.service === undefined ? 'component' : 'service'
  throw new InvalidInputError([
    problem(field, 'report/about', reportFormMessages.entries.chooseAbout)
  ])
}

async function follow(context: Context, typed: string): Promise<z.infer<typeof followed>> {
  const found = await reportByCode(context.db, typed)
  if (found === null) throw new ReportNotFoundError()
  const { report, receipt, answers, outage } = found
  const { kind, component, service, state, closedReason } = report
  return {
    ...{ kind, component, service, state, closedReason },
    filedAt: report.filedAt.toString(),
    outage: outage && {
      id: outage.id,
      from: outage.from.toString(),
      to: outage.to?.toString() ?? null
    },
    answers: answers.map((answer) => ({
      at: answer.answeredAt.toString(),
      state: answer.state,
      words: answer.words
    })),
    receipt: receipt.content,
    sha256: receipt.sha256
  }
}

async function listByApi(context: Context, actor: Actor, query: z.infer<typeof listQuery>) {
  if (!answersReports(actor, query.authority)) throw new NotAllowedError()
  const reports = await listReports(context.db, {
    authorities: [query.authority],
    states: query.state === undefined ? undefined : [query.state],
    ...{ outage: query.outage, blind: query.blind, after: cursorOf(query.cursor) },
    limit: perPage + 1
  })
  const items = reports.slice(0, perPage)
  const last = items.at(-1)
  const next = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  )
  if (last !== undefined) next.set('cursor', cursorText(last))
  return {
    items: items.map(({ updatedAt: _updated, hasPhoto: _photo, ...report }) => ({
      ...report,
      filedAt: report.filedAt.toString()
    })),
    links: {
      next: reports.length > perPage ? `/api/v1/failure-reports?${next.toString()}` : null
    }
  }
}

/** The place of a report in a list, for the address of what follows. */
export function cursorText({ filedAt, id }: Pick<ListedReport, 'filedAt' | 'id'>): string {
  return `${filedAt.toString()}_${id}`
}

/** The place that an address names; from the beginning where it names none. */
export function cursorOf(text: string | undefined) {
  const [at = '', id = ''] = text?.split('_') ?? []
  if (!/^[0-9a-f-]{36}$/.test(id) || trimmed(at) === null) return undefined
  try {
    return { filedAt: Temporal.Instant.from(at), id }
  } catch {
    return undefined
  }
}
