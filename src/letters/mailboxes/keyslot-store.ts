import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { Mailbox, StoredSlot } from './mailbox.ts'

const columns = sql`k.id, k.mailbox, k.purpose, k.kind, k.reader, k.reader_mailbox as "readerMailbox", k.delegation, k.label, k.sequence,
  k.credential, k.slot, k.recipient, k.binding, k.made_at as "madeAt", k.proven_at as "provenAt"`

/** A slot about to be written. */
export type NewSlot = Omit<StoredSlot, 'mailbox'>

/** Writes a way to open a mailbox. @returns `false` where the id is taken. */
export async function insertSlot(tx: Tx, mailbox: Mailbox, slot: NewSlot): Promise<boolean> {
  const { person, authority, unit } = mailbox
  const written = await sql`
    insert into keyslots (bucket, id, mailbox, person, authority, unit, purpose, kind, reader,
      reader_mailbox, delegation, label, sequence, credential, slot, recipient, binding, made_at,
      proven_at, data_type)
    values (${bucketOf(mailbox.id)}, ${slot.id}, ${mailbox.id}, ${person}, ${authority}, ${unit},
      ${slot.purpose}, ${slot.kind}, ${slot.reader}, ${slot.readerMailbox}, ${slot.delegation}, ${slot.label},
      ${slot.sequence}, ${slot.credential}, ${slot.slot}, ${slot.recipient}, ${slot.binding}, ${slot.madeAt}, ${slot.provenAt}, 'account')
    on conflict (bucket, id) do nothing`.execute(tx)
  return Number(written.numAffectedRows) === 1
}

/** Every way to open a mailbox that is there, the oldest first. */
export async function slotsOf(db: Db, mailbox: string): Promise<StoredSlot[]> {
  const found = await sql<StoredSlot>`
    select ${columns} from keyslots k
    where k.bucket = ${bucketOf(mailbox)} and k.mailbox = ${mailbox} and k.removed_at is null
    order by k.made_at, k.label, k.id`.execute(db)
  return found.rows
}

/** How many paper keys a mailbox ever had: the next one has the number after that. */
export async function papersEverOf(db: Db, mailbox: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from keyslots
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and kind = 'paper'`.execute(db)
  return found.rows[0]?.n ?? 0
}

/** Notes that a slot was opened. @returns Whether it is there. */
export async function setProven(
  tx: Tx,
  { mailbox, id }: Pick<StoredSlot, 'mailbox' | 'id'>,
  at: Temporal.Instant
): Promise<boolean> {
  const noted = await sql`
    update keyslots set proven_at = ${at}
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and id = ${id}
      and removed_at is null`.execute(tx)
  return Number(noted.numAffectedRows) === 1
}

/** Takes a slot away: what it wrapped is gone. @returns Whether it was there. */
export async function endSlot(
  tx: Tx,
  { mailbox, id }: Pick<StoredSlot, 'mailbox' | 'id'>,
  at: Temporal.Instant
): Promise<boolean> {
  const ended = await sql`
    update keyslots set removed_at = ${at}, slot = '{}', label = ''
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and id = ${id}
      and removed_at is null`.execute(tx)
  return Number(ended.numAffectedRows) === 1
}

/** The seed of now in a slot that stays when the key changes. */
export async function rewrapSlot(
  tx: Tx,
  mailbox: string,
  { id, slot, binding, sequence }: Pick<StoredSlot, 'id' | 'slot' | 'binding' | 'sequence'>
): Promise<boolean> {
  const written = await sql`
    update keyslots set slot = ${slot}, binding = ${binding}, sequence = ${sequence}
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and id = ${id}
      and removed_at is null`.execute(tx)
  return Number(written.numAffectedRows) === 1
}

/** Slots that others have by a role or a delegation, of every mailbox: whether each still may. */
export async function lentSlots(db: Db, after: string, most: number): Promise<StoredSlot[]> {
  const found = await sql<StoredSlot>`
    select ${columns} from keyslots k
    where k.removed_at is null and k.purpose in ('custodian', 'member', 'delegate') and k.id > ${after}
    order by k.id limit ${most}`.execute(db)
  return found.rows
}
