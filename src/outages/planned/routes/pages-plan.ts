import { formatJalaliShortDate, formatTime, toLatinDigits } from '../../../kernel/persian/index.ts'
import { authorityById, actorOf } from '../../../people/index.ts'
import type { Html } from '../../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import { type Context, type FieldProblem, problem } from '../../../platform/index.ts'
import { vantagesOf } from '../../probes/vantage-store.ts'
import { announcePlanned } from '../announce-planned.ts'
import { type EmergencyReason, emergencyReasonCodes } from '../messages-notice.ts'
import { deskTexts } from '../messages-pages.ts'
import { earliestLawfulStart } from '../plan-limits.ts'
import { type PlannedKind, plannedKinds } from '../planned.ts'
import { plannedRowsBetween } from '../planned-store.ts'
import { invalid } from '../refusals.ts'
import { emergencyKinds } from '../suspension.ts'
import { emergenciesBetween } from '../suspension-store.ts'
import { endSuspension, suspendService } from '../suspend-service.ts'
import { type PlannerDesk, plannerPage } from '../views/desk-list-page.ts'
import { type PlanForm, emergencyFormPage, planFormPage } from '../views/plan-form-page.ts'
import type { TypedWindow } from '../views/planned-parts.ts'
import { namesOf } from '../write-planned.ts'
import { demandTyped, planForm, plannedBy, tried } from './planner.ts'
import { type Sent, listIn, readMoment, sentBy, textIn, typedPlan, wordsIn } from './typed-plan.ts'

const serviceForm = /^service:/
const fallbackZone = 'Asia/Tehran'

/** The list of plans, the planner, and the form of an emergency. */
export function planPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/planned' }, async (p) => listPage(context, p))
  page(app, { method: 'get', path: '/desk/planned/new' }, async (p) => newPage(context, p, {}))
  page(app, { method: 'post', path: '/desk/planned/new' }, async (p) => announce(context, p))
  page(app, { method: 'get', path: '/desk/planned/emergency' }, async (p) =>
    emergencyPage(context, p, {})
  )
  page(app, { method: 'post', path: '/desk/planned/emergency' }, async (p) => suspend(context, p))
  page(app, { method: 'post', path: '/desk/planned/suspensions/:id/end' }, async (p) => {
    const { id } = p.request.params as { id: string }
    await endSuspension(context, actorOf(p.request), { suspension: id })
    return redirect(p, '/desk/planned', { kind: 'success', text: deskTexts.in(p.lang).ended })
  })
}

const daysBack = 90
const daysAhead = 400
const watchedSeconds = 3600

async function listPage(context: Context, p: Page): Promise<Html> {
  const authorities = await plannedBy(context, actorOf(p.request))
  const now = context.clock.now()
  const [from, to] = [now.subtract({ hours: daysBack * 24 }), now.add({ hours: daysAhead * 24 })]
  const desks = await Promise.all(
    authorities.map(async (authority): Promise<PlannerDesk> => {
      const { id } = authority
      const [named, earliest, planned, emergencies, vantages] = await Promise.all([
        namesOf(context.db, id, now),
        earliestLawfulStart(context, id),
        plannedRowsBetween(context.db, { authority: id, from, to, withCancelled: true }),
        emergenciesBetween(context.db, { authority: id, from: now, to }),
        vantagesOf(context.db, id)
      ])
      const isWatched = vantages.some(
        ({ reportedAt, retiredAt }) =>
          retiredAt === null &&
          reportedAt !== null &&
          reportedAt.until(now).total('seconds') <= watchedSeconds
      )
      return { authority, named, earliest, isWatched, planned: planned.toReversed(), emergencies }
    })
  )
  return plannerPage(p.view, desks)
}

interface Again {
  readonly sent?: Sent
  readonly problems?: readonly FieldProblem[]
}

function askedAuthority(p: Page, sent: Sent): string | undefined {
  return textIn(sent, 'authority') ?? textIn(sentBy(p.request.query), 'authority')
}

async function newPage(context: Context, p: Page, { sent, problems = [] }: Again) {
  const authority = askedAuthority(p, sent ?? {})
  const form = await planForm(context, p, { authority, typed: typedPlan(sent ?? {}), problems })
  const typed = sent === undefined ? { ...form.typed, ...firstWindow(p, form) } : form.typed
  return planFormPage(p.view, { ...form, typed })
}

const usualHours = 2

/** What the form begins with: the first full hour that is lawful. */
function firstWindow(p: Page, { authority, earliest }: PlanForm): TypedWindow {
  const { timeZone } = authority
  const local = earliest.at.toZonedDateTimeISO(timeZone)
  const from = local.round({ smallestUnit: 'hour', roundingMode: 'ceil' }).toInstant()
  const to = from.add({ hours: usualHours })
  const digits = (text: string) => (p.lang === 'fa' ? text : toLatinDigits(text))
  const date = (at: Temporal.Instant) => digits(formatJalaliShortDate(at, 'fa', timeZone))
  const time = (at: Temporal.Instant) => formatTime(at, p.lang, timeZone)
  return { fromDate: date(from), fromTime: time(from), toDate: date(to), toTime: time(to) }
}

async function emergencyPage(context: Context, p: Page, { sent = {}, problems = [] }: Again) {
  const authority = askedAuthority(p, sent)
  const form = await planForm(context, p, { authority, typed: typedPlan(sent), problems })
  return emergencyFormPage(p.view, form)
}

async function zoneOf(context: Context, authority: string): Promise<string> {
  return (await authorityById(context.db, authority))?.timeZone ?? fallbackZone
}

/** The parts of a form by what their kind calls them: components of an outage, services of all else. */
function scopeIn(sent: Sent, kind: PlannedKind) {
  const parts = listIn(sent, 'parts')
  return kind === 'outage'
    ? { components: parts }
    : { services: parts.map((part) => part.replace(serviceForm, '')) }
}

async function announce(context: Context, p: Page): Promise<PageAnswer> {
  const sent = sentBy(p.request.body)
  const outcome = await tried('/kind', async () => {
    const authority = textIn(sent, 'authority') ?? ''
    const zone = await zoneOf(context, authority)
    const kind = plannedKinds.find((each) => each === textIn(sent, 'kind')) ?? 'outage'
    const [from, to] = [demandMoment(sent, 'from', zone), demandMoment(sent, 'to', zone)]
    demandTyped(from.problems, to.problems)
    const window = { from: from.at, to: to.at }
    const input = { authority, kind, ...scopeIn(sent, kind), ...window, words: wordsIn(sent) }
    return announcePlanned(context, actorOf(p.request), input)
  })
  if (outcome.ok) {
    const text = deskTexts.in(p.lang).announced
    return redirect(p, `/desk/planned/${outcome.value.id}`, { kind: 'success', text })
  }
  void p.reply.code(outcome.status)
  return newPage(context, p, { sent, problems: outcome.problems })
}

/** A time that must be there; where it is not, its problems are, and the instant is of no matter. */
export function demandMoment(sent: Sent, name: string, zone: string) {
  const blank = { [`${name}.date`]: textIn(sent, `${name}.date`) ?? '?' }
  const { at, problems } = readMoment({ ...sent, ...blank }, name, zone)
  return { at: at ?? Temporal.Instant.fromEpochMilliseconds(0), problems }
}

async function suspend(context: Context, p: Page): Promise<PageAnswer> {
  const sent = sentBy(p.request.body)
  const outcome = await tried('/kind', async () => {
    const authority = textIn(sent, 'authority') ?? ''
    const kind = emergencyKinds.find((each) => each === textIn(sent, 'kind')) ?? 'form-closed'
    const until = readMoment(sent, 'until', await zoneOf(context, authority))
    demandTyped(until.problems)
    const { services } = scopeIn(sent, kind)
    const reason = reasonIn(sent)
    const end = until.at === null ? {} : { until: until.at }
    const input = { authority, kind, services, reason, ...end, words: wordsIn(sent) }
    return suspendService(context, actorOf(p.request), input)
  })
  if (outcome.ok) {
    const text = deskTexts.in(p.lang).suspended
    return redirect(p, '/desk/planned', { kind: 'success', text })
  }
  void p.reply.code(outcome.status)
  return emergencyPage(context, p, { sent, problems: outcome.problems })
}

function reasonIn(sent: Sent): EmergencyReason {
  const found = emergencyReasonCodes.find((code) => code === textIn(sent, 'reason'))
  if (found !== undefined) return found
  throw invalid(problem('/reason', 'suspension/reason', deskTexts.entries.reasonMissing))
}
