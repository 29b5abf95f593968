import { type Context, withScope } from '../platform/index.ts'
import { findApiKey } from './api-key-store.ts'
import { type ApiKey, keyPlaceOf } from './api-key.ts'
import { worksHere } from './keys/request-key.ts'
import type { Scope } from './keys/scope.ts'

/**
 * The key of a text, for interfaces that carry it elsewhere than in `Authorization` (Open311).
 * @param scope - What it is about to be used for.
 * @returns `null` where it is no key of this installation, no longer, or not for this.
 */
export async function apiKeyOfText(
  context: Context,
  text: string,
  scope: Scope
): Promise<ApiKey | null> {
  const place = keyPlaceOf(text)
  if (place === null) return null
  // Nobody is known yet: the text is the key to its one row.
  const key = await withScope('system', () => findApiKey(context.db, place, context.clock.now()))
  if (key === null || !worksHere(key, context.config)) return null
  return key.scopes.length === 0 || key.scopes.includes(scope) ? key : null
}
