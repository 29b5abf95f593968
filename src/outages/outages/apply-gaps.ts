import { type NewFact, factsOf, recordFacts } from '../../ledger/index.ts'
import type { Tx } from '../../platform/index.ts'
import { serviceOfComponent } from '../probes/component.ts'
import { gapsBetween, replaceGaps } from '../probes/gap-store.ts'
import type { Watch } from '../probes/watch-store.ts'
import type { Change } from './change-outage.ts'
import { gapFacts, joinAcross } from './gap.ts'
import type { WatchReading } from './read-watch.ts'

/**
 * Makes the gaps of a component what the reading says, from where it begins. Facts that were recorded
 * before stay; new ones are added so that all of them together, in the order of their instants, say what
 * is known now (`docs/life-of-an-outage.md`, "Time without results").
 */
export async function applyGaps(
  tx: Tx,
  watch: Watch,
  { reading, change }: { readonly reading: WatchReading; readonly change: Change }
): Promise<void> {
  const { authority, component } = watch
  const before = await gapsBetween(tx, {
    authority,
    component,
    // One that ends where the reading begins may go on there.
    from: reading.from.subtract({ milliseconds: 1 }),
    to: change.at.add({ hours: 24 })
  })
  const read = reading.unknown.map(({ from, to }) => ({
    from: instant(from),
    to: to === null ? null : instant(to)
  }))
  const after = joinAcross(read, { before, from: reading.from })
  const subject = `${authority}/${component}`
  const facts = gapFacts(await factsOf(tx, authority, subject), after, reading.from)
  if (facts.length === 0) return
  await replaceGaps(tx, watch, { from: reading.from, gaps: after })
  const service = serviceOfComponent(component)
  await recordFacts(
    tx,
    facts.map(({ kind, at }): NewFact => ({
      owner: authority,
      authority,
      kind,
      subject,
      at,
      knownAt: change.at,
      actor: change.actor,
      body: { component, ...(service === null ? {} : { service }) }
    }))
  )
}

function instant(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds))
}
