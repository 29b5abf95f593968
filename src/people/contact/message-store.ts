import { sql } from 'kysely'
import { type Bilingual, type Db, type Tx, bucketOf, json } from '../../platform/index.ts'

/** Something that the platform told a person about their account. */
export interface PersonMessage {
  readonly id: string
  readonly person: string
  /** Which kind of news: `device`, `passkey`, `role`. */
  readonly kind: string
  readonly subject: Bilingual
  readonly text: Bilingual
  readonly toldAt: Temporal.Instant
  readonly readAt: Temporal.Instant | null
}

const columns = sql`id, person, kind, subject, body as text, told_at as "toldAt", read_at as "readAt"`

/** Writes a message into the list of its person. */
export async function insertMessage(tx: Tx, message: Omit<PersonMessage, 'readAt'>): Promise<void> {
  const { id, person, kind, subject, text, toldAt } = message
  await sql`
    insert into person_messages (bucket, id, person, kind, subject, body, told_at)
    values (${bucketOf(person)}, ${id}, ${person}, ${kind}, ${json(subject)}, ${json(text)},
      ${toldAt})`.execute(tx)
}

/** One message, or `null`. */
export async function messageById(
  db: Db,
  at: { person: string; id: string }
): Promise<PersonMessage | null> {
  const found = await sql<PersonMessage>`
    select ${columns} from person_messages
    where bucket = ${bucketOf(at.person)} and id = ${at.id} and person = ${at.person}`.execute(db)
  return found.rows[0] ?? null
}

/** The messages of a person, newest first. */
export async function messagesOf(db: Db, person: string, most: number): Promise<PersonMessage[]> {
  const found = await sql<PersonMessage>`
    select ${columns} from person_messages where bucket = ${bucketOf(person)} and person = ${person}
    order by told_at desc, id desc limit ${most}`.execute(db)
  return found.rows
}

/** Notes that a person has seen what stands in their list. */
export async function markMessagesRead(
  db: Db,
  person: string,
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update person_messages set read_at = ${at}
    where bucket = ${bucketOf(person)} and person = ${person} and read_at is null
      and told_at <= ${at}`.execute(db)
}

/** Forgets messages that were told before an instant. */
export async function deleteMessagesBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from person_messages where told_at < ${before}`.execute(db)
}

/** How many messages a person has not seen; at most 100. */
export async function unreadMessages(db: Db, person: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from (select 1 from person_messages
      where bucket = ${bucketOf(person)} and person = ${person} and read_at is null limit 100)
      as counted`.execute(db)
  return found.rows[0]?.count ?? 0
}
