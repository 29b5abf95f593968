import type { DirectoryEntry } from '../../kernel/directory/index.ts'
import { type Db, withScope } from '../../platform/index.ts'
import { lastEntryOf } from './entry-store.ts'

/** The newest entry of an owner as this desk has it, published or not; `null`: nobody ever enrolled. */
export async function currentEntry(db: Db, owner: string): Promise<DirectoryEntry | null> {
  // Keys are public among those who write; whoever asks here shows nobody whose they are.
  const kept = await withScope('system', () => lastEntryOf(db, owner))
  return kept?.entry ?? null
}
