import type { DirectoryEntry, Lookup } from '../directory/index.ts'
import type { SenderKeys } from './read-letter.ts'

/** Key sets under which a letter of this owner may stand: all that counted at some time, newest first. */
export function sendersOf({ history, pending, entry }: Lookup): SenderKeys[] {
  const found: SenderKeys[] = []
  for (const [i, each] of history.entries()) {
    const { sequence, at, keys } = each
    const isTheirs = counted(each, history[i + 1]) && sequence !== pending?.sequence
    if (isTheirs && keys.length > 0) found.unshift({ sequence, at, keys })
  }
  const now = found.filter(({ sequence }) => sequence === entry?.sequence)
  return [...now, ...found.filter(({ sequence }) => sequence !== entry?.sequence)]
}

/** A recovery that its owner stopped never was theirs. */
function counted(entry: DirectoryEntry, next: DirectoryEntry | undefined): boolean {
  return entry.reason !== 'recovered' || next?.reason !== 'stopped'
}
