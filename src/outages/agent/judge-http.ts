import { ProbeFailure } from './failure.ts'
import type { Check } from './wire.ts'

/** A check of kind `http`. */
export type HttpCheck = Extract<Check, { kind: 'http' }>

/** What was learnt of an answer, without its bytes. */
export interface Learnt {
  readonly status: number
  /** Whether the keyword is in the body; `null` where it was not looked for. */
  readonly hasKeyword: boolean | null
  readonly json: 'right' | 'other' | 'missing' | 'no-json' | 'not-looked'
  /** When the first certificate of the way ends, milliseconds since 1970; `null` without TLS. */
  readonly certificateEndsAt: number | null
}

const dayMilliseconds = 86_400_000

/**
 * What is wrong with an answer.
 * @param now - Milliseconds since 1970.
 * @returns The first fault by weight: status, then content, then a certificate that ends soon; `null`
 *   where all is as it should be.
 */
export function judgeHttp(check: HttpCheck, learnt: Learnt, now: number): ProbeFailure | null {
  if (!check.status.includes(learnt.status)) {
    const wanted = check.status.join(', ')
    return new ProbeFailure('status', `the answer is ${String(learnt.status)}, not ${wanted}`)
  }
  return judgeKeyword(check, learnt) ?? judgeJson(learnt) ?? judgeCertificate(check, learnt, now)
}

function judgeKeyword(check: HttpCheck, { hasKeyword }: Learnt): ProbeFailure | null {
  if (hasKeyword === null || hasKeyword !== check.keywordAbsent) return null
  const how = hasKeyword ? 'there, and should not be' : 'not there'
  return new ProbeFailure('keyword', `the keyword is ${how}`)
}

const jsonFaults: Readonly<Partial<Record<Learnt['json'], string>>> = {
  'no-json': 'the answer is not JSON',
  missing: 'the path leads to nothing in the answer',
  other: 'the path leads to another value'
}

function judgeJson({ json }: Learnt): ProbeFailure | null {
  const fault = jsonFaults[json]
  return fault === undefined ? null : new ProbeFailure('json', fault)
}

function judgeCertificate(check: HttpCheck, learnt: Learnt, now: number): ProbeFailure | null {
  const { tlsDaysMin } = check
  const { certificateEndsAt } = learnt
  if (tlsDaysMin === null || certificateEndsAt === null) return null
  const days = (certificateEndsAt - now) / dayMilliseconds
  if (days >= tlsDaysMin) return null
  const words = `the certificate ends in ${String(Math.floor(days))} days`
  return new ProbeFailure('tls-expires', `${words}; ${String(tlsDaysMin)} are wanted`)
}
