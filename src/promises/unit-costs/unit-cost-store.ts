import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { UnitCost } from './unit-cost.ts'

/** Writes a declared cost; what was declared before stays. */
export async function addUnitCost(tx: Tx, cost: UnitCost, by: string): Promise<void> {
  await sql`
    insert into unit_costs (bucket, id, authority, what, amount_rial, source, set_at, set_by)
    values (${bucketOf(cost.authority)}, ${cost.id}, ${cost.authority}, ${cost.what},
      ${cost.amountRial}, ${json(cost.source)}, ${cost.setAt}, ${by})`.execute(tx)
}

/** Every cost that was declared, the newest first. */
export async function unitCosts(db: Db): Promise<UnitCost[]> {
  const found = await sql<UnitCost>`
    select id, authority, what, amount_rial as "amountRial", source, set_at as "setAt"
    from unit_costs order by set_at desc, id desc`.execute(db)
  return found.rows
}
