import { type Server, page } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { outageById } from '../outage-store.ts'
import { OutageNotFoundError } from '../refusals.ts'
import { showOutage } from '../show-outage.ts'
import { publicOutagePage } from '../views/public-outage-page.ts'

/** The page of each outage, for everyone. */
export function publicPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/outages/:id' }, async (p) => {
    const { id } = p.request.params as { id: string }
    const outage = await outageById(context.db, id)
    if (outage === null) throw new OutageNotFoundError()
    return publicOutagePage(p.view, await showOutage(context, outage))
  })
}
