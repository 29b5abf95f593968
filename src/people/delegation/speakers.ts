import type { Db } from '../../platform/index.ts'
import { personById } from '../person-store.ts'
import { isInForce } from './delegation.ts'
import { delegationsGiven } from './delegation-store.ts'

/**
 * Who hears what concerns a person, business or body: the person; of the others, who represents them now.
 */
export async function speakersOf(db: Db, id: string, at: Temporal.Instant): Promise<string[]> {
  const whose = await personById(db, id)
  if (whose === null) return []
  if (whose.kind === 'person') return [id]
  const speaking = (await delegationsGiven(db, id)).filter(
    (each) => each.kind === 'representative' && isInForce(each, at)
  )
  return [...new Set(speaking.map(({ delegate }) => delegate))]
}
