import { authorityById } from '../../people/index.ts'
import { type Page, type PageAnswer, type Server, page } from '../../platform/http/index.ts'
import type { Context, FieldProblem } from '../../platform/index.ts'
import { caseByCode } from '../case-by-code.ts'
import { trackMessages } from '../messages-case.ts'
import { parseTrackingCode } from '../tracking-code.ts'
import { trackPage } from '../views/track-page.ts'
import { queryOf } from './page-input.ts'

/** Following an application by its code: for anyone who holds the receipt. */
export function trackPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/track' }, async (p) => {
    const typed = queryOf(p.request, 'code')
    if (typed === undefined) {
      const isSent = 'code' in (p.request.query as object)
      return answer(p, { typed: '', problem: isSent ? 'empty' : null })
    }
    if (parseTrackingCode(typed) === null) return answer(p, { typed, problem: 'notCode' })
    const found = await caseByCode(context, typed)
    if (found === null) return answer(p, { typed, problem: 'notFound' })
    const authority = (await authorityById(context.db, found.authority)) ?? undefined
    return trackPage(p.view, { typed, found, authority, problems: [] })
  })
}

function answer(
  p: Page,
  { typed, problem }: { typed: string; problem: 'empty' | 'notCode' | 'notFound' | null }
): PageAnswer {
  const text = problem === null ? null : trackMessages.entries[problem]
  const problems: FieldProblem[] =
    text === null ? [] : [{ pointer: '/code', code: 'tracking/code', text }]
  if (problem !== null) void p.reply.code(problem === 'notFound' ? 404 : 422)
  return trackPage(p.view, { typed, found: null, authority: undefined, problems })
}
