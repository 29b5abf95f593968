import { type DirectoryEntry, entryHash, signEntry } from '../../kernel/directory/index.ts'

/**
 * The entry by which the desk closes an owner: of the dead, the dissolved, the erased. It needs no
 * signature, for it keeps letters away and gives nobody a key.
 */
export function entryThatCloses(last: DirectoryEntry, at: Temporal.Instant): DirectoryEntry {
  const { owner, sequence } = last
  return signEntry(
    {
      v: 1,
      owner,
      sequence: sequence + 1,
      at: at.toString(),
      recipient: null,
      keys: [],
      reason: 'closed',
      previous: entryHash(last)
    },
    { own: [] }
  )
}
