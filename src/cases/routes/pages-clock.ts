import { stringify } from 'csv-stringify/sync'
import { officeCalendar } from '../../agreements/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Page, type PageAnswer, type Server, page } from '../../platform/http/index.ts'
import {
  type Bilingual,
  type Context,
  type FieldProblem,
  NotFoundError
} from '../../platform/index.ts'
import type { CaseHistory } from '../case.ts'
import type { ShownClock } from '../case-progress.ts'
import { earlierRuns, runStart } from '../earlier-runs.ts'
import { type CaseView, viewCase } from '../view-case.ts'
import { clockPage } from '../views/clock-page.ts'
import type { ShownRun } from '../views/clock-runs.ts'
import { clockAt, openCasePage } from './pages-case-common.ts'
import { paramOf, queryOf } from './page-input.ts'
import { readTypedTime } from './typed-time.ts'

/** How the due time of a case is worked out, for its applicant and for the officer. */
export function clockPages(app: Server, context: Context): void {
  for (const prefix of ['/cases', '/desk/cases']) {
    page(app, { method: 'get', path: `${prefix}/:id/clock` }, async (p) =>
      explain(context, p, prefix)
    )
    page(app, { method: 'get', path: `${prefix}/:id/clock.csv` }, async (p) => table(context, p))
  }
}

async function explain(context: Context, p: Page, prefix: string): Promise<PageAnswer> {
  const { actor, shown, clock } = await openCasePage(context, p)
  const asked = askedTime(p)
  const typed = { date: queryOf(p.request, 'date'), time: queryOf(p.request, 'time') }
  const at = asked.at
  const then = at && (await knownThen(context, { actor, shown, at }))
  const earlier = at && {
    at,
    clock: then && (await clockAt(context, then, { at, asKnownAt: at }))
  }
  const told = then ?? shown
  if (asked.problems.length > 0) void p.reply.code(422)
  return clockPage(p.view, {
    shown,
    clock,
    runs: await runsOf(context, told, at),
    startedAt: runStart(told.history),
    closures: await closureNames(context, shown.authority),
    back: `${prefix}/${shown.id}`,
    ...(earlier && { earlier }),
    moments: momentsOf(shown.history),
    typed,
    problems: asked.problems
  })
}

/** The case by what was known at an instant; `null` before it was there at all. */
async function knownThen(
  context: Context,
  { actor, shown, at }: { actor: Actor; shown: CaseView; at: Temporal.Instant }
): Promise<CaseView | null> {
  if (Temporal.Instant.compare(at, shown.registeredAt) < 0) return null
  return viewCase(context, actor, { case: shown.id, asKnownAt: at })
}

/** The runs of the clock before the present one, each read at its own end. */
function runsOf(
  context: Context,
  { card, history }: CaseView,
  asKnownAt: Temporal.Instant | null
): Promise<ShownRun[]> {
  const known = asKnownAt === null ? {} : { asKnownAt }
  return Promise.all(
    earlierRuns(history).map(async ({ startedAt, reopening, history: ended }) => {
      const when = { at: reopening.solvedAt, ...known }
      return { startedAt, reopening, clock: await clockAt(context, { card, history: ended }, when) }
    })
  )
}

/** What closures are called in both languages, by the Persian title that a clock has for them. */
async function closureNames(
  context: Context,
  authority: string
): Promise<ReadonlyMap<string, Bilingual>> {
  const source = (await officeCalendar(context.db, authority, context.clock.now()))?.source
  const rows = [
    ...(source?.office.closures ?? []),
    ...(source?.holidays.flatMap(({ holidays }) => holidays) ?? [])
  ]
  return new Map(rows.map(({ title }) => [title.fa, title]))
}

/** The instant that the address asks about: as a link names it, or as a person types it. */
function askedTime(p: Page): { at: Temporal.Instant | null; problems: readonly FieldProblem[] } {
  const exact = queryOf(p.request, 'asKnownAt')
  if (exact !== undefined) {
    try {
      return { at: Temporal.Instant.from(exact), problems: [] }
    } catch {
      throw new NotFoundError()
    }
  }
  const { at, problems } = readTypedTime({
    date: queryOf(p.request, 'date'),
    time: queryOf(p.request, 'time'),
    dateName: 'date',
    timeName: 'time',
    timeElse: '23:59'
  })
  return { at: at ?? null, problems }
}

/** Instants at which something that moves the clock became known, in order. */
function momentsOf(history: CaseHistory): Temporal.Instant[] {
  const known = [
    history.filed.registeredAt,
    history.completeKnownAt,
    ...history.returns.flatMap((each) => [each.knownAt, each.resubmissionKnownAt]),
    ...history.extensions.map(({ knownAt }) => knownAt),
    ...history.reopenings.flatMap(({ solvedAt, at }) => [solvedAt, at]),
    history.delivered?.at
  ].filter((at) => at !== null && at !== undefined)
  const sorted = known.toSorted((a, b) => Temporal.Instant.compare(a, b))
  return sorted.filter((at, i) => i === 0 || !at.equals(sorted[i - 1] ?? at))
}

async function table(context: Context, p: Page): Promise<PageAnswer> {
  const { shown, clock } = await openCasePage(context, p)
  const runs = await runsOf(context, shown, null)
  const earlier = runs.flatMap(({ clock: ended, reopening: { solvedAt, at } }, i) => [
    ...ended.explanation.flatMap((each) => lineOf(endedAt(each, solvedAt), i + 1)),
    ...lineOf({ from: solvedAt, to: at, kind: 'paused', cause: 'solved' }, i + 1)
  ])
  const present = clock.explanation.flatMap((each) => lineOf(each, runs.length + 1))
  void p.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="clock-${paramOf(p.request, 'id')}.csv"`)
    .send(
      stringify([['from', 'to', 'kind', 'cause', 'seconds', 'run'], ...earlier, ...present], {
        escape_formulas: true
      })
    )
  return undefined
}

type Stretch = Pick<ShownClock['explanation'][number], 'from' | 'to' | 'kind' | 'cause'> & {
  readonly seconds?: number
}

/** A stretch as far as its run went; one that the run did not come to is empty. */
function endedAt(stretch: Stretch, end: Temporal.Instant): Stretch {
  const { from, to } = stretch
  if (to !== null && Temporal.Instant.compare(to, end) <= 0) return stretch
  const { seconds: _, ...rest } = stretch
  return { ...rest, to: Temporal.Instant.compare(from, end) < 0 ? end : from }
}

function lineOf({ from, to, kind, cause, seconds }: Stretch, run: number): unknown[][] {
  if (to?.equals(from) && seconds === undefined) return []
  const length = seconds ?? (to === null ? 0 : Math.floor(to.since(from).total('seconds')))
  return [[from.toString(), to?.toString() ?? '', kind, cause ?? '', length, run]]
}
