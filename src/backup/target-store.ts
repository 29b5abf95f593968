import { setTimeout as pause } from 'node:timers/promises'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import * as copying from 'pg-copy-streams'
import type { Migration } from '../platform/index.ts'
import { columnList, listTables, quoted, settle } from './catalogue-store.ts'
import {
  type Half,
  beginHalf,
  endHalf,
  loadedParts,
  lockHalf,
  noteLoaded,
  notePutBack,
  readHalf
} from './half-store.ts'
import type { BackupTable, Manifest } from './manifest.ts'
import { takeOff } from './puts-store.ts'
import type { BackupPart } from './read-backup.ts'
import { HalfOfAnotherError, RestoreUnderWayError, TargetNotEmptyError } from './refusals.ts'
import { RowSum } from './row-sum.ts'

const lockOfRestores = 7_204_021
// The server learns within this that whoever was killed is gone.
const lockTries = { times: 20, milliseconds: 250 }
// What a restore that is killed has to put back again, at most, beside what takes longer.
const putMilliseconds = 200

/** What is brought into a database, so that the same is known again. */
export interface Brought {
  readonly mark: string
  readonly manifest: Manifest
  readonly migrations: readonly Migration[]
}

/**
 * A database that a backup is loaded into, step by step, each in a transaction of its own that notes it:
 * whenever this process or the server ends, the next one goes on after the last step. Until the last one
 * nothing starts on the database.
 */
export class Target {
  readonly #client: pg.Client
  /** Holds the lock in a transaction of its own: whoever is killed holds nothing. */
  readonly #keeper: pg.Client
  #half: Half | null = null
  #loaded = new Set<string>()
  #isDistributed = false

  private constructor(client: pg.Client, keeper: pg.Client) {
    this.#client = client
    this.#keeper = keeper
  }

  /**
   * @throws {TargetNotEmptyError} If there is anything in it but the tables of a Peyman that never ran, or
   *   the half of a backup.
   * @throws {RestoreUnderWayError} If another restore works on it.
   */
  static async open(url: string): Promise<Target> {
    const [client, keeper] = await Promise.all([connect(url), connect(url)])
    const target = new Target(client, keeper)
    try {
      await target.#hold()
      await target.#look()
      return target
    } catch (error) {
      await target.close()
      throw error
    }
  }

  async #hold(): Promise<void> {
    await this.#keeper.query('begin')
    await this.#keeper.query('set local idle_in_transaction_session_timeout = 0')
    for (let tries = 0; tries < lockTries.times; tries += 1) {
      const locked = await this.#keeper.query<{ got: boolean }>(
        `select pg_try_advisory_xact_lock(${String(lockOfRestores)}) as got`
      )
      if (locked.rows[0]?.got === true) return
      await pause(lockTries.milliseconds)
    }
    throw new RestoreUnderWayError()
  }

  async #look(): Promise<void> {
    const found = await this.#client.query("select 1 from pg_extension where extname = 'citus'")
    this.#isDistributed = found.rowCount !== 0
    this.#half = await readHalf(this.#client)
    if (this.#half === null) await this.#inTransaction(() => this.#demandEmpty())
    else this.#loaded = await loadedParts(this.#client)
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

  /** Names of the parts that are loaded. */
  get loaded(): ReadonlySet<string> {
    return this.#loaded
  }

  /**
   * Goes on with what was begun, or makes the tables as they were when the backup was made, and empties
   * what migrations put in.
   * @throws {HalfOfAnotherError} If the half of another backup is there.
   */
  async begin(brought: Brought): Promise<void> {
    if (this.#half !== null) {
      if (this.#half.mark !== brought.mark) throw new HalfOfAnotherError(this.#half.stateAt)
      return
    }
    const { mark, manifest, migrations } = brought
    this.#half = await this.#inTransaction(async () => {
      const madeTables = !(await this.#hasRegister(manifest))
      if (madeTables) {
        await this.#client.query(
          `create table migrations (name text primary key, sha256 text not null,
            applied_at timestamptz not null default now())`
        )
        for (const { text } of migrations) await this.#client.query(text)
      }
      const tables = await listTables(this.#client)
      demandSameShape(tables, manifest.tables)
      await this.#truncate(tables)
      const puts = this.#isDistributed ? [] : await takeOff(this.#client)
      const half = { mark, stateAt: manifest.at, madeTables, puts }
      await beginHalf(this.#client, half)
      return { ...half, putBack: 0 }
    })
  }

  /** Takes away what a restore left: the database is as empty as it found it. */
  async clear(): Promise<void> {
    const half = this.#half
    if (half === null) return
    await this.#inTransaction(async () => {
      const tables = await listTables(this.#client)
      if (half.madeTables) {
        const names = tables.map(({ name }) => quoted(name)).join(', ')
        await this.#client.query(`drop table ${names} cascade`)
      } else await this.#truncate(tables)
      await endHalf(this.#client)
    })
    this.#half = null
    this.#loaded = new Set()
  }

  async #truncate(tables: readonly { readonly name: string }[]): Promise<void> {
    const names = tables.map(({ name }) => quoted(name)).join(', ')
    await this.#client.query(`truncate ${names}`)
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

  /** A part of a table: whole rows, as COPY wrote them. */
  async load({ table, name }: BackupPart, rows: AsyncIterable<Buffer>): Promise<void> {
    await this.#inTransaction(async () => {
      // The rows and the note of them are lost together, or not at all.
      await this.#client.query('set local synchronous_commit = off')
      await noteLoaded(this.#client, name)
      const stream = this.#client.query(
        copying.from(`copy ${quoted(table.name)} (${columnList(table)}) from stdin`)
      )
      await pipeline(rows, stream)
    })
    this.#loaded.add(name)
  }

  /** Puts back what was taken off for the load. @param onPut - Told now and then: how many, of how many. */
  async putBack(onPut: (done: number, all: number) => void): Promise<void> {
    const { puts = [], putBack = 0 } = this.#half ?? {}
    const makes = puts.toReversed().map(({ make }) => make)
    for (let done = putBack; done < makes.length; onPut(done, makes.length)) {
      done = await this.#inTransaction(() => this.#putSome(makes, done))
    }
  }

  /** As many as a moment holds: a transaction for each would take longer than they do. */
  async #putSome(makes: readonly string[], from: number): Promise<number> {
    await this.#client.query('set local synchronous_commit = off')
    await lockHalf(this.#client)
    const begun = performance.now()
    let done = from
    for (const make of makes.slice(from)) {
      await this.#client.query(make)
      done += 1
      if (performance.now() - begun > putMilliseconds) break
    }
    await notePutBack(this.#client, done)
    return done
  }

  /** The rows of a table as they are now, whatever their order. */
  async sumOf(table: BackupTable): Promise<{ readonly rows: number; readonly sum: string }> {
    return this.#inTransaction(async () => {
      const sum = new RowSum()
      const stream = this.#client.query(
        copying.to(`copy ${quoted(table.name)} (${columnList(table)}) to stdout`)
      )
      for await (const chunk of stream) sum.add(chunk as Buffer)
      return { rows: sum.rows, sum: sum.digest() }
    })
  }

  /** Sets sequences where they stood, and opens the database to whoever starts on it. */
  async finish(sequences: Manifest['sequences']): Promise<void> {
    await this.#inTransaction(async () => {
      for (const { name, value, called } of sequences) {
        await this.#client.query('select setval($1::regclass, $2::bigint, $3)', [
          quoted(name),
          value,
          called
        ])
      }
      await endHalf(this.#client)
    })
    await this.#client.query('analyze')
  }

  /** Leaves what is there as it is. */
  async close(): Promise<void> {
    await Promise.all([this.#client.end(), this.#keeper.end()].map((end) => end.catch(() => {})))
  }

  async #inTransaction<T>(work: () => Promise<T>): Promise<T> {
    await this.#client.query('begin')
    try {
      await settle(this.#client)
      const done = await work()
      await this.#client.query('commit')
      return done
    } catch (error) {
      await this.#client.query('rollback').catch(() => {})
      throw error
    }
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'peyman-restore' })
  client.on('error', () => {})
  await client.connect()
  // A server that makes an index for a process which was killed ends it soon; not every one can.
  await client.query("set client_connection_check_interval = '1s'").catch(() => {})
  return client
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
