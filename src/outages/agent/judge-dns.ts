import { ProbeFailure } from './failure.ts'
import type { Check } from './wire.ts'

/**
 * What is wrong with the records of a name. Of addresses, aliases and name servers nothing may be there
 * that is not wanted (a forged answer is one); of mail servers and texts nothing wanted may be missing,
 * and others may stand beside them. The order means nothing.
 */
export function judgeRecords(
  { name, type, expect }: Pick<Extract<Check, { kind: 'dns' }>, 'name' | 'type' | 'expect'>,
  found: readonly string[]
): ProbeFailure | null {
  if (found.length === 0) return new ProbeFailure('dns', `${name} has no record ${type}`)
  if (expect === null) return null
  const same = type === 'TXT' ? (text: string) => text : plain
  const [has, wanted] = [new Set(found.map(same)), new Set(expect.map(same))]
  const isClosed = type !== 'TXT' && type !== 'MX'
  const wrong = isClosed ? has.difference(wanted) : wanted.difference(has)
  const [first] = wrong
  if (first === undefined) return null
  const what = isClosed ? `has ${first}, which is not expected` : `lacks ${first}`
  return new ProbeFailure('dns', `${name} ${type} ${what}`)
}

/** Names and addresses without regard to capitals and the dot at the end. */
function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, '')
}
