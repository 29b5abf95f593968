import type { Db } from '../platform/index.ts'
import { findApiKey } from './api-key-store.ts'
import { type ApiKey, keyPlaceOf } from './api-key.ts'

/**
 * The key of a text, for interfaces that carry it elsewhere than in `Authorization` (Open311).
 * @returns `null` where it is no key of this installation, or no longer.
 */
export async function apiKeyOfText(db: Db, text: string): Promise<ApiKey | null> {
  const place = keyPlaceOf(text)
  return place === null ? null : findApiKey(db, place)
}
