import type { JsonObject } from '../../platform/index.ts'

/** A value as JSON holds it: instants become RFC 3339 text. */
export function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject
}
