import type { Authority } from '../../people/index.ts'
import type { Bilingual, Context } from '../../platform/index.ts'
import { type ChannelCheck, channelChecks } from './channel-store.ts'
import { componentTitle } from './component-title.ts'
import { componentsOf } from './component-store.ts'
import type { PortalHost, UnregisteredHost } from './host.ts'
import { hostsOf, unregisteredHosts } from './host-store.ts'
import type { ProbeSettings } from './settings.ts'
import { probeSettings } from './settings-store.ts'
import type { ProbeStretch } from './stretch.ts'
import { newestStretches } from './stretch-store.ts'
import type { WatchTarget } from './target.ts'
import { liveTargets } from './target-store.ts'
import type { VantagePoint } from './vantage-point.ts'
import { vantagesOf } from './vantage-store.ts'

/** All that the IT manager of an authority sees of its probes. */
export interface ProbeDesk {
  readonly authority: Authority
  readonly settings: ProbeSettings
  readonly hosts: readonly PortalHost[]
  readonly strange: readonly UnregisteredHost[]
  readonly vantages: readonly VantagePoint[]
  readonly targets: readonly WatchTarget[]
  /** The newest stretch of each target and vantage point. */
  readonly newest: readonly ProbeStretch[]
  readonly titles: ReadonlyMap<string, Bilingual>
  readonly channels: readonly ChannelCheck[]
}

/** Reads the probes of one authority. */
export async function readProbeDesk(context: Context, authority: Authority): Promise<ProbeDesk> {
  const { db, clock } = context
  const { id } = authority
  const targets = await liveTargets(db, id)
  const ids = targets.map((target) => target.id)
  const [settings, hosts, strange, vantages, newest, components, channels] = await Promise.all([
    probeSettings(db, id),
    hostsOf(db, id),
    unregisteredHosts(db, id),
    vantagesOf(db, id),
    newestStretches(db, id, ids),
    componentsOf(db, id),
    channelChecks(db, id)
  ])
  const titles = await Promise.all(
    components
      .filter(({ retiredAt }) => retiredAt === null)
      .map(async ({ id: component }): Promise<[string, Bilingual]> => [
        component,
        await componentTitle(db, { component }, clock.now())
      ])
  )
  return {
    authority,
    settings,
    hosts: hosts.filter(({ retiredAt }) => retiredAt === null),
    strange,
    vantages: vantages.filter(({ retiredAt }) => retiredAt === null),
    targets,
    newest,
    titles: new Map(titles),
    channels
  }
}
