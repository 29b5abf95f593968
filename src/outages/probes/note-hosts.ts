import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import type { FoundHost } from '../agent/wire.ts'
import { hostOf } from './host.ts'
import { noteUnregistered, registeredHosts } from './host-store.ts'
import type { VantagePoint } from './vantage-point.ts'

/**
 * Notes hosts that are used on pages of an authority and that it has not registered: an error that its
 * IT manager is shown. A page belongs to the authorities that registered its host.
 */
export async function noteHosts(
  context: Context,
  vantages: readonly VantagePoint[],
  found: readonly FoundHost[]
): Promise<void> {
  if (found.length === 0) return
  const at = context.clock.now()
  for (const { authority, id } of vantages) {
    const known = new Set(await registeredHosts(context.db, authority))
    const strange = found.flatMap(({ host, foundOn }) => {
      const name = hostOf(host)
      const page = hostOf(foundOn)
      const isOwn = page !== null && known.has(page)
      return name !== null && isOwn && !known.has(name) ? [{ host: name, foundOn }] : []
    })
    await inTransaction(context.db, async (tx) => {
      for (const one of strange) {
        if (!(await noteUnregistered(tx, { authority, ...one }, at))) continue
        await recordFact(tx, {
          owner: authority,
          authority,
          kind: 'host.unregistered',
          subject: one.host,
          at,
          actor: id,
          body: { host: one.host, foundOn: pathOf(one.foundOn) }
        })
      }
    })
  }
}

/** The page without its query, which may hold what a person typed: the fact is public for ever. */
function pathOf(address: string): string {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}
