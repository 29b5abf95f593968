import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import { type StoredLetter, lettersType } from './letter.ts'

/** A proof of a recipient as it is kept: whoever has the letter's envelope checks it again. */
export interface StoredProof {
  readonly state: string
  readonly token: string
  readonly note: string
  readonly provenAt: Temporal.Instant
}

/** Keeps a proof. @returns `false` where this state is proven already. */
export async function insertProof(
  tx: Tx,
  letter: Pick<StoredLetter, 'id' | 'heldBy'>,
  given: {
    readonly state: string
    readonly proof: { readonly token: string; readonly note: string }
    readonly at: Temporal.Instant
    readonly by: string
  }
): Promise<boolean> {
  const { state, proof, at, by } = given
  const written = await sql`
    insert into letter_proofs (bucket, letter_id, state, token, note, proven_at, given_by, data_type)
    values (${bucketOf(letter.heldBy)}, ${letter.id}, ${state}, ${proof.token}, ${proof.note}, ${at},
      ${by}, ${lettersType})
    on conflict (bucket, letter_id, state) do nothing`.execute(tx)
  return Number(written.numAffectedRows) === 1
}

/** What the recipient of a letter has proven, in order. */
export async function proofsOf(
  db: Db,
  letter: Pick<StoredLetter, 'id' | 'heldBy'>
): Promise<StoredProof[]> {
  const found = await sql<StoredProof>`
    select state, token, note, proven_at as "provenAt" from letter_proofs
    where bucket = ${bucketOf(letter.heldBy)} and letter_id = ${letter.id}
    order by proven_at`.execute(db)
  return found.rows
}
