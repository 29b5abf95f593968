import { createHash, randomUUID } from 'node:crypto'
import { publicLog } from '../../ledger/index.ts'
import { actorOf } from '../../people/index.ts'
import { type FastifyRequest, type Server, api } from '../../platform/http/index.ts'
import { type Context, InvalidInputError } from '../../platform/index.ts'
import { bucketOfId } from '../case-id.ts'
import { caseByCode } from '../case-by-code.ts'
import { demandArrival } from '../demand-arrival.ts'
import { refusalMessages } from '../messages-refusals.ts'
import { readReceipt } from '../read-receipt.ts'
import { CaseNotFoundError, problem } from '../refusals.ts'
import { demandOfficeChannel } from '../counter-consent.ts'
import { registerIntake } from '../register-intake.ts'
import type { Submission } from '../file-case.ts'
import { submissionKeyForm } from '../filing-input.ts'
import { submitCase } from '../submit-case.ts'
import { type CaseView, viewCase } from '../view-case.ts'
import * as answers from './api-answers.ts'
import * as schemas from './api-schemas.ts'
import { listCases } from './list-cases.ts'
import { plain } from './plain.ts'
import { pointIntoFiling } from './sent-pointers.ts'
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
      const filed = await file(context, request, body).catch(pointIntoFiling(body))
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
    handler: ({ query, request }) => listCases(context, request, query)
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

async function file(
  context: Context,
  request: FastifyRequest,
  body: z.infer<typeof schemas.newCaseBody>
): Promise<Submission> {
  const actor = actorOf(request)
  const { applicant, channel, consentCode, consentOnPaper, draft, files, ...rest } = body
  const filing = {
    ...rest,
    files: files?.map(({ document, name, content }) => ({
      document,
      name,
      bytes: Buffer.from(content, 'base64')
    })),
    submissionKey: body.submissionKey ?? keyOf(request) ?? randomUUID()
  }
  if (channel === undefined || channel === 'site') {
    if (applicant !== undefined && !('person' in applicant))
      throw applicantRefused('applicantBySite')
    // Only what comes on paper can have come before it is sent.
    demandArrival({ ...rest, channel: 'site' }, { actor, now: context.clock.now() })
    return submitCase(context, actor, { ...filing, draft, applicant: applicant?.person })
  }
  if (applicant === undefined) throw applicantRefused('applicantRequired')
  await demandOfficeChannel(context, request.session, channel)
  const given = { channel, applicant, consentCode, consentOnPaper }
  return registerIntake(context, actor, { ...filing, ...given })
}

function described(view: CaseView): object {
  const { card: _, mine: __, ...rest } = view
  const { cardVersion, stage, step } = view.history
  return plain({ ...rest, cardVersion, stage, step })
}

/** An `Idempotency-Key` may be any 1 to 255 letters; of one that could not be kept, its hash is. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (typeof key !== 'string') return undefined
  if (submissionKeyForm.test(key)) return key
  return `key-${createHash('sha256').update(key).digest('base64url')}`
}

function applicantRefused(why: 'applicantBySite' | 'applicantRequired'): InvalidInputError {
  const text = refusalMessages.entries[why]
  return new InvalidInputError([problem('/applicant', 'intake/applicant', text)])
}
