import { z } from 'zod'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  Refusal
} from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { Html } from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import { listAuthorities } from '../authority-store.ts'
import { NotAllowedError, holds } from '../role.ts'
import { staffApi } from './api.ts'
import { assignPost } from './assign-post.ts'
import { administered } from './demand-administrator.ts'
import { endHolding } from './end-holding.ts'
import { giveRole } from './give-role.ts'
import { messages } from './messages.ts'
import type { NamedPerson } from './name-person.ts'
import {
  type FilledForm,
  assignPostPage,
  giveRolePage,
  namedPage,
  staffPage
} from './staff-page.ts'
import { grantsAt, holdingsAt } from './staff-store.ts'
import { lastReview, reviewAccess } from './review-access.ts'
import { takeBackRole } from './take-back-role.ts'
import { typedDay } from './typed-day.ts'
import { personTyped, typedOf } from './typed-person.ts'
import { personalSessionOf } from '../session-of.ts'

const blank: FilledForm = { typed: {}, problems: [] }

/** Staff of an authority: the pages of its administrator, and the operations. */
export function staffRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/people' }, (p) => showStaff(context, p))
  formRoutes(app, context, {
    path: '/desk/people/roles',
    show: giveRolePage,
    act: (p) => giveTyped(context, p)
  })
  formRoutes(app, context, {
    path: '/desk/people/posts',
    show: assignPostPage,
    act: (p) => assignTyped(context, p)
  })
  page(app, { method: 'post', path: '/desk/people/roles/:id/revocation' }, async (p) => {
    const { authority = '' } = typedOf(p.request.body)
    await takeBackRole(context, personalSessionOf(p.request), { authority, grant: idIn(p) })
    return back(p, messages.in(p.lang).wasTakenBack)
  })
  page(app, { method: 'post', path: '/desk/people/review' }, async (p) => {
    const { authority = '' } = typedOf(p.request.body)
    await reviewAccess(context, personalSessionOf(p.request), authority)
    return back(p, messages.in(p.lang).wasReviewed)
  })
  page(app, { method: 'post', path: '/desk/people/posts/:id/end' }, async (p) => {
    const { authority = '' } = typedOf(p.request.body)
    const session = personalSessionOf(p.request)
    const { timeZone } = await administered(context, session.actor, authority)
    const to = context.clock.now().toZonedDateTimeISO(timeZone).toPlainDate()
    await endHolding(context, session, { authority, holding: idIn(p), to })
    return back(p, messages.in(p.lang).wasEnded)
  })
  staffApi(app, context)
}

function idIn({ request }: Page): string {
  return z.object({ id: z.uuid().catch('') }).parse(request.params).id
}

function back(p: Page, text: string): PageAnswer {
  return redirect(p, '/desk/people', { kind: 'success', text })
}

async function showStaff(context: Context, { view, request }: Page): Promise<PageAnswer> {
  const { actor } = personalSessionOf(request)
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: 'authority-admin', unit: null })
  )
  if (own.length === 0) throw new NotAllowedError()
  const now = context.clock.now()
  const desks = await Promise.all(
    own.map(async (authority) => ({
      authority,
      grants: await grantsAt(context.db, authority.id, now),
      holdings: await holdingsAt(context.db, authority.id),
      reviewedAt: await lastReview(context.db, authority.id)
    }))
  )
  return staffPage(view, desks)
}

interface FormRoute {
  readonly path: string
  readonly show: (view: Page['view'], authority: Authority, filled: FilledForm) => Html
  readonly act: (p: Page) => Promise<NamedPerson>
}

/** A form by itself; what is refused comes back as it was typed. */
function formRoutes(app: Server, context: Context, { path, show, act }: FormRoute): void {
  const demanded = (p: Page, authority: string) =>
    administered(context, personalSessionOf(p.request).actor, authority)
  page(app, { method: 'get', path }, async (p) => {
    const query = z.object({ authority: z.string().catch('') }).parse(p.request.query)
    return show(p.view, await demanded(p, query.authority), blank)
  })
  page(app, { method: 'post', path }, async (p) => {
    try {
      const named = await act(p)
      void p.reply.header('cache-control', 'private, no-store')
      const title = messages.in(p.lang).title
      return namedPage(p.view, named, {
        title,
        href: '/desk/people',
        origin: context.config.origin
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.fields.length === 0) throw error
      const typed = typedOf(p.request.body)
      const authority = await demanded(p, typed.authority ?? '')
      void p.reply.code(error.status)
      return show(p.view, authority, { typed, problems: error.fields.map(ofForm) })
    }
  })
}

async function giveTyped(context: Context, p: Page): Promise<NamedPerson> {
  const typed = typedOf(p.request.body)
  const session = personalSessionOf(p.request)
  const authority = await administered(context, session.actor, typed.authority ?? '')
  const last = typedDay(typed.until, '/until')
  return giveRole(context, session, {
    authority: authority.id,
    person: personTyped(typed),
    role: typed.role ?? '',
    unit: typed.unit === undefined || typed.unit === '*' ? null : typed.unit,
    until: last?.add({ days: 1 }).toZonedDateTime(authority.timeZone).toInstant() ?? null
  })
}

async function assignTyped(context: Context, p: Page): Promise<NamedPerson> {
  const typed = typedOf(p.request.body)
  const session = personalSessionOf(p.request)
  const authority = await administered(context, session.actor, typed.authority ?? '')
  const from = typedDay(typed.from, '/from')
  if (from === null) {
    const text = messages.entries.fromMissing
    throw new InvalidInputError([{ pointer: '/from', code: 'date/missing', text }])
  }
  return assignPost(context, session, {
    authority: authority.id,
    post: typed.post ?? '',
    person: personTyped(typed),
    from,
    to: typedDay(typed.to, '/to'),
    standsIn: typed.way === 'stands-in',
    role: typed.role ?? ''
  })
}

/** The fields of the person stand in the form itself. */
function ofForm(problem: FieldProblem): FieldProblem {
  return { ...problem, pointer: problem.pointer.replace(/^\/person(?=\/)/, '') }
}
