import { caseDesk } from '../../cases/index.ts'
import { type ServiceCard, listServices } from '../../catalogue/index.ts'
import { drainOutbox } from '../../channels/index.ts'
import type { Context, ManualClock, OutboxHandlers, ScheduledJob } from '../../platform/index.ts'
import { Agenda } from './agenda.ts'
import { type Stage, beginCase } from './case-life.ts'
import { randomOf } from './random.ts'
import { planSites } from './site-life.ts'
import type { SiteProbe } from './site-probe.ts'
import { staffOf } from './staff.ts'

/** What a replay is to tell. */
export interface ReplayOptions {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly casesPerMonth: number
  readonly seed: number
  /** Told now and then how far the replay is, from 0 to 1. */
  progress(share: number): void
}

/** What the worker does meanwhile. */
export interface BackgroundWork {
  readonly handlers: OutboxHandlers
  /** Jobs that bring the site to where its clock is. */
  readonly jobs: readonly ScheduledJob[]
}

/** What was told. */
export interface ReplayResult {
  readonly cases: number
  readonly events: number
  readonly refusals: ReadonlyMap<string, number>
}

/**
 * Replays a plausible stretch of work through the real use cases, moving the clock from event to event:
 * people apply, officers return, visit, decide, are late. Nothing is written but by use cases.
 */
export async function replay(
  context: Context & { readonly clock: ManualClock },
  work: BackgroundWork,
  options: ReplayOptions
): Promise<ReplayResult> {
  const random = randomOf(options.seed)
  const stage: Stage = { context, agenda: new Agenda(), random, staff: staffOf(context) }
  const cards = await publishedCards(context)
  const cases = planApplications(stage, cards, options)
  const probe = await planSites(
    {
      context,
      agenda: stage.agenda,
      random: randomOf(options.seed + 1),
      refused: (code) => stage.staff.refused(code)
    },
    options
  )
  const wholeSeconds = seconds(options.from, options.to)
  let events = 0
  let nextNight = options.from
  for (
    let event = stage.agenda.next(options.to);
    event !== null;
    event = stage.agenda.next(options.to)
  ) {
    for (
      ;
      Temporal.Instant.compare(nextNight, event.at) < 0;
      nextNight = nextNight.add({ hours: 6 })
    ) {
      await catchUp(context, { ...work, probe }, nextNight)
    }
    context.clock.set(event.at)
    await event.run()
    events += 1
    if (events % 20 === 0) options.progress(seconds(options.from, event.at) / wholeSeconds)
  }
  await catchUp(context, { ...work, probe }, options.to)
  await probe?.end()
  options.progress(1)
  return { cases, events, refusals: stage.staff.refusals }
}

/** What the worker would have done by then: projections, and clocks that came due. */
async function catchUp(
  context: Context & { readonly clock: ManualClock },
  { handlers, jobs, probe }: BackgroundWork & { readonly probe: SiteProbe | null },
  at: Temporal.Instant
) {
  context.clock.set(at)
  await caseDesk.wakeTimers(context)
  // A day of a quiet site is told at once: to read all of it is what costs.
  if (probe === null || (await probe.reportDay())) {
    for (const job of jobs) await job.run(context)
  }
  await drainOutbox(context, handlers)
}

async function publishedCards(context: Context): Promise<ServiceCard[]> {
  const services = await listServices(context.db, { at: context.clock.now() })
  // What is sealed to a unit is left to people: an invented one would be opened by nobody.
  return services.map(({ card }) => card).filter(({ form }) => form.sealed !== true)
}

function planApplications(
  stage: Stage,
  cards: readonly ServiceCard[],
  options: ReplayOptions
): number {
  const months = seconds(options.from, options.to) / (30 * 86_400)
  const cases = Math.round(options.casesPerMonth * months)
  for (let i = 0; i < cases; i += 1) {
    const at = options.from.add({
      seconds: Math.floor(stage.random.next() * seconds(options.from, options.to))
    })
    const card = stage.random.pick(cards)
    stage.agenda.add({ at, run: () => beginCase(stage, card) })
  }
  return cases
}

function seconds(from: Temporal.Instant, to: Temporal.Instant): number {
  return to.since(from).total('seconds')
}
