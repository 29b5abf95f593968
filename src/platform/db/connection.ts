import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import pg from 'pg'
import { scopedConnection } from './scope-connection.ts'

/** A handle to the database. A store narrows it to its own tables with `db.withTables<…>()`. */
export type Db = Kysely<object>
/** A handle inside a transaction. It is accepted wherever a {@link Db} is. */
export type Tx = Transaction<object>

/** A JSON value as PostgreSQL's `jsonb` holds it. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
export type JsonObject = { readonly [key: string]: Json | undefined }

/** The open database and the way to close it. */
export interface OpenDatabase {
  readonly db: Db
  /** Shared with the job queue, so that one limit on connections holds for the process. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

const waitMillisecondsMax = 15_000

// Statement names live in each server connection: past this many distinct texts, the rest go unnamed.
const namedStatementsMax = 500

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  Temporal.Instant.from(text.replace(' ', 'T'))
)
types.setTypeParser(pg.types.builtins.DATE, (text) => Temporal.PlainDate.from(text))
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`)
  return value
})

/**
 * Opens a pool. Instants come back as `Temporal.Instant`, dates as `Temporal.PlainDate`, whole
 * numbers as `number`; statements are prepared and named by the hash of their text.
 * @param url - `postgres://…`, or a unix socket as `postgres://user:password@/name?host=/folder`.
 * @param connectionsMax - Upper bound of the pool, >= 1.
 */
export function openDatabase(url: string, connectionsMax = 10): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    // Whoever waits longer for a free connection is better told to come back.
    connectionTimeoutMillis: waitMillisecondsMax,
    types
  })
  // A connection that the server closes must not take the process with it: neither an idle one, nor one
  // that a transaction holds, which learns of it at its next statement.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    nameStatements(client)
  })
  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) })
  addresses.set(db, url)
  return { db, pool, close: () => db.destroy() }
}

const addresses = new WeakMap<Db, string>()

/** Where a database is, with its password: for what needs a connection of its own, such as COPY. */
export function databaseAddress(db: Db): string {
  const address = addresses.get(db)
  if (address === undefined) throw new Error('a handle that was not opened by openDatabase')
  return address
}

const names = new Map<string, string>()
const reading = /^\s*(?:select|show|set|begin|start transaction|rollback|savepoint|release)\b/i
let writes = 0

/**
 * How often this process has changed something in a database: what was read while this number stayed
 * the same is still so, as far as this process is concerned.
 */
export function writeCount(): number {
  return writes
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= namedStatementsMax) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}

/** Named statements give back most of what a query builder costs (unnamed ones are parsed each time). */
function nameStatements(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (config: unknown, ...rest: unknown[]) => unknown
  const counted = countWrites()
  const scoped = scopedConnection((text, values) =>
    Promise.resolve(send({ name: 'scope', text, values }))
  )
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== 'string')
      return scoped.sendNow(() => counted(text, send(text, values, ...rest)))
    if (!Array.isArray(values)) {
      return scoped.send(text, () => counted(text, send(text, values, ...rest)))
    }
    const name = nameOf(text)
    const config = { ...(name === undefined ? {} : { name }), text, values: values.map(parameter) }
    return scoped.send(text, () => counted(text, send(config)))
  }
  client.query = named as typeof client.query
}

/** Counts the writes of one connection: when they are made, and again when others come to see them. */
function countWrites() {
  let wrote = false
  const count = (isCommit: boolean, result: unknown): void => {
    const rows = typeof result === 'object' && result !== null && 'rowCount' in result
    const changed = isCommit ? wrote : !(rows && result.rowCount === 0)
    if (!changed) return
    writes += 1
    wrote = !isCommit
  }
  return (text: unknown, sent: unknown): unknown => {
    if (typeof text === 'string' && reading.test(text)) return sent
    const isCommit = typeof text === 'string' && /^\s*commit\b/i.test(text)
    if (!(sent instanceof Promise)) {
      count(isCommit, null)
      return sent
    }
    return sent.then((result: unknown) => {
      count(isCommit, result)
      return result
    })
  }
}

function parameter(value: unknown): unknown {
  return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
    ? value.toString()
    : Array.isArray(value)
      ? value.map(parameter)
      : value
}

/**
 * Runs `work` in one transaction (READ COMMITTED); joins the transaction if `db` already is one.
 * Whatever `work` throws rolls everything back.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work)
}

/** A `jsonb` parameter. */
export function json(value: Json | object): ReturnType<typeof sql<never>> {
  return sql<never>`${JSON.stringify(value)}::jsonb`
}

/**
 * Which database this is, among all there are: another one, or the same name on another server, gives
 * another text. `null` where the server does not say.
 */
export async function databaseIdentity(db: Db): Promise<string | null> {
  const found = await sql<{ identity: string }>`
    select system_identifier || '/' || oid as identity
    from pg_control_system(), pg_database where datname = current_database()`
    .execute(db)
    .catch(() => null)
  return found?.rows[0]?.identity ?? null
}

/** Whether the database answers now. */
export async function databaseAnswers(db: Db): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false
  )
}
