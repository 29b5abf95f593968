import { sql } from 'kysely'
import { type Db, bucketOf } from '../../platform/index.ts'

/** A shared computer that waits to be unlocked by its person's telephone. */
export interface Pairing {
  readonly id: string
  readonly person: string
  readonly mailbox: string
  /** Of the key that the computer made for this. */
  readonly recipient: string
  /** The seed, sealed to that key; `null` until the telephone sends it. */
  readonly sealed: string | null
  readonly expiresAt: Temporal.Instant
}

const columns = sql`id, person, mailbox, recipient, sealed, expires_at as "expiresAt"`

/** Writes that a computer waits. */
export async function insertPairing(db: Db, pairing: Omit<Pairing, 'sealed'>): Promise<void> {
  const { id, person, mailbox, recipient, expiresAt } = pairing
  await sql`
    insert into mailbox_pairings (bucket, id, person, mailbox, recipient, expires_at, data_type)
    values (${bucketOf(person)}, ${id}, ${person}, ${mailbox}, ${recipient}, ${expiresAt},
      'account')`.execute(db)
}

interface PairingOf {
  readonly person: string
  readonly id: string
}

/** A computer of a person that waits, or `null`. */
export async function pairingOf(
  db: Db,
  { person, id }: PairingOf,
  now: Temporal.Instant
): Promise<Pairing | null> {
  const found = await sql<Pairing>`
    select ${columns} from mailbox_pairings
    where bucket = ${bucketOf(person)} and id = ${id} and person = ${person}
      and expires_at > ${now}`.execute(db)
  return found.rows[0] ?? null
}

/** Keeps what the telephone sealed, once. @returns Whether the computer waited for it. */
export async function setSealed(
  db: Db,
  { person, id }: PairingOf,
  { sealed, now }: { readonly sealed: string; readonly now: Temporal.Instant }
): Promise<boolean> {
  const written = await sql`
    update mailbox_pairings set sealed = ${sealed}
    where bucket = ${bucketOf(person)} and id = ${id} and person = ${person} and sealed is null
      and expires_at > ${now}`.execute(db)
  return Number(written.numAffectedRows) === 1
}

/** Forgets computers that waited in vain. */
export async function deletePairingsBefore(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`delete from mailbox_pairings where expires_at <= ${now}`.execute(db)
}
