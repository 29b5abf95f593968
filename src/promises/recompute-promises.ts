import { factsWatermark } from '../ledger/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import type { ScoreRun } from './clause-state.ts'
import { keepScoreRun, replaceClauseStates, scoreRunOf } from './clause-state-store.ts'
import { codeVersion } from './code-version.ts'
import { computeStates, scoredAuthorities } from './compute-states.ts'

/**
 * Running cases come close to their due instants and months begin without a newer fact; so a cache is
 * counted anew after this long in any case.
 */
const ageSecondsMax = 600

type Watermark = Awaited<ReturnType<typeof factsWatermark>>

// 60,000 facts take about two seconds: a rest of one second for each thousand keeps a thirtieth of one
// processor busy at most. Fewer than this are counted at once, whenever there is a new one.
const factsCountedAtOnce = 10_000

/**
 * Counts what has changed since the last time: authorities with a newer fact, with other code, or
 * whose cache is older than ten minutes. Safe to run on several hosts: the newest count stays.
 * @param options - `force`: count even where nothing has changed. `patient`: leave a dear count its
 *   rest, so that many facts do not keep the processor counting.
 * @returns The authorities that were counted.
 */
export async function recomputePromises(
  context: Context,
  options: { readonly force?: boolean; readonly patient?: boolean } = {}
): Promise<string[]> {
  const counted: string[] = []
  for (const authority of await scoredAuthorities(context.db)) {
    const facts = await factsWatermark(context.db, authority)
    const known = await scoreRunOf(context.db, authority)
    const now = context.clock.now()
    if (options.patient && rests(known, now)) continue
    if (options.force || isStale(known, { facts, now })) {
      await count(context, authority, facts)
      counted.push(authority)
    }
  }
  return counted
}

function isStale(
  known: ScoreRun | null,
  { facts, now }: { facts: Watermark; now: Temporal.Instant }
): boolean {
  if (known === null || known.factsThrough !== facts.through) return true
  if (known.factsRecent !== facts.recent) return true
  if (known.codeVersion !== codeVersion()) return true
  return Math.abs(known.asOf.until(now).total('seconds')) > ageSecondsMax
}

function rests(known: ScoreRun | null, now: Temporal.Instant): boolean {
  if (known === null || known.factsRead < factsCountedAtOnce) return false
  const elapsedSeconds = known.asOf.until(now).total('seconds')
  return elapsedSeconds >= 0 && elapsedSeconds < known.factsRead / 1000
}

async function count(context: Context, authority: string, facts: Watermark) {
  const asOf = context.clock.now()
  const started = performance.now()
  const scored = await computeStates(context.db, { authority, asOf, factsThrough: facts.through })
  const run: ScoreRun = {
    authority,
    factsThrough: facts.through,
    // As counted before the facts were read: what was committed meanwhile is one more the next time.
    factsRecent: facts.recent,
    factsRead: scored.factsRead,
    codeVersion: codeVersion(),
    asOf,
    tookMs: Math.round(performance.now() - started)
  }
  await inTransaction(context.db, async (tx) => {
    // The row of the run is written first: of two hosts, the second waits and keeps the newer count.
    if (await keepScoreRun(tx, run)) await replaceClauseStates(tx, authority, scored.states)
  })
  context.log.info(
    { authority, facts: run.factsRead, states: scored.states.length, tookMs: run.tookMs },
    'promises counted'
  )
}
