import type { Outage } from '../outages/outage.ts'
import type { Matchable } from './match-store.ts'

/** Whoever reports, reports when it is over, too: this long after the end it is still about it. */
const afterMinutesMax = 60
/** People look at their watches after they noticed, and not to the minute. */
const saidMinutesMax = 10

/** Parts of the site without which no other part of it works. */
const whole = ['desk', 'portal']

/**
 * The outage that a report tells of: of the same component, else of the whole desk for one of its
 * services; the one that began last.
 */
export function outageOfReport(report: Matchable, outages: readonly Outage[]): Outage | null {
  const fitting = outages.filter((outage) => isInTime(report, outage))
  const own = fitting.filter((outage) => outage.component === report.component)
  const wider = fitting.filter((outage) => covers(outage, report))
  const found = own.length > 0 ? own : wider
  return found.toSorted((a, b) => Temporal.Instant.compare(b.from, a.from))[0] ?? null
}

function covers({ authority, component }: Outage, report: Matchable): boolean {
  if (authority !== report.authority) return false
  if (report.component === null) return whole.includes(component)
  return component === 'desk' && (report.service !== null || report.component === 'failure-reports')
}

/** A said time has to lie in the outage; else the time of filing, during it or soon after. */
function isInTime({ noticedAt, filedAt, authority }: Matchable, outage: Outage): boolean {
  if (outage.void || outage.authority !== authority) return false
  const { from, to } = outage
  if (noticedAt !== null) {
    const said = { minutes: saidMinutesMax }
    return (
      Temporal.Instant.compare(noticedAt, from.subtract(said)) >= 0 &&
      (to === null || Temporal.Instant.compare(noticedAt, to.add(said)) <= 0)
    )
  }
  return (
    Temporal.Instant.compare(filedAt, from) >= 0 &&
    (to === null || Temporal.Instant.compare(filedAt, to.add({ minutes: afterMinutesMax })) <= 0)
  )
}
