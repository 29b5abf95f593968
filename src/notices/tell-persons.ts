import type { Tx } from '../platform/index.ts'
import { type ToldPersons, insertDeliveriesTo } from './delivery-store.ts'

/**
 * Mails a version of a notice to people whom it concerns beside those who subscribed to its like: people
 * who wait for an answer of the service, say. Only who once asked this desk for mails, and confirmed the
 * address, is written to, and once.
 * @param persons - Ids of persons; any that never asked are left out.
 */
export function tellPersons(tx: Tx, told: ToldPersons): Promise<void> {
  return insertDeliveriesTo(tx, told)
}
