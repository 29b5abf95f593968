import pg from 'pg'

/**
 * Makes an empty database beside the one of `url` on the same server, in place of one of that name that
 * a drill left which was killed.
 * @returns Its address.
 */
export async function makeScratch(url: string, name: string): Promise<string> {
  await onServer(url, async (client) => {
    await client.query(`drop database if exists "${name}" with (force)`)
    await client.query(`create database "${name}"`)
  })
  return beside(url, name)
}

/** Drops a scratch database. */
export async function dropScratch(url: string, name: string): Promise<void> {
  await onServer(url, async (client) => {
    await client.query(`drop database if exists "${name}" with (force)`)
  })
}

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'peyman-drill' })
  client.on('error', () => {})
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** A unix socket's address has no host, which `URL` does not read. */
function beside(url: string, name: string): string {
  return url.replace(/^([^?]*)\/[^/?]*(?=\?|$)/, `$1/${name}`)
}
