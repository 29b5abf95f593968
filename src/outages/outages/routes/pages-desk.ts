import {
  type Actor,
  type Authority,
  NotAllowedError,
  actorOf,
  holds,
  listAuthorities
} from '../../../people/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import type { Context, FieldProblem } from '../../../platform/index.ts'
import { demandTyped, tried } from '../../planned/routes/planner.ts'
import { readMoment, sentBy, textIn } from '../../planned/routes/typed-plan.ts'
import { componentTitle } from '../../probes/component-title.ts'
import { componentsOf } from '../../probes/component-store.ts'
import { correctionsOf } from '../correction-store.ts'
import { deskTexts } from '../messages-pages.ts'
import { openOutage } from '../open-outage.ts'
import type { Outage } from '../outage.ts'
import { newestOutages, openOutages } from '../outage-store.ts'
import { type Typed, typedMoment } from '../views/outage-fields.ts'
import { type OutageDesk, type OutageRow, deskOutagesPage } from '../views/desk-outages-page.ts'
import { atForm, bothIn, neededMoment, sentOf, typedIn } from './desk-input.ts'

const rowsMax = 50

/** The list of outages on the desk, and opening one. */
export function deskPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/outages' }, async (p) => list(context, p, null))
  page(app, { method: 'post', path: '/desk/outages' }, async (p) => open(context, p))
}

/** Roles that see the outages of their authority on the desk. */
export const outageRoles = ['it-manager', 'authority-admin'] as const

/** The authorities whose outages an actor sees on the desk. */
export async function outageAuthorities(context: Context, actor: Actor): Promise<Authority[]> {
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: outageRoles })
  )
  if (own.length === 0) throw new NotAllowedError()
  return own
}

interface Refused {
  readonly authority: string
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

async function list(context: Context, p: Page, refused: Refused | null): Promise<PageAnswer> {
  const authorities = await outageAuthorities(context, actorOf(p.request))
  const before = textIn(sentBy(p.request.query), 'before')
  const desks = await Promise.all(
    authorities.map((authority) => deskOf(context, p, { authority, refused, before }))
  )
  return deskOutagesPage(p.view, desks)
}

async function deskOf(
  context: Context,
  p: Page,
  given: { authority: Authority; refused: Refused | null; before: string | undefined }
): Promise<OutageDesk> {
  const { authority, refused, before } = given
  const { db, clock } = context
  const now = clock.now()
  const [lasting, newest, all] = await Promise.all([
    openOutages(db, authority.id),
    newestOutages(db, {
      authority: authority.id,
      limit: rowsMax + 1,
      ...(before === undefined ? {} : { before })
    }),
    componentsOf(db, authority.id)
  ])
  const live = all.filter(({ retiredAt }) => retiredAt === null)
  const components = await Promise.all(
    live.map(async ({ id }) => ({ id, title: await componentTitle(db, { component: id }, now) }))
  )
  const rows = (outages: readonly Outage[]) =>
    Promise.all(outages.map((outage) => rowOf(context, outage)))
  const shown = newest.slice(0, rowsMax)
  const last = shown.at(-1)
  const isRefused = refused?.authority === authority.id
  return {
    authority,
    open: await rows(lasting),
    before: await rows(shown.filter(({ to, void: isVoid }) => to !== null || isVoid)),
    olderHref:
      newest.length > rowsMax && last !== undefined ? `/desk/outages?before=${last.id}` : null,
    components,
    typed: isRefused
      ? refused.typed
      : typedMoment(p.view, 'from', { at: now, zone: authority.timeZone }),
    problems: isRefused ? refused.problems : []
  }
}

async function rowOf({ db, clock }: Context, outage: Outage): Promise<OutageRow> {
  const [title, corrections] = await Promise.all([
    componentTitle(db, outage, clock.now()),
    correctionsOf(db, outage)
  ])
  const correctionWaits = corrections.some(({ approved }) => approved === null)
  return { outage, title, correctionWaits }
}

async function open(context: Context, p: Page): Promise<PageAnswer> {
  const actor = actorOf(p.request)
  const authorities = await outageAuthorities(context, actor)
  const named = textIn(sentBy(p.request.body), 'authority')
  const authority = authorities.find(({ id }) => id === named)
  if (authority === undefined) throw new NotAllowedError()
  const sent = sentOf(p.request.body, authority.id)
  const zone = authority.timeZone
  const outcome = await tried('/component', () => {
    const from = neededMoment(readMoment(sent, 'from', zone), 'from', whenMissing)
    const expected = readMoment(sent, 'expectedReturnAt', zone)
    demandTyped(from.problems, expected.problems)
    return openOutage(context, actor, {
      authority: authority.id,
      component: textIn(sent, 'component') ?? '',
      from: from.at,
      cause: textIn(sent, 'cause') ?? '',
      scope: bothIn(sent, 'scope'),
      expectedReturnAt: expected.at,
      nextUpdateAt: null
    })
  })
  if (!outcome.ok) {
    void p.reply.code(outcome.status)
    const problems = atForm(outcome.problems, authority.id)
    const refused = { authority: authority.id, typed: typedIn(sent), problems }
    return list(context, p, refused)
  }
  const text = deskTexts.in(p.lang).opened
  return redirect(p, `/desk/outages/${outcome.value.id}`, { kind: 'success', text })
}

/** A time that a form must have. */
export const whenMissing = {
  fa: 'روز و ساعت را بنویسید.',
  en: 'Write the day and the time.'
}
