import { listServices } from '../../catalogue/index.ts'
import { recordFacts } from '../../ledger/index.ts'
import { type Authority, everyAuthority, keys, systemActor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction, newId } from '../../platform/index.ts'
import { automaticTargets } from './automatic-targets.ts'
import { fixedComponents, lettersComponent, serviceComponent } from './component.ts'
import { addComponents, componentsOf } from './component-store.ts'
import { hostOf } from './host.ts'
import { looksAtLetters } from './looks-at-letters.ts'
import { hostsOf, insertHost } from './host-store.ts'
import { targetsDown } from './still-down.ts'
import { type WatchTarget, hostOfCheck } from './target.ts'
import { insertTarget, liveTargets, markTargetRetired, updateCheck } from './target-store.ts'
import { targetFact } from './target-facts.ts'
import { markDirty } from './watch-store.ts'

/**
 * Brings what is watched to what there is: for every authority its components, those of its services
 * among them, its own hosts, and the targets that the program makes by itself. A second time it
 * changes nothing, and writes nothing. Of the sandbox nothing is watched: its parts fail when told to.
 */
export async function syncWatching(context: Context): Promise<void> {
  for (const authority of await everyAuthority(context.db)) await syncAuthority(context, authority)
}

async function syncAuthority(context: Context, authority: Authority): Promise<void> {
  const { db, config } = context
  const at = context.clock.now()
  const services = (await listServices(db, { authority: authority.id, at })).map(
    ({ service }) => service
  )
  const isWatched = authority.id !== keys.sandboxAuthority
  const letters = isWatched && (await looksAtLetters(context, authority.id))
  const wanted = isWatched ? automaticTargets({ authority, services, config, letters }) : []
  const components = [
    ...fixedComponents,
    ...(letters ? [lettersComponent] : []),
    ...services.map(serviceComponent)
  ]
  const own = [config.origin, authority.portal, config.reportOrigin ?? '']
  const hosts = isWatched ? own.flatMap((address) => hostOf(address) ?? []) : []
  const [haveComponents, haveHosts, haveTargets, down] = await Promise.all([
    componentsOf(db, authority.id),
    hostsOf(db, authority.id),
    liveTargets(db, authority.id),
    targetsDown(db, authority.id)
  ])
  const known = new Set(haveComponents.map(({ id }) => id))
  const newComponents = components.filter((id) => !known.has(id))
  const newHosts = [...new Set(hosts)].filter(
    (host) => !haveHosts.some((each) => each.host === host && each.retiredAt === null)
  )
  const changes = changesOf(
    haveTargets.filter(({ automatic }) => automatic),
    wanted
    // What is down is watched until it is back: its outage must not end unseen.
  ).filter((change) => change.have === null || isKept(change) || !down.has(change.have.id))
  const isSame = newComponents.length + newHosts.length + changes.length === 0
  if (isSame) return
  await inTransaction(db, async (tx) => {
    await addNew(context, tx, { authority: authority.id, newComponents, newHosts })
    for (const change of changes) await applyChange(context, tx, change)
  })
}

async function addNew(
  context: Context,
  tx: Tx,
  what: { authority: string; newComponents: readonly string[]; newHosts: readonly string[] }
): Promise<void> {
  const { authority } = what
  const at = context.clock.now()
  for (const host of what.newHosts) {
    await insertHost(tx, {
      authority,
      host,
      automatic: true,
      registeredAt: at,
      registeredBy: actor,
      retiredAt: null
    })
  }
  const added = await addComponents(
    tx,
    authority,
    what.newComponents.map((id) => ({
      id,
      service: id.startsWith('service:') ? id.slice('service:'.length) : null,
      host: null,
      addedAt: at
    }))
  )
  await markDirty(tx, authority, new Map(added.map((id) => [id, at])))
}

const actor = systemActor('probes.sync').id

type Wanted = Omit<WatchTarget, 'id' | 'addedAt' | 'addedBy' | 'retiredAt'>
interface Change {
  readonly have: WatchTarget | null
  readonly want: Wanted | null
}

function changesOf(have: readonly WatchTarget[], want: readonly Wanted[]): Change[] {
  const place = (target: Wanted) => `${target.component} ${target.what}`
  const byPlace = new Map(have.map((target) => [place(target), target]))
  const changed = want.flatMap((target): Change[] => {
    const before = byPlace.get(place(target)) ?? null
    byPlace.delete(place(target))
    const isSame = before !== null && sameJson(before.check, target.check)
    return isSame && before.everySeconds === target.everySeconds
      ? []
      : [{ have: before, want: target }]
  })
  // Those of registered sub-portals belong to their hosts, which people keep.
  const gone = [...byPlace.values()].filter(({ component }) => !component.startsWith('portal:'))
  return [...gone.map((target) => ({ have: target, want: null })), ...changed]
}

async function applyChange(context: Context, tx: Tx, { have, want }: Change): Promise<void> {
  const at = context.clock.now()
  if (have !== null && want !== null && isKept({ have, want })) {
    await updateCheck(tx, have, want.check)
    return
  }
  if (have !== null && (await markTargetRetired(tx, have, at))) {
    await recordFacts(tx, [targetFact('probe-target.retired', have, { at, actor })])
  }
  if (want === null) return
  const target: WatchTarget = {
    ...want,
    id: newId(at),
    addedAt: at,
    addedBy: actor,
    retiredAt: null
  }
  if (!(await insertTarget(tx, target))) return
  await recordFacts(tx, [targetFact('probe-target.registered', target, { at, actor })])
  await markDirty(tx, target.authority, new Map([[target.component, at]]))
}

/** The target stays, and looks at another page of its host. */
function isKept({ have, want }: Change): boolean {
  return have !== null && want !== null && hostOfCheck(have.check) === hostOfCheck(want.check)
}

/** Equal whatever order the keys were written in: PostgreSQL keeps an order of its own. */
function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)])
  )
}
