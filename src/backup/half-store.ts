import type pg from 'pg'

/** Something of a table that is taken off for the load, and put back when its rows are there. */
export interface Put {
  readonly drop: string
  readonly make: string
}

/** What a database holds that a restore has not finished yet. */
export interface Half {
  /** Tells its backup from every other. */
  readonly mark: string
  /** The moment whose state the backup holds. */
  readonly stateAt: string
  /** Whether the restore made the tables; else they were there, empty. */
  readonly madeTables: boolean
  readonly puts: readonly Put[]
  /** How many of them are put back, from the last. */
  readonly putBack: number
}

// As long as the first of them is there nothing starts on the database: `demandWhole` of the platform.
const tables = ['restoring', 'restoring_parts']

/** Notes, beside what it brings back, that a restore has begun: both are there, or neither. */
export async function beginHalf(
  client: pg.Client,
  half: Pick<Half, 'mark' | 'stateAt' | 'madeTables' | 'puts'>
): Promise<void> {
  await client.query(`create table restoring (mark text primary key, state_at text not null,
    made_tables boolean not null, puts jsonb not null, put_back integer not null)`)
  await client.query('create table restoring_parts (name text primary key)')
  await client.query('insert into restoring values ($1, $2, $3, $4, 0)', [
    half.mark,
    half.stateAt,
    half.madeTables,
    JSON.stringify(half.puts)
  ])
}

/** What a restore left; `null` where none was begun. */
export async function readHalf(client: pg.Client): Promise<Half | null> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('restoring') is not null as there`
  )
  if (there.rows[0]?.there !== true) return null
  const found = await client.query<Half>(`select mark, state_at as "stateAt",
    made_tables as "madeTables", puts, put_back as "putBack" from restoring`)
  return found.rows[0] ?? null
}

/** Names of the parts that are loaded. */
export async function loadedParts(client: pg.Client): Promise<Set<string>> {
  const found = await client.query<{ name: string }>('select name from restoring_parts')
  return new Set(found.rows.map(({ name }) => name))
}

/** Notes that a part is loaded, in the transaction that loads it. */
export async function noteLoaded(client: pg.Client, name: string): Promise<void> {
  await client.query('insert into restoring_parts (name) values ($1)', [name])
}

/** Waits for whoever was killed while they worked, whose statement the server may still be ending. */
export async function lockHalf(client: pg.Client): Promise<void> {
  await client.query('select 1 from restoring for update')
}

/** Notes how many things are put back, in the transaction that does. */
export async function notePutBack(client: pg.Client, done: number): Promise<void> {
  await client.query('update restoring set put_back = $1', [done])
}

/** Takes the notes away: what is in the database is whole, or gone. */
export async function endHalf(client: pg.Client): Promise<void> {
  await client.query(`drop table ${tables.join(', ')}`)
}
