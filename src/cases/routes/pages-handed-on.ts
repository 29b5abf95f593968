import { z } from 'zod'
import { actorOf } from '../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  api,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { Html } from '../../platform/html/index.ts'
import type { Context, FieldProblem } from '../../platform/index.ts'
import { handOnDocument } from '../handed-on/hand-on-document.ts'
import { listHandedOn } from '../handed-on/list-handed-on.ts'
import { handOnMessages } from '../handed-on/messages.ts'
import { handOnPage, handedOnPage } from '../handed-on/views.ts'
import { viewCase } from '../view-case.ts'
import * as schemas from './api-schemas.ts'
import { paramOf, sentBy, textIn, textsOf, tried } from './page-input.ts'
import { authorityOf } from './pages-case-common.ts'

const body = z.strictObject({
  authority: z.string().max(60).optional().meta({ description: 'The body of the case' }),
  unit: z.string().max(60).meta({ description: 'Id of a unit of the same body' }),
  reason: z.string().max(4000).meta({ description: 'Why; the applicant reads it' })
})

/** Handing documents on within a body: the form, the list of a unit, the operation. */
export function handedOnPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/handed-on' }, async (p) =>
    handedOnPage(p.view, await listHandedOn(context, actorOf(p.request)))
  )
  page(app, { method: 'get', path: '/desk/cases/:id/handing-on' }, (p) =>
    show(context, p, { typed: {}, problems: [] })
  )
  page(app, { method: 'post', path: '/desk/cases/:id/handing-on' }, (p) => handOn(context, p))
  api(app, {
    method: 'post',
    path: '/cases/{id}/documents/{document}/handing-on',
    summary: 'Hand a document on to another unit of the same body; the applicant reads why',
    tag: 'cases',
    auth: 'session-or-key',
    params: schemas.documentParams,
    body,
    response: z.object({ handedOn: z.literal(true) }),
    status: 201,
    handler: async ({ params, body: given, request }) => {
      const { id, document } = params
      await handOnDocument(context, actorOf(request), { case: id, document, ...given })
      return { handedOn: true }
    }
  })
}

interface Typed {
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems: readonly FieldProblem[]
}

async function show(context: Context, p: Page, { typed, problems }: Typed): Promise<Html> {
  const shown = await viewCase(context, actorOf(p.request), { case: paramOf(p.request, 'id') })
  const authority = await authorityOf(context, shown.authority)
  return handOnPage(p.view, { shown, authority, typed, problems })
}

async function handOn(context: Context, p: Page): Promise<PageAnswer> {
  const sent = sentBy(p.request)
  const id = paramOf(p.request, 'id')
  const outcome = await tried(() =>
    handOnDocument(context, actorOf(p.request), {
      case: id,
      document: textIn(sent, 'document') ?? '',
      unit: textIn(sent, 'unit') ?? '',
      reason: textIn(sent, 'reason') ?? ''
    })
  )
  if (outcome.ok) {
    const text = handOnMessages.in(p.lang).done
    return redirect(p, `/desk/cases/${id}`, { kind: 'success', text })
  }
  void p.reply.code(outcome.status)
  return show(context, p, { typed: textsOf(sent), problems: outcome.problems })
}
