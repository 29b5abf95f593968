import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { PersonDetails } from '../person.ts'

/** An identifier that a person typed about themselves. */
export interface TypedIdentifier {
  readonly kind: 'national-id' | 'foreigner-code'
  readonly value: string
}

/** Keeps what was typed, apart from what is proven. */
export async function saveTypedIdentifiers(
  tx: Tx,
  { person, at, typed }: { person: string; at: Temporal.Instant; typed: PersonDetails }
): Promise<void> {
  const given = { 'national-id': typed.nationalId, 'foreigner-code': typed.foreignerCode }
  for (const [kind, value] of Object.entries(given)) {
    if (value === null) continue
    await sql`
      insert into typed_identifiers (bucket, person, kind, value, typed_at)
      values (${bucketOf(person)}, ${person}, ${kind}, ${value}, ${at})
      on conflict (bucket, person, kind)
        do update set value = excluded.value, typed_at = excluded.typed_at`.execute(tx)
  }
}

/** What a person typed about themselves and nobody proved. */
export async function typedIdentifiersOf(db: Db, person: string): Promise<TypedIdentifier[]> {
  const found = await sql<TypedIdentifier>`
    select kind, value from typed_identifiers
    where bucket = ${bucketOf(person)} and person = ${person} order by kind desc`.execute(db)
  return found.rows
}
