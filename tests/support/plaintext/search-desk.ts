import { closeSync, openSync, readSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import pg from 'pg'
import { type Pattern, PatternSearch } from './marks.ts'
import { searchMemory, withDescendants } from './process-memory.ts'

/** Places in which a text can lie in a running desk. */
export const places = ['memory', 'memory of the database', 'database', 'files', 'output'] as const

/** One of {@link places}. */
export type Place = (typeof places)[number]

/** What was looked through, and what stood there. */
export interface Look {
  readonly found: readonly Pattern[]
  readonly bytes: number
  /** Columns, files, streams, processes. */
  readonly looked: readonly string[]
}

/** Everything that a running desk has. */
export interface SearchedDesk {
  readonly databaseUrl: string
  /** Data folder and folder of temporary files. */
  readonly folders: readonly string[]
  /** What it has said, and what it measures, by name. */
  output(): Promise<Readonly<Record<string, string>>>
  /** The process of the desk, and that of the server of its database; what they started is theirs. */
  readonly pid: number
  databasePid(): Promise<number>
}

/** Looks for patterns in every place of a desk. */
export async function searchDesk(
  desk: SearchedDesk,
  patterns: readonly Pattern[]
): Promise<Readonly<Record<Place, Look>>> {
  return {
    memory: await lookThroughMemory(desk.pid, patterns),
    'memory of the database': await lookThroughMemory(await desk.databasePid(), patterns),
    database: await lookThroughDatabase(desk.databaseUrl, patterns),
    files: await lookThroughFiles(desk.folders, patterns),
    output: await lookThroughOutput(desk, patterns)
  }
}

/** By this name the connection that reads the tables is known. */
export const searcherName = 'peyman-searcher'

/** Every row of every table, of the server's own ones too, as it is sent; bytes as they are. */
async function lookThroughDatabase(url: string, patterns: readonly Pattern[]): Promise<Look> {
  const search = new PatternSearch(patterns)
  const looked: string[] = []
  let bytes = 0
  const client = new pg.Client({
    connectionString: url,
    application_name: searcherName,
    types: { getTypeParser: () => (text: string) => text }
  })
  await client.connect()
  try {
    const tables = await client.query<{ name: string; columns: string }>(
      `select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'm') and n.nspname not like 'pg_toast%' group by c.oid order by 1`
    )
    for (const { name, columns } of tables.rows) {
      const { rows } = await client.query<(string | null)[]>({
        text: `select ${columns} from ${name}`,
        rowMode: 'array'
      })
      looked.push(...columns.split(', ').map((column) => `${name}.${column}`))
      for (const value of rows.flat()) bytes += lookAtValue(value, search)
    }
  } finally {
    await client.end()
  }
  return { found: search.found, bytes, looked }
}

function lookAtValue(value: string | null, search: PatternSearch): number {
  if (value === null) return 0
  const text = Buffer.from(value)
  const pieces = value.startsWith('\\x') ? [text, Buffer.from(value.slice(2), 'hex')] : [text]
  for (const piece of pieces) {
    search.cut()
    search.read(piece)
  }
  return text.length
}

/** Every file below folders, those of the database and its journal among them. */
async function lookThroughFiles(
  folders: readonly string[],
  patterns: readonly Pattern[]
): Promise<Look> {
  const search = new PatternSearch(patterns)
  const looked: string[] = []
  let bytes = 0
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = join(entry.parentPath, entry.name)
      search.cut()
      search.read(Buffer.from(file))
      search.cut()
      const read = searchFile(file, search)
      if (read === null) continue
      bytes += read
      looked.push(file)
      await turn()
    }
  }
  return { found: search.found, bytes, looked }
}

const piece = Buffer.alloc(1024 ** 2)

/** In one go: thousands of small files would wait for their turn several times each. @returns `null` where it went. */
function searchFile(file: string, search: PatternSearch): number | null {
  let bytes = 0
  try {
    const from = openSync(file, 'r')
    try {
      for (let got = 1; got > 0; bytes += got) {
        got = readSync(from, piece)
        search.read(piece.subarray(0, got))
      }
    } finally {
      closeSync(from)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return bytes
}

async function lookThroughOutput(desk: SearchedDesk, patterns: readonly Pattern[]): Promise<Look> {
  const search = new PatternSearch(patterns)
  const said = await desk.output()
  let bytes = 0
  for (const text of Object.values(said)) {
    search.cut()
    search.read(Buffer.from(text))
    bytes += Buffer.byteLength(text)
  }
  return { found: search.found, bytes, looked: Object.keys(said) }
}

async function lookThroughMemory(of: number, patterns: readonly Pattern[]): Promise<Look> {
  const search = new PatternSearch(patterns)
  const looked: string[] = []
  const shared = new Set<string>()
  let bytes = 0
  for (const { pid, command } of withDescendants(of)) {
    const read = await searchMemory(pid, search, shared)
    if (read === 0) continue
    looked.push(command)
    bytes += read
  }
  return { found: search.found, bytes, looked }
}

/** Of the embedded PostgreSQL of a data folder. */
export async function databasePid(dataFolder: string): Promise<number> {
  const file = join(dataFolder, 'database/postgres/postmaster.pid')
  return Number.parseInt(await readFile(file, 'utf8'), 10)
}
