import pg from 'pg'

const versionMin = 16

/** There is no database to work with; the message says why, and never holds the password. */
export class DatabaseUnusableError extends Error {
  readonly code = 'database/unusable'
}

/**
 * Asks a database once whether it can be used.
 * @throws {DatabaseUnusableError} If it does not answer, or is older than PostgreSQL 16.
 */
export async function demandDatabase(url: string): Promise<void> {
  const client = clientOf(url)
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version"
    )
    const version = Math.floor(Number(found.rows[0]?.version) / 10_000)
    if (version < versionMin) {
      throw new DatabaseUnusableError(
        `PostgreSQL ${String(version)} is too old; it must be ${String(versionMin)} or newer`
      )
    }
  } catch (cause) {
    if (cause instanceof DatabaseUnusableError) throw cause
    const where = `${client.host}, database ${String(client.database)}`
    throw new DatabaseUnusableError(
      `the database of DATABASE_URL (${where}) cannot be used: ${reasonOf(cause)}`,
      { cause }
    )
  } finally {
    await client.end().catch(() => {})
  }
}

function clientOf(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  } catch (cause) {
    throw new DatabaseUnusableError('DATABASE_URL is not an address of a database', { cause })
  }
}

/** A name with several addresses that all refuse gives an error without a text of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}
