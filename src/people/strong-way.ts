import type { Db } from '../platform/index.ts'
import { isLinked } from './oidc/identity-store.ts'
import { passkeysOf } from './passkey-store.ts'

/** Whether a person has a way in that is stronger than a one-time code. */
export async function hasStrongWay(db: Db, person: string): Promise<boolean> {
  return (await passkeysOf(db, person)).length > 0 || isLinked(db, person)
}
