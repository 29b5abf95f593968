import { recordFact } from '../../ledger/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Person } from '../person.ts'

/** Records that somebody was written down; nothing where they were known before. */
export async function recordRegistered(
  tx: Tx,
  person: Person,
  {
    authority,
    by,
    at
  }: { readonly authority: string; readonly by: string; readonly at: Temporal.Instant }
): Promise<void> {
  if (!person.createdAt.equals(at)) return
  await recordFact(tx, {
    owner: person.id,
    authority,
    kind: 'person.registered',
    subject: person.id,
    at,
    actor: by,
    body: { kind: person.kind, by: 'counter' }
  })
}
