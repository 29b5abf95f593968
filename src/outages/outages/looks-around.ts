import type { Context } from '../../platform/index.ts'
import { stretchesOf } from '../probes/stretch-store.ts'
import { targetsOf } from '../probes/target-store.ts'
import { vantagesOf } from '../probes/vantage-store.ts'
import type { Outage } from './outage.ts'
import type { ShownLook } from './views/desk-outage.ts'

const minutesAround = 10
const rowsMax = 200

/** What vantage points saw of the component a little before, in, and after an outage, by time. */
export async function looksAround({ db, clock }: Context, outage: Outage): Promise<ShownLook[]> {
  const { authority, component } = outage
  const [stretches, targets, vantages] = await Promise.all([
    stretchesOf(db, {
      authority,
      component,
      from: outage.from.subtract({ minutes: minutesAround }),
      to: (outage.to ?? clock.now()).add({ minutes: minutesAround })
    }),
    targetsOf(db, authority, component),
    vantagesOf(db, authority)
  ])
  const names = new Map(targets.map(({ id, what }) => [id, what]))
  const labels = new Map(vantages.map(({ id, label }) => [id, label]))
  return stretches
    .map((stretch) => ({
      ...stretch,
      label: labels.get(stretch.vantage) ?? stretch.vantage,
      what: names.get(stretch.target) ?? stretch.target
    }))
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))
    .slice(0, rowsMax)
}
