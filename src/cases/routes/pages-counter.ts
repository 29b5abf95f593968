import { actorOf } from '../../people/index.ts'
import { type Page, type PageAnswer, type Server, page } from '../../platform/http/index.ts'
import { type Context, type FieldProblem, NotFoundError } from '../../platform/index.ts'
import { askForCase } from '../ask-for-case.ts'
import { trackMessages } from '../messages-case.ts'
import { counterFormPage, counterStatePage } from '../views/counter-page.ts'
import { viewAtCounter } from '../view-at-counter.ts'
import { counterIn } from './desk-work.ts'
import { type Sent, sentBy, textIn, textsOf, tried } from './page-input.ts'
import { authorityOf } from './pages-case-common.ts'
import { desksOf } from './pages-desk-common.ts'

/** Where an application stands, for whoever stands at a counter and agrees that the clerk looks. */
export function counterPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/counter' }, async (p) => {
    await desksOf(context, actorOf(p.request))
    return counterFormPage(p.view, { typed: {}, problems: [], consentSent: false })
  })
  page(app, { method: 'post', path: '/desk/counter' }, (p) => answer(context, p))
}

async function answer(context: Context, p: Page): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  await desksOf(context, actor)
  const sent = sentBy(p.request)
  const named = textIn(sent, 'code') ?? ''
  const isAsking = textIn(sent, 'then') === 'consent'
  const { officeCode } = counterIn(sent)
  const outcome = await tried(() =>
    beside(async () => {
      if (!isAsking) return viewAtCounter(context, actor, { case: named, ...counterIn(sent) })
      await askForCase(context, actor, { case: named, act: 'view', officeCode })
      return null
    })
  )
  if (!outcome.ok || outcome.value instanceof NotFoundError) {
    return again(p, sent, outcome.ok ? notFound : outcome)
  }
  if (outcome.value === null) {
    return counterFormPage(p.view, { typed: textsOf(sent), problems: [], consentSent: true })
  }
  const authority = await authorityOf(context, outcome.value.state.authority)
  return counterStatePage(p.view, { shown: outcome.value, authority, office: officeCode ?? '' })
}

/** A code of no case is a mistake in the form, and not of the address. */
async function beside<T>(work: () => Promise<T>): Promise<T | NotFoundError> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotFoundError) return error
    throw error
  }
}

const notFound = {
  status: 404,
  problems: [{ pointer: '/code', code: 'tracking/code', text: trackMessages.entries.notFound }]
} as const

function again(
  p: Page,
  sent: Sent,
  refused: { readonly status: number; readonly problems: readonly FieldProblem[] }
): PageAnswer {
  void p.reply.code(refused.status)
  const problems = refused.problems.map((each) =>
    each.pointer === '/' ? { ...each, pointer: '/consentCode' } : each
  )
  return counterFormPage(p.view, { typed: textsOf(sent), problems, consentSent: false })
}
