import { z } from 'zod'
import { actorNames, actorOf } from '../../people/index.ts'
import { type Server, api, page } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { type PublishedScript, rootOf } from '../reader/index.ts'
import { beginUnitPage } from './held-routes.ts'
import type { LetterDraft } from './draft-store.ts'
import { discardDraft, draftBytesMax, keepDraft, listDrafts, readDraft } from './keep-draft.ts'
import { draftsPage } from './views/drafts-page.ts'

// By a person alone: there is no scope that a key could have for it.
const common = { tag: 'letters', auth: 'session-or-key', scope: null } as const
const ofMailbox = z.object({ id: z.uuid().describe('Id of the mailbox') })
const ofDraft = ofMailbox.extend({ draft: z.uuid().describe('Id of the draft') })
const base64Max = Math.ceil(draftBytesMax / 3) * 4
const draft = z.object({
  id: z.string(),
  author: z.string(),
  version: z.number(),
  begunAt: z.string(),
  changedAt: z.string()
})

/** Letters that are being written, sealed to their unit: the list, and keeping them. */
export function draftRoutes(
  app: Server,
  context: Context,
  scripts: (name: string) => Promise<PublishedScript>
): void {
  page(app, { method: 'get', path: '/desk/letters/drafts' }, async (it) => {
    const { own, integrity } = await beginUnitPage(context, it, scripts)
    const drafts = await listDrafts(context, actorOf(it.request), own.id)
    const ids = drafts.map(({ author }) => author)
    const names = await actorNames(context.db, ids)
    const rows = drafts.map((each) => ({ ...each, name: names.get(each.author)?.name ?? null }))
    return draftsPage(it.view, { root: await rootOf(context, it, own), own, rows, integrity })
  })
  readingRoutes(app, context)
  keepingRoutes(app, context)
}

function readingRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/mailboxes/{id}/drafts',
    summary: 'Letters that are being written in a unit: when, and by whom',
    ...{ ...common, params: ofMailbox, response: z.object({ drafts: z.array(draft) }) },
    handler: async ({ params, request }) => ({
      drafts: (await listDrafts(context, actorOf(request), params.id)).map(plainDraft)
    })
  })
  api(app, {
    method: 'get',
    path: '/mailboxes/{id}/drafts/{draft}',
    summary: 'A draft, sealed to its unit',
    ...{ ...common, params: ofDraft, response: draft.extend({ content: z.string() }) },
    handler: async ({ params, request }) => {
      const asked = { mailbox: params.id, id: params.draft }
      const found = await readDraft(context, actorOf(request), asked)
      const content = Buffer.from(found.sealed).toString('base64')
      return { ...plainDraft(found), content }
    }
  })
}

function keepingRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'put',
    path: '/mailboxes/{id}/drafts/{draft}',
    summary: 'Keep a draft over the version that its writer had; 0 for a new one',
    ...{ ...common, params: ofDraft, response: draft },
    bodyLimitBytes: base64Max + 1024,
    body: z.strictObject({
      version: z.int().nonnegative(),
      content: z.base64().max(base64Max)
    }),
    handler: async ({ params, body, request }) => {
      const sealed = Buffer.from(body.content, 'base64')
      const given = { mailbox: params.id, id: params.draft, version: body.version, sealed }
      return plainDraft(await keepDraft(context, actorOf(request), given))
    }
  })
  api(app, {
    method: 'delete',
    path: '/mailboxes/{id}/drafts/{draft}',
    summary: 'Discard a draft',
    ...{ ...common, params: ofDraft, status: 204, response: z.null() },
    handler: async ({ params, request }) => {
      const given = { mailbox: params.id, id: params.draft }
      await discardDraft(context, actorOf(request), given)
      return null
    }
  })
}

function plainDraft({ id, author, version, begunAt, changedAt }: LetterDraft) {
  return { id, author, version, begunAt: begunAt.toString(), changedAt: changedAt.toString() }
}
