import pg from 'pg'
import * as copying from 'pg-copy-streams'
import {
  type Sequence,
  type StoredTable,
  columnList,
  listSequences,
  listTables,
  quoted,
  settle
} from './catalogue-store.ts'
import type { Clock } from '../platform/index.ts'

/** The state of a database at one moment, for as long as it is open. */
export interface Snapshot {
  readonly at: Temporal.Instant
  readonly postgresql: string
  readonly tables: readonly StoredTable[]
  readonly sequences: readonly Sequence[]
  readonly migrations: readonly { name: string; sha256: string }[]
  readonly logs: readonly { log: string; origin: string; size: number; root: string }[]
  readonly facts: number
  readonly newestFactAt: string | null
  /** The rows of a table, as COPY writes them; a row ends with a line feed, and none is within one. */
  rows(table: StoredTable): AsyncIterable<Buffer>
  close(): Promise<void>
}

/**
 * Opens the state of a database as it is now, in one read-only transaction of one connection. Whatever
 * is written meanwhile is not in it; a migration waits until it is closed, writers never do.
 * @param clock - By which facts are timed: whatever was recorded before `at` is in it.
 */
export async function openSnapshot(url: string, clock: Clock): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, application_name: 'peyman-backup' })
  // A connection that breaks fails the statement under way.
  client.on('error', () => {})
  await client.connect()
  try {
    return await begin(client, clock)
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

async function begin(client: pg.Client, clock: Clock): Promise<Snapshot> {
  const names = (await listTables(client)).map(({ name }) => quoted(name))
  await client.query('begin isolation level repeatable read, read only')
  await settle(client)
  // Before the first look, which is when the moment is chosen.
  if (names.length > 0) await client.query(`lock table ${names.join(', ')} in access share mode`)
  const at = clock.now()
  const about = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`
  )
  const tables = await listTables(client)
  return {
    at,
    postgresql: about.rows[0]?.version ?? '',
    tables,
    sequences: await listSequences(client),
    ...(await standing(client)),
    rows: (table) => rowsOf(client, table),
    close: async () => {
      // A reader that broke off leaves a COPY under way, behind which no statement would ever come.
      await client.end().catch(() => {})
    }
  }
}

async function standing(
  client: pg.Client
): Promise<Pick<Snapshot, 'migrations' | 'logs' | 'facts' | 'newestFactAt'>> {
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations order by name'
  )
  const logs = await client.query<{ log: string; origin: string; size: string; root: string }>(
    `select log_id as log, origin, size::text, encode(root, 'base64') as root from logs order by position`
  )
  const facts = await client.query<{ count: string; newest: string | null }>(
    `select count(*)::text as count, to_char(max(known_at) at time zone 'UTC',
       'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as newest from facts`
  )
  return {
    migrations: migrations.rows,
    logs: logs.rows.map((row) => ({ ...row, size: Number(row.size) })),
    facts: Number(facts.rows[0]?.count ?? 0),
    newestFactAt: facts.rows[0]?.newest ?? null
  }
}

async function* rowsOf(client: pg.Client, table: StoredTable): AsyncIterable<Buffer> {
  const stream = client.query(
    copying.to(`copy ${quoted(table.name)} (${columnList(table)}) to stdout`)
  )
  for await (const chunk of stream) yield chunk as Buffer
}
