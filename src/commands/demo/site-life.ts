import { listServices } from '../../catalogue/index.ts'
import { actorOfPerson, demonstrationPeople } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import {
  type House,
  type Stage,
  announceInTime,
  announceTooLate,
  attempt,
  changeCard,
  cryWolf,
  failFor,
  report,
  suspend
} from './site-events.ts'
import { SiteProbe } from './site-probe.ts'

const keepers = {
  sko: { manager: 'kamran-mousavi', admin: 'vahid-rostami' },
  ito: { manager: 'dariush-parsa', admin: 'golnaz-heidari' }
}

/**
 * Puts the life of both sites on the agenda: what failed and was noticed, planned work announced in time
 * and once too late, a form closed in an emergency, a false alarm corrected, a changed card, reports with
 * their receipts, hours in which nothing was watched. The same seed tells the same story.
 * @returns The probe that watches, which the caller lets report between events; `null` without people.
 */
export async function planSites(
  stage: Omit<Stage, 'probe'>,
  span: { readonly from: Temporal.Instant; readonly to: Temporal.Instant }
): Promise<SiteProbe | null> {
  const houses = await housesOf(stage.context)
  if (houses.length === 0) return null
  const managers = new Map(houses.map(({ authority, manager }) => [authority, manager]))
  const probe = new SiteProbe(stage.context, managers)
  await probe.begin()
  const blocks = Math.max(1, Math.floor(span.to.since(span.from).total('hours') / 24 / blockDays))
  for (let block = 0; block < blocks; block += 1) {
    const from = span.from.add({ hours: block * blockDays * 24 })
    for (const [i, house] of houses.entries()) {
      planBlock({ ...stage, probe }, house, { from: from.add({ hours: i * 31 }), block })
    }
  }
  return probe
}

/** Takes away what a replay that was cut short left: its vantage point would count, and never report. */
export async function leaveSites(context: Context): Promise<void> {
  const houses = await housesOf(context)
  const managers = new Map(houses.map(({ authority, manager }) => [authority, manager]))
  await new SiteProbe(context, managers).leave()
}

const blockDays = 25

async function housesOf(context: Context): Promise<House[]> {
  const people = await demonstrationPeople()
  const now = context.clock.now()
  const actorOf = async (key: string) => {
    const found = people.find((person) => person.key === key)
    return found === undefined ? null : actorOfPerson(context.db, found.id, now)
  }
  const houses: House[] = []
  for (const [authority, { manager, admin }] of Object.entries(keepers)) {
    const [head, administrator] = [await actorOf(manager), await actorOf(admin)]
    const services = await listServices(context.db, { authority, at: now })
    if (head === null || administrator === null || services.length === 0) continue
    const codes = services.map(({ service }) => service)
    houses.push({ authority, manager: head, admin: administrator, services: codes })
  }
  return houses
}

/** Twenty-five days of one site. */
function planBlock(
  stage: Stage,
  house: House,
  { from, block }: { from: Temporal.Instant; block: number }
): void {
  const { agenda, random } = stage
  const service = (n: number) =>
    `service:${house.services[(block * 3 + n) % house.services.length] ?? ''}`
  const at = (day: number, hour: number) =>
    from.add({ minutes: Math.round((day * 24 + hour) * 60 + random.next() * 90) })
  const act = (when: Temporal.Instant, run: () => Promise<void>) =>
    agenda.add({ at: when, run: () => attempt(stage, run) })
  const fail = (when: Temporal.Instant, component: string, minutes: number) =>
    act(when, () => failFor(stage, house, { component, minutes }))
  fail(at(3, 10), service(0), random.between(18, 70))
  act(at(4, 9), () => announceInTime(stage, house, service(1)))
  // Long enough to miss the level that the annex proposes.
  if (block % 2 === 1) fail(at(8, 5), service(6), random.between(230, 320))
  if (block === 0) act(at(6, 7), () => changeCard(stage, house))
  fail(at(11, 20), block % 2 === 0 ? 'desk' : service(2), random.between(4, 19))
  act(at(13, 6), () => announceTooLate(stage, house, service(3)))
  if (block % 2 === 1)
    act(at(17, 2), () => Promise.resolve(stage.probe.goDark(random.between(2, 6))))
  if (block % 2 === 0) act(at(19, 8), () => suspend(stage, house, service(4)))
  act(at(21, 11), () => cryWolf(stage, house, service(5)))
  for (let i = 0; i < 5; i += 1) {
    act(at(random.between(0, 23), 9), () => report(stage, house, service(i)))
  }
}
