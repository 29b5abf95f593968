import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import * as copying from 'pg-copy-streams'
import type { Migration } from '../platform/index.ts'
import { columnList, listTables, quoted, settle } from './catalogue-store.ts'
import type { BackupTable, Manifest } from './manifest.ts'
import { RestoreUnderWayError, TargetNotEmptyError } from './refusals.ts'

const lockOfRestores = 7_204_021

/** Something of a table that is put back when its rows are there. */
interface Put {
  readonly drop: string
  readonly make: string
}

/**
 * A database that a backup is loaded into: all of it in one transaction, so that it is there whole or
 * not at all, whenever this process or the server ends.
 */
export class Target {
  readonly #client: pg.Client
  #puts: Put[] = []
  #isDistributed = false

  private constructor(client: pg.Client) {
    this.#client = client
  }

  /**
   * @throws {TargetNotEmptyError} If there is anything in it but the tables of a Peyman that never ran.
   * @throws {RestoreUnderWayError} If another restore works on it.
   */
  static async open(url: string): Promise<Target> {
    const client = new pg.Client({ connectionString: url, application_name: 'peyman-restore' })
    client.on('error', () => {})
    await client.connect()
    const target = new Target(client)
    try {
      await target.#begin()
      return target
    } catch (error) {
      await target.giveUp()
      throw error
    }
  }

  async #begin(): Promise<void> {
    await this.#client.query('begin')
    await settle(this.#client)
    const locked = await this.#client.query<{ got: boolean }>(
      `select pg_try_advisory_xact_lock(${String(lockOfRestores)}) as got`
    )
    if (locked.rows[0]?.got !== true) throw new RestoreUnderWayError()
    const found = await this.#client.query("select 1 from pg_extension where extname = 'citus'")
    this.#isDistributed = found.rowCount !== 0
    await this.#demandEmpty()
  }

  /** A desk that has started once has authorities; tables without them are those of an empty one. */
  async #demandEmpty(): Promise<void> {
    const names = (await listTables(this.#client)).map(({ name }) => name)
    if (names.length === 0) return
    if (['authorities', 'facts', 'migrations'].every((name) => names.includes(name))) {
      const rows = await this.#client.query(
        `select 1 from authorities union all (select 1 from facts limit 1) limit 1`
      )
      if (rows.rowCount === 0) return
    }
    throw new TargetNotEmptyError(names)
  }

  /** Makes the tables as they were when the backup was made, and empties what migrations put in. */
  async prepare(migrations: readonly Migration[], manifest: Manifest): Promise<void> {
    if (!(await this.#hasRegister(manifest))) {
      await this.#client.query(
        `create table migrations (name text primary key, sha256 text not null,
          applied_at timestamptz not null default now())`
      )
      for (const { text } of migrations) await this.#client.query(text)
    }
    const tables = await listTables(this.#client)
    demandSameShape(tables, manifest.tables)
    const names = tables.map(({ name }) => quoted(name)).join(', ')
    await this.#client.query(`truncate ${names}`)
    if (this.#isDistributed) return
    this.#puts = [
      ...(await this.#policies()),
      ...(await this.#constraints()),
      ...(await this.#indexes())
    ]
    for (const { drop } of this.#puts.filter((put) => put.drop !== ''))
      await this.#client.query(drop)
  }

  /**
   * Whether the tables are made already, as of a database that is prepared for many nodes.
   * @throws {TargetNotEmptyError} If they are those of another Peyman than the backup's.
   */
  async #hasRegister(manifest: Manifest): Promise<boolean> {
    const there = (await listTables(this.#client)).map(({ name }) => name)
    if (!there.includes('migrations')) return false
    const found = await this.#client.query<{ name: string }>(
      'select name from migrations order by name'
    )
    const names = found.rows.map(({ name }) => name).join(' ')
    if (names === manifest.migrations.map(({ name }) => name).join(' ')) return true
    throw new TargetNotEmptyError(there)
  }

  /** Rows of a table: whole ones, as COPY wrote them. */
  async load(table: BackupTable, rows: AsyncIterable<Buffer>): Promise<void> {
    const freeze = this.#isDistributed ? '' : ' with (freeze)'
    const columns = columnList(table)
    const stream = this.#client.query(
      copying.from(`copy ${quoted(table.name)} (${columns}) from stdin${freeze}`)
    )
    await pipeline(rows, stream)
  }

  /** Puts back what was taken off for the load, and sets sequences where they stood. */
  async finish(sequences: Manifest['sequences']): Promise<void> {
    for (const { make } of this.#puts.toReversed()) await this.#client.query(make)
    for (const { name, value, called } of sequences) {
      await this.#client.query('select setval($1::regclass, $2::bigint, $3)', [
        quoted(name),
        value,
        called
      ])
    }
  }

  /** SHA-256 of the rows of a table as they lie now; `null` where the server keeps no order. */
  async hashOf(table: BackupTable): Promise<string | null> {
    if (this.#isDistributed) return null
    const hash = createHash('sha256')
    const stream = this.#client.query(
      copying.to(`copy ${quoted(table.name)} (${columnList(table)}) to stdout`)
    )
    for await (const chunk of stream) hash.update(chunk as Buffer)
    return hash.digest('hex')
  }

  async countOf(table: BackupTable): Promise<number> {
    const found = await this.#client.query<{ count: string }>(
      `select count(*)::text as count from ${quoted(table.name)}`
    )
    return Number(found.rows[0]?.count)
  }

  async commit(): Promise<void> {
    await this.#client.query('commit')
    await this.#client.query('analyze')
    await this.#client.end()
  }

  /** Leaves the database as it was found. */
  async giveUp(): Promise<void> {
    await this.#client.query('rollback').catch(() => {})
    await this.#client.end().catch(() => {})
  }

  /** Keys between tables first, since those of rows are what they point to. */
  async #constraints(): Promise<Put[]> {
    const found = await this.#client.query<{ table: string; name: string; text: string }>(`
      select r.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as text
      from pg_constraint k join pg_class r on r.oid = k.conrelid
      where r.relnamespace = current_schema()::regnamespace and k.contype in ('f', 'p', 'u')
      order by k.contype = 'f' desc, r.relname, k.conname`)
    return found.rows.map(({ table, name, text }) => ({
      drop: `alter table ${quoted(table)} drop constraint ${quoted(name)}`,
      make: `alter table ${quoted(table)} add constraint ${quoted(name)} ${text}`
    }))
  }

  async #indexes(): Promise<Put[]> {
    const found = await this.#client.query<{ name: string; text: string }>(`
      select i.relname as name, pg_get_indexdef(x.indexrelid) as text
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where i.relnamespace = current_schema()::regnamespace
        and not exists (select from pg_constraint k where k.conindid = x.indexrelid
          and k.contype in ('p', 'u', 'x'))
        and exists (select from pg_class t where t.oid = x.indrelid and t.relkind in ('r', 'p'))
      order by i.relname`)
    return found.rows.map(({ name, text }) => ({ drop: `drop index ${quoted(name)}`, make: text }))
  }

  /** Row-level security is not for whoever loads all rows; nobody else sees the tables meanwhile. */
  async #policies(): Promise<Put[]> {
    const found = await this.#client.query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relforcerowsecurity`)
    return found.rows.map(({ name }) => ({
      drop: `alter table ${quoted(name)} no force row level security`,
      make: `alter table ${quoted(name)} force row level security`
    }))
  }
}

function demandSameShape(
  tables: readonly { name: string; columns: readonly string[] }[],
  expected: readonly BackupTable[]
): void {
  const shape = new Map(tables.map(({ name, columns }) => [name, columns.toSorted().join(' ')]))
  for (const { name, columns } of expected) {
    if (shape.get(name) !== columns.toSorted().join(' ')) {
      throw new Error(`table ${name} of the backup is not that of its own migrations`)
    }
  }
}
