import { sql } from 'kysely'
import { type HashTile, type TileAddress, hashBytes } from '../kernel/tlog/index.ts'
import type { Db, Tx } from '../platform/index.ts'

type HashTileAddress = TileAddress & { readonly level: number }

/** Writes tiles of a shard; the last of a level is replaced by what it grew to. */
export async function writeTiles(tx: Tx, log: string, tiles: readonly HashTile[]): Promise<void> {
  await sql`
    insert into log_tiles (log_id, level, index, bytes)
    select ${log}, t.level, t.index, decode(t.bytes, 'hex')
    from unnest(${tiles.map((tile) => tile.level)}::smallint[],
      ${tiles.map((tile) => tile.index)}::bigint[],
      ${tiles.map((tile) => Buffer.from(tile.bytes).toString('hex'))}::text[])
      as t (level, index, bytes)
    on conflict (log_id, level, index) do update set bytes = excluded.bytes`.execute(tx)
}

function nameOf(tile: { level: number; index: number }): string {
  return `${String(tile.level)}/${String(tile.index)}`
}

/**
 * Bytes of tiles, in the order asked, each cut to its width: the hashes of a wider tile begin with
 * those that it had before. Empty where a tile is not there, or not so wide.
 */
export async function readTiles(
  db: Db,
  log: string,
  tiles: readonly HashTileAddress[]
): Promise<Uint8Array[]> {
  if (tiles.length === 0) return []
  const found = await sql<{ level: number; index: number; bytes: Uint8Array }>`
    select t.level, t.index, t.bytes
    from unnest(${tiles.map((tile) => tile.level)}::smallint[],
      ${tiles.map((tile) => tile.index)}::bigint[]) as w (level, index)
    join log_tiles t on t.log_id = ${log} and t.level = w.level and t.index = w.index`.execute(db)
  const bytesOf = new Map(found.rows.map((row) => [nameOf(row), row.bytes]))
  return tiles.map((tile) => {
    const bytes = bytesOf.get(nameOf(tile)) ?? new Uint8Array()
    const wanted = tile.width * hashBytes
    return bytes.length < wanted ? new Uint8Array() : bytes.subarray(0, wanted)
  })
}
