import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import { type Contact, type ContactAddress, addressKey } from './contact.ts'

const columns = sql`person, channel, address, lang, proven_at as "provenAt"`

/** The proven contacts of a person, oldest first. */
export async function contactsOf(db: Db, person: string): Promise<Contact[]> {
  const found = await sql<Contact>`
    select ${columns} from contacts where bucket = ${bucketOf(person)} and person = ${person}
    order by proven_at, channel, address`.execute(db)
  return found.rows
}

/** The proven contacts of everybody in some buckets: `from` included, `below` not. */
export async function contactsOfBuckets(
  db: Db,
  { from, below }: { readonly from: number; readonly below: number }
): Promise<Contact[]> {
  const found = await sql<Contact>`
    select ${columns} from contacts where bucket >= ${from} and bucket < ${below}
    order by bucket, person, channel, address`.execute(db)
  return found.rows
}

/** Whom an address lets in, or `null`. */
export async function ownerOfAddress(db: Db, address: ContactAddress): Promise<string | null> {
  const key = addressKey(address)
  const found = await sql<{ person: string }>`
    select person from contact_owners where bucket = ${bucketOf(key)} and id = ${key}`.execute(db)
  return found.rows[0]?.person ?? null
}

/**
 * Writes a proven contact. An address lets in one person: it stays with whoever proved it first, and as old
 * as it was then.
 * @returns Whether it is this person's now.
 */
export async function insertContact(tx: Tx, contact: Contact): Promise<boolean> {
  const key = addressKey(contact)
  const owner = await sql<{ person: string }>`
    insert into contact_owners (bucket, id, person) values (${bucketOf(key)}, ${key}, ${contact.person})
    on conflict (bucket, id) do update set person = contact_owners.person
    returning person`.execute(tx)
  if (owner.rows[0]?.person !== contact.person) return false
  await sql`
    insert into contacts (bucket, person, channel, address, lang, proven_at)
    values (${bucketOf(contact.person)}, ${contact.person}, ${contact.channel}, ${contact.address},
      ${contact.lang}, ${contact.provenAt})
    on conflict (bucket, person, channel, address)
      do update set lang = excluded.lang`.execute(tx)
  return true
}

/** Removes a contact of a person, and its place in the directory. @returns Whether there was one. */
export async function deleteContact(
  tx: Tx,
  contact: ContactAddress & { readonly person: string }
): Promise<boolean> {
  const { person, channel, address } = contact
  const removed = await sql`
    delete from contacts where bucket = ${bucketOf(person)} and person = ${person}
      and channel = ${channel} and address = ${address} returning 1`.execute(tx)
  const key = addressKey(contact)
  await sql`
    delete from contact_owners
    where bucket = ${bucketOf(key)} and id = ${key} and person = ${person}`.execute(tx)
  return removed.rows.length === 1
}
