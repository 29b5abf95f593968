import { factsBetween } from '../ledger/index.ts'
import { type Context, type OutboxHandlers, manualClock } from '../platform/index.ts'
import { sliceJobs } from '../slice-jobs.ts'
import { type ReplayResult, replay } from './demo/replay.ts'
import { loadContent } from './load-content.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'
import type { Stretch } from './prepare-demonstration.ts'

/** How much happens in the past that an empty demonstration is given at its first start. */
const firstStart = { casesPerMonth: 22, seed: 1404 }

/** Whether nothing has happened in this installation yet. */
async function isEmpty(context: Context): Promise<boolean> {
  return (await factsBetween(context.db, { limit: 1 })).length === 0
}

/**
 * Replays the past of a first start, whose content is there.
 * @param signal - Aborted where the replay is to end before its end.
 */
export async function tellFirstStart(
  context: Context,
  stretch: Stretch,
  signal: AbortSignal
): Promise<void> {
  const { casesPerMonth, seed } = firstStart
  await tell(context, { ...stretch, casesPerMonth, seed, signal })
}

/** A stretch of the past and what happened in it. */
interface Story extends Stretch {
  readonly casesPerMonth: number
  readonly seed: number
  readonly signal?: AbortSignal | undefined
}

/** Jobs without which the past of a site would not be told: plans that begin, reports that match. */
const jobsOfThePast: ReadonlySet<string> = new Set([
  'outages.planned',
  'probes.channels',
  'failure-reports.choices',
  'failure-reports.match'
])

/** Replays the stretch up to `to`; the content of `from` is there. */
async function tell(context: Context, story: Story): Promise<ReplayResult> {
  // Of the past nobody is mailed, nor is the mail server asked whether it lives.
  const config = { ...context.config, mail: null }
  const past = { ...context, config, clock: manualClock(story.from), nudge: () => {} }
  const handlers = Object.assign(
    {},
    ...sliceJobs.map((slice) => slice.outbox ?? {})
  ) as OutboxHandlers
  const line = progressLine('replaying')
  const progress = (share: number) => {
    story.signal?.throwIfAborted()
    line(share)
  }
  const jobs = sliceJobs.flatMap(({ schedule = [] }) =>
    schedule.filter(({ name }) => jobsOfThePast.has(name))
  )
  const result = await replay(past, { handlers, jobs }, { ...story, progress })
  process.stderr.write(
    `\npeyman: replayed ${String(result.cases)} applications in ${String(result.events)} events\n`
  )
  return result
}

/** `peyman demo`: replays a stretch into an empty installation and says what happened. */
export async function demoCommand(options: {
  months: string
  cases: string
  seed: string
  until?: string
}): Promise<void> {
  const [months, casesPerMonth, seed] = [options.months, options.cases, options.seed].map(Number)
  if (!(months! > 0 && months! <= 24 && casesPerMonth! > 0 && Number.isInteger(seed))) {
    report({
      exitCode: 2,
      stdout: '',
      stderr: 'peyman: --months 1..24, --cases > 0 and a whole --seed\n'
    })
    return
  }
  const installation = await openInstallation()
  try {
    const { context } = installation
    if (!context.config.demo || !(await isEmpty(context))) {
      report({
        exitCode: 2,
        stdout: '',
        stderr:
          'peyman: a replay needs PEYMAN_DEMO=1 and an empty installation: choose a new PEYMAN_DATA folder\n'
      })
      return
    }
    const to = endOf(options.until, context.clock.now())
    if (to === null) {
      report({
        exitCode: 2,
        stdout: '',
        stderr: 'peyman: --until takes a past instant like 2026-11-22T00:00:00Z\n'
      })
      return
    }
    const from = to.subtract({ hours: Math.round(months! * 30.44 * 24) })
    await loadContent({ ...context, clock: manualClock(from) })
    const result = await tell(context, { from, to, casesPerMonth: casesPerMonth!, seed: seed! })
    const refusals = Object.fromEntries(result.refusals)
    report({ exitCode: 0, stdout: `${JSON.stringify({ ...result, refusals })}\n`, stderr: '' })
  } finally {
    await installation.close()
  }
}

/** The last midnight where nothing is said, so that every run of a day tells the same. */
function endOf(until: string | undefined, now: Temporal.Instant): Temporal.Instant | null {
  if (until === undefined) {
    return now.toZonedDateTimeISO('Asia/Tehran').startOfDay().toInstant()
  }
  try {
    const end = Temporal.Instant.from(until)
    return Temporal.Instant.compare(end, now) <= 0 ? end : null
  } catch {
    return null
  }
}

/** A percentage that stays on its line in a terminal, and a line for each tenth elsewhere. */
function progressLine(what: string): (share: number) => void {
  let told = -1
  return (share) => {
    const tenth = Math.floor(share * (process.stderr.isTTY ? 100 : 10))
    if (tenth === told) return
    told = tenth
    const line = `peyman: ${what} ${String(Math.round(share * 100))} %`
    process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`)
  }
}
