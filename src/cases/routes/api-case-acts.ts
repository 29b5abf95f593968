import { actorOf } from '../../people/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { assignCase, giveCase } from '../assign-case.ts'
import { demandCounter } from '../demand-counter.ts'
import { decideCase } from '../decide-case.ts'
import { enterStep } from '../enter-step.ts'
import { recordVisit } from '../record-visit.ts'
import { reopenCase } from '../reopen-case.ts'
import { resubmitCase } from '../resubmit-case.ts'
import { returnCase } from '../return-case.ts'
import { acceptSealed } from '../sealed/accept-sealed.ts'
import { withdrawCase } from '../withdraw-case.ts'
import * as answers from './api-answers.ts'
import * as schemas from './api-schemas.ts'
import { plain } from './plain.ts'

const of = {
  method: 'post',
  tag: 'cases',
  auth: 'session-or-key',
  status: 201,
  params: schemas.caseIdParams
} as const

/** What is done to a case: each state is a resource that is put behind it. */
export function caseActApi(app: Server, context: Context): void {
  officersActs(app, context)
  applicantsActs(app, context)
  assignments(app, context)
}

function officersActs(app: Server, context: Context): void {
  api(app, {
    ...of,
    path: '/cases/{id}/return',
    summary: 'Return a case for all its defects at once; the clock stands',
    body: schemas.returnBody,
    response: answers.returnedSchema,
    handler: async ({ params, body, request }) =>
      plain(await returnCase(context, actorOf(request), { case: params.id, ...body }))
  })
  api(app, {
    ...of,
    path: '/cases/{id}/judgement',
    summary: 'Say, signed, that the unit opened a sealed case and found all of it right',
    body: schemas.judgementBody,
    response: answers.changedSchema,
    handler: async ({ params, body: { judgement: note, ...body }, request }) =>
      plain(await acceptSealed(context, actorOf(request), { case: params.id, note, ...body }))
  })
  api(app, {
    ...of,
    path: '/cases/{id}/steps',
    summary: 'Enter a step of the published process',
    body: schemas.stepBody,
    response: answers.steppedSchema,
    handler: async ({ params, body, request }) =>
      plain(await enterStep(context, actorOf(request), { case: params.id, ...body }))
  })
  api(app, {
    ...of,
    path: '/cases/{id}/visits',
    summary: 'Record that the applicant came',
    body: schemas.visitBody,
    response: answers.visitedSchema,
    handler: async ({ params, body, request }) =>
      plain(await recordVisit(context, actorOf(request), { case: params.id, ...body }))
  })
  api(app, {
    ...of,
    path: '/cases/{id}/decision',
    summary: 'Decide a case, as the holder of the post that its card names',
    body: schemas.decisionBody,
    response: answers.changedSchema,
    handler: async ({ params, body, request }) =>
      plain(await decideCase(context, actorOf(request), { case: params.id, ...body }))
  })
  api(app, {
    ...of,
    path: '/cases/{id}/reopening',
    summary: 'Open a decided case again, as the holder of the post that decides it',
    body: schemas.reopeningBody,
    response: answers.changedSchema,
    handler: async ({ params, body, request }) =>
      plain(await reopenCase(context, actorOf(request), { case: params.id, ...body }))
  })
}

function applicantsActs(app: Server, context: Context): void {
  api(app, {
    ...of,
    path: '/cases/{id}/resubmission',
    summary: 'Bring a returned case back; the clock runs on',
    body: schemas.resubmissionBody,
    response: answers.changedSchema,
    handler: async ({ params, body, request }) => {
      await demandCounter(context, request, body)
      return plain(await resubmitCase(context, actorOf(request), { case: params.id, ...body }))
    }
  })
  api(app, {
    ...of,
    path: '/cases/{id}/withdrawal',
    summary: 'Withdraw a case, as its applicant, for them, or at a counter with their consent',
    body: schemas.withdrawalBody,
    response: answers.changedSchema,
    handler: async ({ params, body, request }) =>
      plain(await withdrawCase(context, actorOf(request), { case: params.id, ...body }))
  })
}

function assignments(app: Server, context: Context): void {
  api(app, {
    ...of,
    path: '/cases/{id}/assignment',
    summary: 'Give a case to an officer of its unit, or back to the unit',
    body: schemas.assignmentBody,
    response: answers.changedSchema,
    handler: async ({ params, body, request }) =>
      plain(await giveCase(context, actorOf(request), { case: params.id, to: body.to }))
  })
  api(app, {
    method: 'post',
    path: '/case-assignments',
    summary: 'Give up to 200 cases to an officer; each by itself',
    tag: 'cases',
    auth: 'session-or-key',
    status: 201,
    body: schemas.assignmentsBody,
    response: answers.assignmentSchema,
    handler: async ({ body, request }) => plain(await assignCase(context, actorOf(request), body))
  })
}
