import { type Reading, type TargetRecord, readComponent } from '../../kernel/outages/index.ts'
import type { Tx } from '../../platform/index.ts'
import { plain } from '../probes/keep-looks.ts'
import type { ProbeSettings } from '../probes/settings.ts'
import { probeSettings } from '../probes/settings-store.ts'
import type { ProbeStretch } from '../probes/stretch.ts'
import { decidingStretches } from '../probes/stretch-store.ts'
import { type WatchTarget, decides } from '../probes/target.ts'
import { targetsOf } from '../probes/target-store.ts'
import { countingSpans, registeredSpans } from '../probes/vantage-point.ts'
import { vantagesOf } from '../probes/vantage-store.ts'
import type { Watch } from '../probes/watch-store.ts'
import type { Outage } from './outage.ts'
import { outagesBetween } from './outage-store.ts'

// What a result changes lies within the last few intervals before it: the majority's backdating, the
// silence before it. Ten are more than enough, and cost nothing.
const intervalsBefore = 10

/** What the results of a component say from an instant on, and the outages that stand there now. */
export interface WatchReading extends Reading {
  readonly from: Temporal.Instant
  readonly settings: ProbeSettings
  readonly stretches: readonly ProbeStretch[]
  /** Void ones too. */
  readonly outages: readonly Outage[]
}

/**
 * Reads a component anew from the first result that was not read yet.
 * @returns `null` where nothing is looked at that could say anything of it.
 */
export async function readWatch(
  tx: Tx,
  watch: Watch,
  now: Temporal.Instant
): Promise<WatchReading | null> {
  const { authority, component } = watch
  const settings = await probeSettings(tx, authority)
  const targets = (await targetsOf(tx, authority, component)).filter(decides)
  if (targets.length === 0) return null
  const every = Math.max(...targets.map((target) => everyMsOf(target, settings)))
  const first = earlier(watch.dirtyFrom ?? now, watch.wakeAt ?? now)
  const from = first.subtract({ milliseconds: intervalsBefore * every })
  const decisive = Math.max(settings.failuresInARow, settings.successesInARow)
  const vantages = await vantagesOf(tx, authority)
  const of = {
    authority,
    targets: targets.map(({ id }) => id),
    vantages: vantages.map(({ id }) => id)
  }
  const stretches = await decidingStretches(tx, of, { from, decisive })
  const outages = await outagesBetween(tx, {
    authority,
    component,
    from,
    to: now.add({ hours: 24 }),
    withVoid: true
  })
  const counts = countingSpans(vantages)
  const always = registeredSpans(vantages)
  const records = targets.map((target) =>
    recordOf(target, {
      everyMs: everyMsOf(target, settings),
      stretches: stretches.filter((stretch) => stretch.target === target.id),
      // Who has no canary says nothing of letters; whoever has one counts, inside or outside.
      counts: target.kind === 'letter' ? always : counts,
      wasDown: outages.some((outage) => stoodAt(outage, from) && outage.targets.includes(target.id))
    })
  )
  // This very millisecond belongs to what is read.
  const window = { from: from.epochMilliseconds, now: now.epochMilliseconds + 1 }
  return { ...readComponent(records, settings, window), from, settings, stretches, outages }
}

function everyMsOf(target: WatchTarget, settings: ProbeSettings): number {
  return (target.everySeconds ?? settings.everySeconds) * 1000
}

function stoodAt(outage: Outage, at: Temporal.Instant): boolean {
  if (outage.void || !outage.automatic || Temporal.Instant.compare(at, outage.from) <= 0) {
    return false
  }
  return outage.to === null || Temporal.Instant.compare(at, outage.to) < 0
}

function recordOf(
  target: WatchTarget,
  known: {
    readonly everyMs: number
    readonly stretches: readonly ProbeStretch[]
    readonly counts: ReturnType<typeof countingSpans>
    readonly wasDown: boolean
  }
): TargetRecord {
  const byVantage = Map.groupBy(known.stretches, ({ vantage }) => vantage)
  return {
    id: target.id,
    everyMs: known.everyMs,
    from: target.addedAt.epochMilliseconds,
    to: target.retiredAt?.epochMilliseconds ?? null,
    wasDown: known.wasDown,
    vantages: [...byVantage].map(([vantage, stretches]) => ({
      stretches: stretches.map(plain),
      counts: (known.counts.get(vantage) ?? []).map((span) => ({
        from: span.from.epochMilliseconds,
        to: span.to?.epochMilliseconds ?? null
      }))
    }))
  }
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b
}
