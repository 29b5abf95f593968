import { factsOf, recordFact } from '../../ledger/index.ts'
import type { Context, Tx } from '../../platform/index.ts'
import type { PlacedResult } from './report.ts'
import type { VantagePoint } from './vantage-point.ts'

const hoursBetween = 24

/**
 * Records what walks through a menu found (card-reachable): when it differs from the walk before, and
 * once a day.
 */
export async function recordWalks(
  context: Context,
  tx: Tx,
  { vantage, placed }: { vantage: VantagePoint; placed: readonly PlacedResult[] }
): Promise<void> {
  const { authority, id, outside } = vantage
  for (const { result, at, target } of placed) {
    if (target.check.kind !== 'menu' || result.found === undefined) continue
    const { menu, services } = target.check
    const published = services.length
    const { reached } = result.found
    const missing = result.found.missing.toSorted()
    const last = (await factsOf(tx, authority, menu)).findLast(
      (fact) => fact.kind === 'menu.walked' && fact.authority === authority && fact.actor === id
    )
    const isSame =
      last !== undefined &&
      last.body.published === published &&
      last.body.reached === reached &&
      JSON.stringify(last.body.missing) === JSON.stringify(missing)
    const isFresh =
      last !== undefined && Temporal.Instant.compare(last.at.add({ hours: hoursBetween }), at) > 0
    if (isSame && isFresh) continue
    await recordFact(tx, {
      owner: authority,
      authority,
      kind: 'menu.walked',
      subject: menu,
      at,
      knownAt: context.clock.now(),
      actor: id,
      body: { menu, published, reached, missing, outside }
    })
  }
}
