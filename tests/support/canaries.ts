import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Where a text was found: a table and its column, or a file. */
export interface Sighting {
  readonly canary: string
  readonly where: string
}

/**
 * Looks for texts in every column of every table, bytes included, and in every file of a folder.
 * @param canaries - What must not be there; compared byte by byte, in UTF-8.
 */
export async function findCanaries(
  url: string,
  canaries: Readonly<Record<string, string | Buffer>>,
  folder?: string
): Promise<Sighting[]> {
  const found: Sighting[] = []
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const { table, column, type } of await columnsOf(client)) {
      for (const [canary, value] of Object.entries(canaries)) {
        if (await isIn(client, { table, column, type }, Buffer.from(value as string))) {
          found.push({ canary, where: `${table}.${column}` })
        }
      }
    }
  } finally {
    await client.end()
  }
  return [...found, ...(folder === undefined ? [] : await findInFiles(folder, canaries))]
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

async function columnsOf(client: pg.Client): Promise<Column[]> {
  const found = await client.query<Column>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1, 2`)
  return found.rows
}

async function isIn(client: pg.Client, at: Column, canary: Buffer): Promise<boolean> {
  const column = `"${at.column}"`
  // Chunks of a file may part it anywhere; a canary is much shorter than a chunk.
  const bytes = at.type === 'bytea' ? column : `convert_to(${column}::text, 'UTF8')`
  const found = await client.query(
    `select 1 from "${at.table}" where position($1::bytea in ${bytes}) > 0 limit 1`,
    [canary]
  )
  return found.rowCount !== 0
}

async function findInFiles(
  folder: string,
  canaries: Readonly<Record<string, string | Buffer>>
): Promise<Sighting[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: Sighting[] = []
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    for (const [canary, value] of Object.entries(canaries)) {
      if (bytes.includes(value)) found.push({ canary, where: file })
    }
  }
  return found
}
