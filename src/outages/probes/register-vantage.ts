import { recordFact } from '../../ledger/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { demandSeesNothingDown } from './still-down.ts'
import { VantageNotFoundError } from './refusals.ts'
import type { VantagePoint } from './vantage-point.ts'
import { insertVantage, markVantageRetired, vantageById } from './vantage-store.ts'
import { markAllDirty } from './watch-store.ts'

/** A vantage point about to be registered. */
export type NewVantage = Pick<VantagePoint, 'authority' | 'id' | 'label' | 'outside'>

/**
 * Registers the place behind an API key as a vantage point; a second time it changes nothing. From then
 * on its word counts as `docs/life-of-an-outage.md` says.
 */
export async function registerVantage(
  context: Context,
  vantage: NewVantage,
  actor: string
): Promise<VantagePoint> {
  const name = { authority: vantage.authority, vantage: vantage.id }
  const known = await vantageById(context.db, name)
  if (known !== null) return known
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    if (!(await insertVantage(tx, { ...vantage, registeredAt: at }))) return
    await recordVantage(tx, 'vantage-point.registered', { ...vantage, at, actor })
    await markAllDirty(tx, vantage.authority, at)
  })
  const registered = await vantageById(context.db, name)
  if (registered === null) throw new Error('a registered vantage point is not there')
  return registered
}

/**
 * Retires a vantage point: what it reports from now on is not taken, and it counts no longer.
 * @throws {NotAllowedError} If the actor is no IT manager of the authority.
 * @throws {VantageNotFoundError} If it is not registered (any more).
 * @throws {StillDownError} If an outage lasts that it sees.
 */
export async function retireVantage(
  context: Context,
  actor: Actor,
  name: { readonly authority: string; readonly vantage: string }
): Promise<void> {
  demand(actor, { authority: name.authority, role: 'it-manager' })
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    // First: whoever reads results now is waited for.
    await markAllDirty(tx, name.authority, at)
    const vantage = await vantageById(tx, name)
    if (vantage?.retiredAt === null) await demandSeesNothingDown(tx, name)
    if (vantage === null || !(await markVantageRetired(tx, name, at))) {
      throw new VantageNotFoundError()
    }
    await recordVantage(tx, 'vantage-point.retired', { ...vantage, at, actor: actor.id })
  })
}

async function recordVantage(
  tx: Tx,
  kind: 'vantage-point.registered' | 'vantage-point.retired',
  vantage: NewVantage & { readonly at: Temporal.Instant; readonly actor: string }
): Promise<void> {
  const { authority, id, outside, at, actor } = vantage
  await recordFact(tx, {
    owner: authority,
    authority,
    kind,
    subject: id,
    at,
    actor,
    body: { vantage: id, outside }
  })
}
