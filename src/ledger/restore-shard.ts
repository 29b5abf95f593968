import { decodeEntry, emptyRoot } from '../kernel/tlog/index.ts'
import type { Context } from '../platform/index.ts'
import { missingShards } from './check-rows.ts'
import { entriesOfType } from './check-rows-store.ts'
import { setHead } from './check-store.ts'
import { entryAt } from './entry-store.ts'
import { originOf, partsOf } from './log-name.ts'
import { listLogs } from './log-store.ts'
import { PublishedFiles } from './published-files.ts'
import type { Publisher } from './publisher.ts'
import { publishedEntries } from './read-bundles.ts'
import { serverPrimitives } from './server-primitives.ts'

/**
 * Makes the rows of shards anew that only entries, files or the signer know: its name gives the origin,
 * the signer the keys, the entries when it was opened and closed. Its head is then repaired as any other.
 */
export async function restoreShards(context: Context, { signer }: Publisher): Promise<void> {
  const { db } = context
  const missing = await missingShards(context)
  const names = [...missing, ...(await listLogs(db)).map(({ log }) => log)].toSorted(inOrder)
  for (const name of missing) {
    const origin = originOf(context.config.origin, name)
    const { keys, signed } = await signer.state(origin)
    const files = new PublishedFiles(context.config.dataFolder)
    const published = await publishedEntries(files, name, signed)
    const first = (await entryAt(db, name, 0))?.entry ?? published?.[0]
    const [freeze] = await entriesOfType(db, name, 'freeze')
    await setHead(db, {
      log: name,
      position: names.indexOf(name) + 1,
      origin,
      size: 0,
      root: emptyRoot(serverPrimitives),
      lastAt: 0,
      keys,
      openedAt: instantIn(first) ?? context.clock.now(),
      frozenAt: instantIn(freeze ?? lastFreeze(published))
    })
  }
}

function inOrder(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)]
  return (a?.year ?? 0) - (b?.year ?? 0) || (a?.number ?? 0) - (b?.number ?? 0)
}

function lastFreeze(entries: readonly Uint8Array[] | null): Uint8Array | undefined {
  const last = entries?.at(-1)
  return last !== undefined && Buffer.from(last).includes('"type":"freeze"') ? last : undefined
}

function instantIn(entry: Uint8Array | undefined): Temporal.Instant | null {
  const read = entry === undefined ? null : decodeEntry(entry)
  return read?.ok ? Temporal.Instant.fromEpochMilliseconds(read.value.at * 1000) : null
}
