import { personsByIds } from '../../../people/index.ts'
import type { Bilingual, Db } from '../../../platform/index.ts'
import type { Mailbox } from '../mailbox.ts'
import { reopenedMessages } from './messages-reopened.ts'
import { releasedToHeirs } from './recovery-store.ts'

/** Somebody to whom letters were opened as an heir. */
export interface ReadingHeir {
  readonly name: Bilingual
  /** Since when they could read. */
  readonly since: Temporal.Instant
}

/**
 * The heirs to whom a closed mailbox was opened, the first one first, also who gave their half back since; in the
 * scope of the system.
 */
export async function heirsReading(
  db: Db,
  { id, closedAt }: Pick<Mailbox, 'id' | 'closedAt'>
): Promise<ReadingHeir[]> {
  if (closedAt === null) return []
  const released = await releasedToHeirs(db, { mailbox: id, since: closedAt })
  const names = await personsByIds(
    db,
    released.map(({ reader }) => reader)
  )
  return released.map(({ reader, releasedAt }) => ({
    name: names.get(reader)?.name ?? reopenedMessages.entries.anHeir,
    since: releasedAt
  }))
}
