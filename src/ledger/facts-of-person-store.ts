import { sql } from 'kysely'
import { type Db, bucketOf } from '../platform/index.ts'
import type { Fact } from './fact.ts'

const columns = sql`id, authority, kind, subject, at, known_at as "knownAt", actor,
  agreement_version as "agreementVersion", card_version as "cardVersion", body`

/** Kinds that a person does with nobody's account but their own: what they are about is theirs. */
const ownKinds = sql`(kind like 'session.%' or kind like 'device.%' or kind like 'passkey.%'
  or kind like 'contact.%' or kind like 'account.%' or kind like 'takeover.%' or kind like 'sharing.%'
  or kind like 'delegation.%' or kind like 'consent.%' or kind like 'sign-in.%'
  or kind like 'personal-data.%' or kind = 'agreement.accepted' or kind = 'enrolment.used')`

/**
 * The facts of the bucket of a person that are about them: they or one of these things of theirs is
 * the subject, or they are named as the owner of what was looked at, or it is their own account.
 */
function isAbout(person: string, things: readonly string[]) {
  return sql`bucket = ${bucketOf(person)} and (subject = ${person}
    or subject = any(${things}::text[]) or body ->> 'owner' = ${person}
    or (actor = ${person} and ${ownKinds}))`
}

/**
 * Everything that was recorded about a person, in order.
 * @param things - Ids of what is theirs: their cases.
 */
export async function factsOfPerson(
  db: Db,
  person: string,
  things: readonly string[]
): Promise<Fact[]> {
  const found = await sql<Fact>`
    select ${columns} from facts where ${isAbout(person, things)} order by at, id`.execute(db)
  return found.rows
}

/** What those facts are about: whose evidence keys go with the person. */
export async function subjectsOfPerson(db: Db, person: string): Promise<string[]> {
  const found = await sql<{ subject: string }>`
    select distinct subject from facts where ${isAbout(person, [])} order by subject`.execute(db)
  return found.rows.map(({ subject }) => subject)
}
