import { actorOf } from '../../people/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { z } from 'zod'
import { discardDraft } from '../discard-draft.ts'
import { listDrafts, readDraft } from '../read-draft.ts'
import { saveDraft } from '../save-draft.ts'
import * as answers from './api-answers.ts'
import * as schemas from './api-schemas.ts'
import { plain } from './plain.ts'

/** What a person has typed and not sent. */
export function draftApi(app: Server, context: Context): void {
  const all = { tag: 'drafts', auth: 'session-or-key', path: '/drafts' } as const
  const one = { ...all, path: '/drafts/{id}', params: schemas.draftIdParams } as const
  api(app, {
    ...all,
    method: 'get',
    summary: "The caller's drafts, the newest first",
    response: answers.draftListSchema,
    handler: async ({ request }) => plain({ items: await listDrafts(context, actorOf(request)) })
  })
  api(app, {
    ...all,
    method: 'post',
    summary: 'Begin a draft',
    body: schemas.draftBody,
    response: answers.draftSchema,
    status: 201,
    handler: async ({ body, request }) => plain(await saveDraft(context, actorOf(request), body))
  })
  api(app, {
    ...one,
    method: 'get',
    summary: 'One draft, with its uploads',
    response: answers.draftSchema,
    handler: async ({ params, request }) =>
      plain(await readDraft(context, actorOf(request), params.id))
  })
  api(app, {
    ...one,
    method: 'put',
    summary: 'Write a draft over; nothing in it is judged',
    body: schemas.draftBody,
    response: answers.draftSchema,
    handler: async ({ params, body, request }) =>
      plain(await saveDraft(context, actorOf(request), { ...body, draft: params.id }))
  })
  api(app, {
    ...one,
    method: 'delete',
    summary: 'Give a draft up, with its uploads',
    response: z.undefined(),
    status: 204,
    handler: async ({ params, request }) => {
      await discardDraft(context, actorOf(request), params.id)
    }
  })
}
