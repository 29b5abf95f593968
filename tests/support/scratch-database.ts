import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'

/** An empty database of the server of `url`; dropped when the test file ends. @returns Its address. */
export async function scratchDatabase(url: string): Promise<string> {
  const name = `peyman_scratch_${randomBytes(8).toString('hex')}`
  await once(url, `create database ${name}`)
  after(() => once(url, `drop database if exists ${name} with (force)`))
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

/** Runs one statement on a connection of its own. */
export async function once(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Every table with the number of its rows and a hash of them that knows no order. */
export async function tableHashes(url: string): Promise<Map<string, string>> {
  const tables = await once(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
     and relkind = 'r' order by relname`
  )
  const hashes = new Map<string, string>()
  for (const { name } of tables) {
    const table = String(name)
    const [row] = await once(
      url,
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 7)::numeric), 0) as hash
       from "${table}" t`
    )
    hashes.set(table, String(row?.['hash']))
  }
  return hashes
}
