import { type Tx, withScope } from '../../platform/index.ts'
import { isErased } from './people-store.ts'
import { AccountErasedError } from './refusals.ts'

/**
 * Lets nobody into an account that was erased, or is past the point of no return.
 * @throws {AccountErasedError}
 */
export async function refuseErased(tx: Tx, person: string): Promise<void> {
  if (await withScope('system', () => isErased(tx, person))) throw new AccountErasedError()
}
