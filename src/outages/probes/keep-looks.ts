import { type Beat, type BeatStretch, addBeats, joinIntervals } from '../../kernel/outages/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { ProbeSettings } from './settings.ts'
import type { ProbeStretch } from './stretch.ts'
import { changeStretches, stretchesAround } from './stretch-store.ts'
import type { PlacedResult } from './report.ts'
import { decides } from './target.ts'
import type { VantageName } from './vantage-store.ts'
import { markDirty } from './watch-store.ts'

/**
 * Adds results to the stretches of their targets, and says which components are to be read again: those
 * where something else happened than that what was held went on.
 */
export async function keepLooks(
  tx: Tx,
  name: VantageName,
  { placed, settings }: { placed: readonly PlacedResult[]; settings: ProbeSettings }
): Promise<void> {
  const byTarget = Map.groupBy(placed, ({ target }) => target.id)
  const everyOf = (results: readonly PlacedResult[]) =>
    (results[0]?.target.everySeconds ?? settings.everySeconds) * 1000
  const around = await stretchesAround(
    tx,
    name,
    [...byTarget].map(([target, results]) => ({
      target,
      from: earliest(results).subtract({ milliseconds: joinIntervals * everyOf(results) })
    }))
  )
  const before = Map.groupBy(around, ({ target }) => target)
  const gone: ProbeStretch[] = []
  const written: ProbeStretch[] = []
  const dirty = new Map<string, Temporal.Instant>()
  const decisive = Math.max(settings.failuresInARow, settings.successesInARow)
  for (const [target, results] of byTarget) {
    const old = before.get(target) ?? []
    const now = addBeats(old.map(plain), results.map(beatOf), everyOf(results)).map((stretch) =>
      stored(stretch, { target, vantage: name.vantage })
    )
    const change = differenceOf(old, now)
    gone.push(...change.gone)
    written.push(...change.written)
    const from = dirtyFrom(change, { old, decisive })
    const [first] = results
    if (from === null || first === undefined || !decides(first.target)) continue
    const known = dirty.get(first.target.component)
    if (known === undefined || Temporal.Instant.compare(from, known) < 0) {
      dirty.set(first.target.component, from)
    }
  }
  await changeStretches(tx, name, { gone, written })
  await markDirty(tx, name.authority, dirty)
}

function earliest(results: readonly PlacedResult[]): Temporal.Instant {
  return results.map(({ at }) => at).reduce((a, b) => (Temporal.Instant.compare(b, a) < 0 ? b : a))
}

function beatOf({ result, at }: PlacedResult): Beat {
  return {
    at: at.epochMilliseconds,
    up: result.ok,
    reason: result.ok ? null : (result.reason ?? 'protocol'),
    detail: result.ok ? null : result.detail,
    tookMs: result.tookMs
  }
}

/** A stretch as the kernel reads it. */
export function plain(stretch: ProbeStretch): BeatStretch {
  const { up, count, reason, detail, tookMs } = stretch
  const [from, to] = [stretch.from.epochMilliseconds, stretch.to.epochMilliseconds]
  return { up, from, to, count, reason, detail, tookMs }
}

function stored(
  stretch: BeatStretch,
  of: { readonly target: string; readonly vantage: string }
): ProbeStretch {
  return {
    ...stretch,
    ...of,
    from: Temporal.Instant.fromEpochMilliseconds(stretch.from),
    to: Temporal.Instant.fromEpochMilliseconds(stretch.to)
  }
}

interface Difference {
  readonly gone: ProbeStretch[]
  readonly written: ProbeStretch[]
}

function differenceOf(old: readonly ProbeStretch[], now: readonly ProbeStretch[]): Difference {
  const left = new Map(old.map((stretch) => [stretch.from.epochMilliseconds, stretch]))
  const written = now.filter((stretch) => {
    const same = left.get(stretch.from.epochMilliseconds)
    left.delete(stretch.from.epochMilliseconds)
    return same === undefined || same.count !== stretch.count || !same.to.equals(stretch.to)
  })
  return { gone: [...left.values()], written }
}

/** The earliest result that can change the reading; `null` where a long stretch only goes on. */
function dirtyFrom(
  { gone, written }: Difference,
  { old, decisive }: { old: readonly ProbeStretch[]; decisive: number }
): Temporal.Instant | null {
  const goesOn = (stretch: ProbeStretch) =>
    old.some(
      (each) => each.from.equals(stretch.from) && each.up === stretch.up && each.count >= decisive
    )
  const telling = [...gone, ...written.filter((stretch) => !goesOn(stretch))]
  return telling
    .map(({ from }) => from)
    .reduce<Temporal.Instant | null>(
      (first, from) => (first === null || Temporal.Instant.compare(from, first) < 0 ? from : first),
      null
    )
}
