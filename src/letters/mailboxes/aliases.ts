import { personById } from '../../people/index.ts'
import { type Tx, withScope } from '../../platform/index.ts'
import type { Mailbox } from './mailbox.ts'

/** What a mailbox is also found by in the directory of keys. */
export interface Alias {
  readonly kind: string
  readonly value: string
}

/** The proven identifiers of whoever a mailbox belongs to; a unit is found by its own name. */
export async function aliasesOf(tx: Tx, mailbox: Mailbox): Promise<Alias[]> {
  const { person } = mailbox
  if (person === null) return []
  const found = await withScope('system', () => personById(tx, person))
  const known = [
    { kind: 'national-id', value: found?.nationalId },
    { kind: 'legal-id', value: found?.legalId },
    { kind: 'foreigner-code', value: found?.foreignerCode }
  ]
  return known.flatMap(({ kind, value }) => (value == null ? [] : [{ kind, value }]))
}
