import { randomUUID } from 'node:crypto'
import { publicLog } from '../../ledger/index.ts'
import { type Actor, actorOf } from '../../people/index.ts'
import { type FastifyRequest, type Server, api } from '../../platform/http/index.ts'
import { type Context, InvalidInputError } from '../../platform/index.ts'
import { bucketOfId } from '../case-id.ts'
import { caseByCode } from '../case-by-code.ts'
import { demandArrival } from '../demand-arrival.ts'
import { listMyCases } from '../list-my-cases.ts'
import { refusalMessages } from '../messages-refusals.ts'
import { readQueue } from '../read-queue.ts'
import { readReceipt } from '../read-receipt.ts'
import { CaseNotFoundError, NotAPersonError, problem } from '../refusals.ts'
import { registerIntake } from '../register-intake.ts'
import type { Submission } from '../file-case.ts'
import { submitCase } from '../submit-case.ts'
import { type CaseView, viewCase } from '../view-case.ts'
import * as answers from './api-answers.ts'
import * as schemas from './api-schemas.ts'
import { plain } from './plain.ts'
import type { z } from 'zod'

// A document may come inside the JSON, a third larger than it is.
const bodyBytesMax = 34 * 1024 * 1024

/** Filing, listing and reading cases. */
export function caseApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/cases',
    summary: 'File an application, or register one that came by post, counter or in person',
    tag: 'cases',
    auth: 'session-or-key',
    body: schemas.newCaseBody,
    response: answers.submissionSchema,
    status: 201,
    bodyLimitBytes: bodyBytesMax,
    handler: async ({ body, request }) => {
      const filed = await file(context, request, body)
      return { ...plain(filed), promise: await promised(context, filed) }
    }
  })
  api(app, {
    method: 'get',
    path: '/cases',
    summary: "The caller's own cases; for a program, and with `authority`, the queue of its units",
    tag: 'cases',
    auth: 'session-or-key',
    query: schemas.casesQuery,
    response: answers.caseListSchema,
    handler: ({ query, request }) => list(context, request, query)
  })
  api(app, {
    method: 'get',
    path: '/cases/{id}',
    summary: 'A case with its history, clock, documents and who looked at it',
    tag: 'cases',
    auth: 'session-or-key',
    params: schemas.caseIdParams,
    query: schemas.knownQuery,
    response: answers.caseSchema,
    handler: async ({ params, query, request }) => {
      const { asKnownAt } = query
      return described(await viewCase(context, actorOf(request), { case: params.id, asKnownAt }))
    }
  })
  api(app, {
    method: 'get',
    path: '/cases/{id}/receipt',
    summary: 'The receipt of a case as it was issued, whatever has become of the case',
    tag: 'cases',
    auth: 'session-or-key',
    params: schemas.caseIdParams,
    response: answers.receiptSchema,
    handler: async ({ params, request }) =>
      plain((await readReceipt(context, actorOf(request), { case: params.id })).receipt)
  })
  api(app, {
    method: 'get',
    path: '/tracking/{code}',
    summary: 'Where the case of a tracking code stands, and nothing of its people',
    tag: 'cases',
    auth: 'public',
    params: schemas.codeParams,
    response: answers.publicStateSchema,
    handler: async ({ params }) => {
      const state = await caseByCode(context, params.code)
      if (state === null) throw new CaseNotFoundError()
      return plain(state)
    }
  })
}

/** The promise of the public log is made after the commit: what it speaks of is there for good. */
function promised(context: Context, { case: subject }: Submission): Promise<string | null> {
  const bucket = bucketOfId(subject)
  if (bucket === null) return Promise.resolve(null)
  return publicLog.promiseNoteOf(context, { bucket, subject, kind: 'case.submitted' })
}

function file(
  context: Context,
  request: FastifyRequest,
  body: z.infer<typeof schemas.newCaseBody>
): Promise<Submission> {
  const actor = actorOf(request)
  const { applicant, channel, consentCode, draft, files, ...rest } = body
  const key = body.submissionKey ?? request.headers['idempotency-key']
  const filing = {
    ...rest,
    files: files?.map(({ document, name, content }) => ({
      document,
      name,
      bytes: Buffer.from(content, 'base64')
    })),
    submissionKey: typeof key === 'string' ? key : randomUUID()
  }
  if (channel === undefined || channel === 'site') {
    if (applicant !== undefined && !('person' in applicant)) throw new NotAPersonError()
    // Only what comes on paper can have come before it is sent.
    demandArrival({ ...rest, channel: 'site' }, { actor, now: context.clock.now() })
    return submitCase(context, actor, { ...filing, draft, applicant: applicant?.person })
  }
  if (applicant === undefined) throw new NotAPersonError()
  return registerIntake(context, actor, { ...filing, channel, applicant, consentCode })
}

async function list(
  context: Context,
  request: FastifyRequest,
  query: z.infer<typeof schemas.casesQuery>
): Promise<object> {
  const actor = actorOf(request)
  const { applicant, cursor, limit } = query
  const authority = query.authority ?? authorityOfProgram(actor)
  if (authority === undefined) {
    const { items, next } = await listMyCases(context, actor, { applicant, cursor, limit })
    return { items: items.map(plain), links: { next: nextLink(request, next) } }
  }
  const page = await readQueue(context, actor, { ...query, authority })
  return {
    items: page.items.map(({ case: id, ...item }) => plain({ id, ...item })),
    counts: page.counts,
    links: { next: nextLink(request, page.next) }
  }
}

/**
 * A program has no cases of its own: it asks for the queue of the authority that its key is of. One that
 * works for several has to say which it means.
 */
function authorityOfProgram({ person, grants }: Actor): string | undefined {
  if (person !== null) return undefined
  const authorities = [...new Set(grants.map((grant) => grant.authority))]
  if (authorities.length === 1) return authorities[0]
  const { authorityRequired: text } = refusalMessages.entries
  throw new InvalidInputError([problem('/authority', 'case/authority-required', text)])
}

/** The same question, from the next page on. */
function nextLink(request: FastifyRequest, cursor: string | null): string | null {
  if (cursor === null) return null
  const url = new URL(request.url, 'http://localhost')
  url.searchParams.set('cursor', cursor)
  return `${url.pathname}${url.search}`
}

function described(view: CaseView): object {
  const { card: _, mine: __, ...rest } = view
  const { cardVersion, stage, step } = view.history
  return plain({ ...rest, cardVersion, stage, step })
}
