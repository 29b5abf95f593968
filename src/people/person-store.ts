import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../platform/index.ts'
import type { Person } from './person.ts'

const columns = sql`p.id, p.kind, p.name, p.national_id as "nationalId", p.legal_id as "legalId",
  p.foreigner_code as "foreignerCode", p.mobile, p.email, p.created_at as "createdAt"`

/** One person, business or public body, or `null`. */
export async function personById(db: Db, id: string): Promise<Person | null> {
  const found = await sql<Person>`
    select ${columns} from persons p where p.bucket = ${bucketOf(id)} and p.id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** Many persons in one statement, by id; ids that are nobody's are left out. */
export async function personsByIds(db: Db, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const found = await sql<Person>`
    select ${columns} from unnest(${ids.map(bucketOf)}::smallint[], ${ids}::uuid[]) as asked (bucket, id)
    join persons p on p.bucket = asked.bucket and p.id = asked.id`.execute(db)
  return new Map(found.rows.map((person) => [person.id, person]))
}

/** The persons that identifiers belong to, each once. */
export async function personsOfIdentifiers(db: Db, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const found = await sql<{ person: string }>`
    select distinct i.person from person_identifiers i
    join unnest(${keys.map(bucketOf)}::smallint[], ${keys}::text[]) as asked (bucket, id)
      on i.bucket = asked.bucket and i.id = asked.id`.execute(db)
  return found.rows.map((row) => row.person)
}

/**
 * Takes identifiers for a person, as far as they are free. A taker at the same time waits here until
 * the first one has committed, and then gets none.
 * @returns How many were taken.
 */
export async function takeIdentifiers(
  tx: Tx,
  person: string,
  keys: readonly string[]
): Promise<number> {
  if (keys.length === 0) return 0
  const taken = await sql`
    insert into person_identifiers (bucket, id, person)
    select i.bucket, i.id, ${person}::uuid
    from unnest(${keys.map(bucketOf)}::smallint[], ${keys}::text[]) as i (bucket, id)
    order by i.bucket, i.id
    on conflict (bucket, id) do nothing returning 1`.execute(tx)
  return taken.rows.length
}

/** Frees the identifiers that {@link takeIdentifiers} took. */
export async function giveBackIdentifiers(
  tx: Tx,
  person: string,
  keys: readonly string[]
): Promise<void> {
  await sql`
    delete from person_identifiers i
    using unnest(${keys.map(bucketOf)}::smallint[], ${keys}::text[]) as asked (bucket, id)
    where i.bucket = asked.bucket and i.id = asked.id and i.person = ${person}`.execute(tx)
}

/** Writes a new person; nothing happens where the id is known already. */
export async function insertPerson(tx: Tx, person: Person): Promise<void> {
  await sql`
    insert into persons (bucket, id, kind, name, national_id, legal_id, foreigner_code, mobile, email,
      created_at)
    values (${bucketOf(person.id)}, ${person.id}, ${person.kind}, ${json(person.name)},
      ${person.nationalId}, ${person.legalId}, ${person.foreignerCode}, ${person.mobile},
      ${person.email}, ${person.createdAt})
    on conflict (bucket, id) do nothing`.execute(tx)
}

/** Lets one transaction at a time decide about what belongs to a person. */
export async function lockPerson(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from persons where bucket = ${bucketOf(id)} and id = ${id} for update`.execute(
    tx
  )
}

/** Gives a person their right name. */
export async function renamePerson(tx: Tx, id: string, name: Person['name']): Promise<void> {
  await sql`update persons set name = ${json(name)}
    where bucket = ${bucketOf(id)} and id = ${id}`.execute(tx)
}
