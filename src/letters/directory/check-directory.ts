import { aliasValue, entryHash, labelOf, readEntry } from '../../kernel/directory/index.ts'
import { fromBase64, fromHex } from '../../kernel/tlog/index.ts'
import type { Db } from '../../platform/index.ts'
import { aliasesAfter, pastAliasesAfter } from './alias-store.ts'
import { type Batches, checkHeads } from './check-heads.ts'
import { type DirectoryDifference, difference } from './directory-difference.ts'
import { type KeptEntry, entriesAfter } from './entry-store.ts'
import { judgeChain, maturedAmong } from './read-state.ts'

export type { DirectoryDifference } from './directory-difference.ts'

const ownersAtOnce = 500

/**
 * Rebuilds the map of every head from the entries, and holds heads, facts and branches against it. Reads
 * only. It costs what making the map did.
 */
export async function checkDirectory(
  db: Db,
  now: Temporal.Instant
): Promise<{ readonly checked: number; readonly differences: DirectoryDifference[] }> {
  const batches: Batches = new Map()
  const { checked, differences } = await checkEntries({ db, now, batches })
  await readAliases(db, batches, await readPastAliases(db, batches))
  return { checked, differences: [...differences, ...(await checkHeads(db, batches))] }
}

interface Reading {
  readonly db: Db
  readonly now: Temporal.Instant
  readonly batches: Batches
}

async function checkEntries({ db, now, batches }: Reading) {
  const differences: DirectoryDifference[] = []
  let [after, checked] = ['', 0]
  for (;;) {
    const rows = await entriesAfter(db, after, ownersAtOnce)
    const owners = Map.groupBy(rows, ({ owner }) => owner)
    for (const [owner, kept] of owners) {
      after = owner
      checked += kept.length
      const entries = kept.map(({ entry }) => entry)
      const judged = judgeChain(entries, await maturedAmong(db, kept, now))
      if (!judged.ok) {
        differences.push(difference('chain', owner, { kept: 'chain', rebuilt: judged.reason }))
      }
      differences.push(...kept.flatMap((one) => checkEntry(one, batches)))
    }
    if (owners.size < ownersAtOnce) return { checked, differences }
  }
}

type ReadEntry = KeptEntry & { readonly owner: string; readonly sequence: number }

function checkEntry(kept: ReadEntry, batches: Batches): DirectoryDifference[] {
  const { entry, hash, owner, sequence, head } = kept
  const read = readEntry(entry)
  const rebuilt = read === null ? 'unreadable' : entryHash(read)
  if (head !== null) {
    const batch = batchAt(batches, head)
    batch.entries += 1
    if (sequence === 0) batch.labels += 1
    batch.leaves.push({ label: labelOf(owner), value: fromBase64(rebuilt) ?? new Uint8Array(32) })
  }
  const isRight = rebuilt === hash && entry.owner === owner && entry.sequence === sequence
  const subject = `${owner} ${String(sequence)}`
  return isRight ? [] : [difference('entry', subject, { kept: hash, rebuilt })]
}

async function readAliases(db: Db, batches: Batches, again: ReadonlySet<string>): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await aliasesAfter(db, after, ownersAtOnce)
    for (const { label, owner, head } of rows) {
      after = label
      if (head === null) continue
      const leaf = { label: fromHex(label) ?? new Uint8Array(32), value: aliasValue(owner) }
      batchAt(batches, head).leaves.push(leaf)
      // One that stood for somebody before is no new label: it is counted with what it stood for first.
      if (!again.has(label)) batchAt(batches, head).labels += 1
    }
    if (rows.length < ownersAtOnce) return
  }
}

/** What identifiers stood for before they were freed. @returns Which they are. */
async function readPastAliases(db: Db, batches: Batches): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  let after = { label: '', head: 0 }
  for (;;) {
    const rows = await pastAliasesAfter(db, after, ownersAtOnce)
    for (const { label, value, head } of rows) {
      after = { label, head }
      const batch = batchAt(batches, head)
      if (!seen.has(label)) batch.labels += 1
      seen.add(label)
      const bytes = { label: fromHex(label), value: fromBase64(value) }
      const none = new Uint8Array(32)
      batch.leaves.push({ label: bytes.label ?? none, value: bytes.value ?? none })
    }
    if (rows.length < ownersAtOnce) return seen
  }
}

function batchAt(batches: Batches, head: number) {
  const batch = batches.get(head) ?? { leaves: [], entries: 0, labels: 0 }
  batches.set(head, batch)
  return batch
}
