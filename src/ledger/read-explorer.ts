import { type LogEntry, decodeEntry, leafHash, toHex } from '../kernel/tlog/index.ts'
import { type Context, type Db, NotFoundError } from '../platform/index.ts'
import { type EntryQuery, type EntryRow, countByKind, entryAt, findEntries } from './entry-store.ts'
import { type LogRow, type PublishedRow, publishedOf } from './log-store.ts'
import { shardsOf } from './read-published.ts'
import { serverPrimitives } from './server-primitives.ts'

/** An entry as a page shows it. */
export interface ShownEntry {
  readonly index: number
  readonly type: string
  readonly service: string | null
  readonly at: Temporal.Instant
  readonly entry: LogEntry
  readonly leafHex: string
  readonly bytesHex: string
}

/** A shard with what is published of it. */
export interface ShownLog {
  readonly row: LogRow
  readonly published: PublishedRow
  /** Published entries by kind: 1 public, 2 sealed, 4 control. */
  readonly counts: ReadonlyMap<number, number>
}

const entriesPerPage = 50

/** What a reader of the explorer asks for. */
export type ExplorerQuery = Partial<Omit<EntryQuery, 'log' | 'most'>>

/** A shard by its name, the newest where none is named; `null` before the first. */
export async function shownLog(context: Context, name?: string): Promise<ShownLog | null> {
  const logs = await shardsOf(context)
  const row = name === undefined ? logs.at(-1) : logs.find(({ log }) => log === name)
  if (row === undefined) {
    if (name !== undefined) throw new NotFoundError()
    return null
  }
  const published = await publishedOf(context.db, row.log)
  const size = published.note === null ? 0 : published.size
  return { row, published, counts: await countByKind(context.db, row.log, size) }
}

/** A page of published entries, newest first; `next` is where the older ones go on. */
export async function shownEntries(
  db: Db,
  { row, published }: ShownLog,
  query: ExplorerQuery
): Promise<{ entries: ShownEntry[]; next: number | null }> {
  const size = published.note === null ? 0 : published.size
  const before = Math.min(query.before ?? size, size)
  const rows = await findEntries(db, {
    ...query,
    log: row.log,
    before,
    most: entriesPerPage + 1
  })
  const entries = rows.slice(0, entriesPerPage).map(shown)
  const next = rows.length > entriesPerPage ? (entries.at(-1)?.index ?? null) : null
  return { entries, next }
}

/**
 * One published entry.
 * @throws {NotFoundError} Where there is none, or none that a checkpoint covers.
 */
export async function shownEntry(db: Db, log: ShownLog, index: number): Promise<ShownEntry> {
  const size = log.published.note === null ? 0 : log.published.size
  const row = index < size ? await entryAt(db, log.row.log, index) : null
  if (row === null) throw new NotFoundError()
  return shown(row)
}

function shown(row: EntryRow): ShownEntry {
  const entry = decodeEntry(row.entry)
  if (!entry.ok) throw new Error(`entry ${String(row.index)} cannot be read: ${entry.reason}`)
  return {
    index: row.index,
    type: row.type,
    service: row.service,
    at: Temporal.Instant.fromEpochMilliseconds(row.at * 1000),
    entry: entry.value,
    leafHex: toHex(leafHash(row.entry, serverPrimitives)),
    bytesHex: toHex(row.entry)
  }
}
