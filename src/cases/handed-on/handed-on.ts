import type { Fact } from '../../ledger/index.ts'
import type { JsonObject } from '../../platform/index.ts'

/** That a document was handed on to another unit of the same body. */
export interface HandedOn {
  readonly document: string
  /** Id of the unit. */
  readonly unit: string
  readonly at: Temporal.Instant
  /** Id of the actor. */
  readonly by: string
  /** Id of the note that says why. */
  readonly reason: string
}

/** Which documents of a case were handed on, from its facts; the first one first. */
export function handedOnOf(facts: readonly Fact[]): HandedOn[] {
  return facts.flatMap(({ kind, at, actor, body }) => {
    if (kind !== 'access.allowed' || body['action'] !== 'share') return []
    const document = wordIn(body['object'] as JsonObject | undefined, 'id')
    const [unit, reason] = [wordIn(body, 'to'), wordIn(body, 'reason')]
    return document === '' || unit === '' ? [] : [{ document, unit, at, by: actor, reason }]
  })
}

function wordIn(body: JsonObject | undefined, key: string): string {
  const value = body?.[key]
  return typeof value === 'string' ? value : ''
}
