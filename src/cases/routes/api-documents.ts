import { Readable } from 'node:stream'
import { actorOf } from '../../people/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { addDocument } from '../add-document.ts'
import { demandOfficeChannel } from '../counter-consent.ts'
import { makeLink, openLink } from '../open-link.ts'
import { type CaseView, viewCase } from '../view-case.ts'
import * as answers from './api-answers.ts'
import * as schemas from './api-schemas.ts'
import { plain } from './plain.ts'
import { pointIntoDocument } from './sent-pointers.ts'

const bodyBytesMax = 34 * 1024 * 1024

/** Documents of a case, and its clock. */
export function documentApi(app: Server, context: Context): void {
  const of = { tag: 'cases', auth: 'session-or-key', params: schemas.caseIdParams } as const
  api(app, {
    ...of,
    method: 'post',
    path: '/cases/{id}/documents',
    summary: 'Add a document: a finished upload, or a small file in base64',
    body: schemas.newDocumentBody,
    response: answers.documentAddedSchema,
    status: 201,
    bodyLimitBytes: bodyBytesMax,
    handler: async ({ params, body, request }) => {
      const { file, channel = 'site', ...rest } = body
      if (channel !== 'site') await demandOfficeChannel(context, request.session, channel)
      const added = await addDocument(context, actorOf(request), {
        ...rest,
        case: params.id,
        channel,
        ...(file === undefined
          ? {}
          : { file: { name: file.name, bytes: Buffer.from(file.content, 'base64') } })
      }).catch(pointIntoDocument(body))
      return plain(added)
    }
  })
  api(app, {
    ...of,
    method: 'get',
    path: '/cases/{id}/documents',
    summary: 'The documents of a case, and those that are missing',
    response: answers.documentsSchema,
    handler: async ({ params, request }) => {
      const view = await viewCase(context, actorOf(request), { case: params.id })
      return plain({ items: view.documents, missing: view.missing })
    }
  })
  api(app, {
    ...of,
    method: 'get',
    path: '/cases/{id}/clock',
    summary: 'The promise clock with its explanation, as known now and as known then',
    query: schemas.knownQuery,
    response: answers.clocksSchema,
    handler: async ({ params, query, request }) => {
      const actor = actorOf(request)
      const { asKnownAt } = query
      const now = await viewCase(context, actor, { case: params.id })
      const then =
        asKnownAt === undefined
          ? null
          : await viewCase(context, actor, { case: params.id, asKnownAt })
      return plain({
        asKnownNow: now.clock,
        asKnownThen: then?.clock ?? null,
        extensions: extensionsOf(now)
      })
    }
  })
  documentContent(app, context)
}

/** Why a clock stood for outages, in the words of whoever asked for it. */
function extensionsOf({ history, notes }: CaseView) {
  return history.extensions.map(({ outage, from, to, at: approvedAt, reason }) => ({
    outage,
    from,
    to,
    approvedAt,
    reason: reason === null ? null : (notes[reason]?.text ?? null)
  }))
}

function documentContent(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/cases/{id}/documents/{document}',
    summary: 'The way to the bytes of a document: a link of some minutes, for whoever asks alone',
    description: 'Answers 303 to `/api/v1/files/{link}`; no address that lasts leads to the bytes.',
    tag: 'cases',
    auth: 'session-or-key',
    params: schemas.documentParams,
    response: 'file',
    handler: async ({ params, request, reply }) => {
      const { id, document } = params
      const link = await makeLink(context, actorOf(request), { case: id, document })
      return reply.header('cache-control', 'private, no-store').redirect(`/api/v1${link.path}`, 303)
    }
  })
  api(app, {
    method: 'get',
    path: '/files/{link}',
    summary: 'The bytes of a document, by a link that opens for some minutes and for one reader',
    tag: 'cases',
    auth: 'session-or-key',
    params: schemas.linkParams,
    response: 'file',
    handler: async ({ params, request, reply }) => {
      const opened = await openLink(context, actorOf(request), params.link)
      void reply
        .type(opened.mediaType)
        .header('content-length', opened.sizeBytes)
        .header('cache-control', 'private, no-store')
        // What people send is never run as a page of this site.
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', disposition(opened.name))
        // The address is as good as the file while it lasts: it is told to no other site.
        .header('referrer-policy', 'no-referrer')
      return Readable.from(opened.content, { objectMode: false })
    }
  })
}

/** RFC 6266: the name in UTF-8, and a plain one for whoever does not read that. */
function disposition(name: string): string {
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`
  )
  return `attachment; filename="document${extension}"; filename*=UTF-8''${encoded}`
}
