import { actorOf } from '../../../people/index.ts'
import type { Html } from '../../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { type Context, type FieldProblem } from '../../../platform/index.ts'
import { addToPlanned } from '../announce-planned.ts'
import { cancelPlanned } from '../cancel-planned.ts'
import { deskTexts } from '../messages-pages.ts'
import { movePlanned } from '../move-planned.ts'
import { earliestLawfulStart } from '../plan-limits.ts'
import type { Planned } from '../planned.ts'
import { plannedById } from '../planned-store.ts'
import { PlannedNotFoundError } from '../refusals.ts'
import { endSuspension } from '../suspend-service.ts'
import { type DeskPlanned, deskPlannedPage } from '../views/desk-planned-page.ts'
import { namesOf, withSights } from '../write-planned.ts'
import { demandMoment } from './pages-plan.ts'
import { type Outcome, demandTyped, plannedBy, tried } from './planner.ts'
import { listIn, sentBy, textIn, typedPlan } from './typed-plan.ts'

/** One plan on the desk: moving it, adding to it, cancelling and ending it. */
export function plannedPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/planned/:id' }, async (p) =>
    show(context, p, { form: null, problems: [] })
  )
  page(app, { method: 'post', path: '/desk/planned/:id/moves' }, async (p) => move(context, p))
  page(app, { method: 'post', path: '/desk/planned/:id/parts' }, async (p) => add(context, p))
  page(app, { method: 'post', path: '/desk/planned/:id/cancellation' }, async (p) =>
    cancel(context, p)
  )
  page(app, { method: 'post', path: '/desk/planned/:id/end' }, async (p) => {
    await endSuspension(context, actorOf(p.request), { suspension: idOf(p) })
    return redirect(p, address(idOf(p)), { kind: 'success', text: deskTexts.in(p.lang).ended })
  })
}

function idOf({ request }: Page): string {
  return (request.params as { id: string }).id
}

function address(id: string): string {
  return `/desk/planned/${id}`
}

/** A plan of an authority that the reader plans for; any other is not there. */
async function ownPlanned(context: Context, p: Page): Promise<Planned> {
  const authorities = await plannedBy(context, actorOf(p.request))
  const found = await plannedById(context.db, idOf(p))
  if (found === null || !authorities.some(({ id }) => id === found.authority))
    throw new PlannedNotFoundError()
  return withSights(context.db, found)
}

async function show(
  context: Context,
  p: Page,
  refused: Pick<DeskPlanned, 'form'> & { readonly problems: readonly FieldProblem[] }
): Promise<Html> {
  const planned = await ownPlanned(context, p)
  const sent = sentBy(p.request.body)
  const [named, earliest] = await Promise.all([
    namesOf(context.db, planned.authority, context.clock.now()),
    earliestLawfulStart(context, planned.authority, planned.announcements)
  ])
  return deskPlannedPage(p.view, {
    planned,
    named,
    earliestMove: earliest.at,
    ...refused,
    typed: typedPlan(sent),
    parts: listIn(sent, 'parts')
  })
}

async function answer(
  context: Context,
  p: Page,
  told: { outcome: Outcome<Planned>; form: DeskPlanned['form']; text: string }
): Promise<PageAnswer> {
  const { outcome, form, text } = told
  if (outcome.ok) return redirect(p, address(outcome.value.id), { kind: 'success', text })
  void p.reply.code(outcome.status)
  return show(context, p, { form, problems: outcome.problems })
}

function revisionIn(p: Page): { revision?: number } {
  const revision = Number(textIn(sentBy(p.request.body), 'revision'))
  return Number.isSafeInteger(revision) ? { revision } : {}
}

async function move(context: Context, p: Page): Promise<PageAnswer> {
  const planned = await ownPlanned(context, p)
  const { authority } = await namesOf(context.db, planned.authority, context.clock.now())
  const sent = sentBy(p.request.body)
  const outcome = await tried('/from', async () => {
    const zone = authority.timeZone
    const [from, to] = [demandMoment(sent, 'from', zone), demandMoment(sent, 'to', zone)]
    demandTyped(from.problems, to.problems)
    const input = { planned: planned.id, from: from.at, to: to.at, ...revisionIn(p) }
    return movePlanned(context, actorOf(p.request), input)
  })
  return answer(context, p, { outcome, form: 'move', text: deskTexts.in(p.lang).moved })
}

async function add(context: Context, p: Page): Promise<PageAnswer> {
  const planned = await ownPlanned(context, p)
  const parts = listIn(sentBy(p.request.body), 'parts')
  const outcome = await tried('/parts', () =>
    addToPlanned(context, actorOf(p.request), {
      planned: planned.id,
      components: parts,
      services: parts.map((part) => part.replace(/^service:/, ''))
    })
  )
  return answer(context, p, { outcome, form: 'add', text: deskTexts.in(p.lang).added })
}

async function cancel(context: Context, p: Page): Promise<PageAnswer> {
  const typed = textIn(sentBy(p.request.body), 'because')
  const because = typed === 'postponed' ? typed : 'not-needed'
  const outcome = await tried('/because', () =>
    cancelPlanned(context, actorOf(p.request), { planned: idOf(p), because, ...revisionIn(p) })
  )
  return answer(context, p, { outcome, form: 'cancel', text: deskTexts.in(p.lang).cancelled })
}
