import { actorOf } from '../../people/index.ts'
import { type Server, page } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { listMyDocuments } from '../list-my-documents.ts'
import { myDocumentsPage } from '../views/my-documents-page.ts'
import { queryOf } from './page-input.ts'

/** The documents of a person, over all applications. */
export function documentPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/account/documents' }, async (p) => {
    const cursor = queryOf(p.request, 'cursor')
    const read = await listMyDocuments(context, actorOf(p.request), { cursor })
    return myDocumentsPage(p.view, { ...read, isFirst: cursor === undefined })
  })
}
