import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/index.ts'

const secrets = new WeakMap<Db, Map<string, Buffer>>()
const secretBytes = 32

/** The secret that signs the links of a day, made when it is first asked for; read once a process. */
export async function linkSecret(db: Db, day: Temporal.PlainDate): Promise<Buffer> {
  const known = secrets.get(db)?.get(day.toString()) ?? (await secretOf(db, day))
  if (known !== null) return known
  // Two processes may make one at the same time: the first one stays.
  await sql`
    insert into link_secrets (day, secret) values (${day}, ${randomBytes(secretBytes)})
    on conflict (day) do nothing`.execute(db)
  const made = await secretOf(db, day)
  if (made === null) throw new Error(`no secret of links for ${day.toString()}`)
  return made
}

/** The secret of a day that has one, or `null`: nothing is made for whoever tries old links. */
export async function secretOf(db: Db, day: Temporal.PlainDate): Promise<Buffer | null> {
  const name = day.toString()
  const kept = secrets.get(db) ?? new Map<string, Buffer>()
  secrets.set(db, kept)
  const known = kept.get(name)
  if (known !== undefined) return known
  const found = await sql<{ secret: Buffer }>`
    select secret from link_secrets where day = ${day}`.execute(db)
  const secret = found.rows[0]?.secret ?? null
  if (secret !== null) kept.set(name, secret)
  return secret
}

/** Forgets the secrets of days before. */
export async function forgetSecrets(db: Db, before: Temporal.PlainDate): Promise<void> {
  await sql`delete from link_secrets where day < ${before}`.execute(db)
  secrets.delete(db)
}
