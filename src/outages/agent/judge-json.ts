import { query } from 'json-p3'
import type { HttpCheck, Learnt } from './judge-http.ts'

/**
 * What a body of JSON says at a path (RFC 9535).
 * @returns `right` where the path leads to one value or more and all are the one that is wanted.
 */
export function judgeJsonBody(
  body: Uint8Array,
  { path, equals }: NonNullable<HttpCheck['jsonPath']>
): Exclude<Learnt['json'], 'not-looked'> {
  let value: unknown
  try {
    // Decoded as UTF-8 (RFC 8259 section 8.1), without a byte order mark.
    value = JSON.parse(new TextDecoder('utf-8').decode(body))
  } catch {
    return 'no-json'
  }
  const found = valuesAt(path, value)
  if (found.length === 0) return 'missing'
  return found.every((each) => each === equals) ? 'right' : 'other'
}

/** A path that is none, or that goes too deep, leads to nothing. */
function valuesAt(path: string, value: unknown): unknown[] {
  try {
    return query(path, value as Parameters<typeof query>[1]).values()
  } catch {
    return []
  }
}
