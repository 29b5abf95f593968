import { sql } from 'kysely'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { type Db, type Tx, bucketOf, isId, withScope } from '../../platform/index.ts'
import {
  type Mailbox,
  type MailboxFace,
  type MailboxOwner,
  type PendingKey,
  ownerText,
  waysNeeded
} from './mailbox.ts'

const faceColumns = sql`m.id, m.kind, m.person, m.authority, m.unit,
  encode(sha256(m.recipient::bytea), 'base64') as "keyHash", m.sequence,
  m.opened_at as "openedAt", m.closed_at as "closedAt", m.rotation_due as "rotationDue",
  m.demonstration, m.closed_at is null and (m.demonstration
    or m.authority is not distinct from ${canaryAuthority} or ${waysNeeded} <= (
    select count(*) from keyslots k where k.bucket = m.bucket and k.mailbox = m.id
      and k.removed_at is null and k.proven_at is not null
      and k.purpose in ('own', 'custodian'))) as confidential`
const columns = sql`${faceColumns}, m.recipient, m.pending_recipient as "pendingRecipient",
  m.pending_sequence as "pendingSequence", m.pending_at as "pendingAt"`

interface Row extends Omit<Mailbox, 'pending'> {
  readonly pendingRecipient: string | null
  readonly pendingSequence: number | null
  readonly pendingAt: Temporal.Instant | null
}

function mailboxOfRow(row: Row): Mailbox {
  const { pendingRecipient: recipient, pendingSequence: sequence, pendingAt: at, ...mailbox } = row
  const waits = recipient !== null && sequence !== null && at !== null
  return { ...mailbox, pending: waits ? { recipient, sequence, at } : null }
}

/** One mailbox by its id, or `null`; whose it is may be asked by whoever writes to it. */
export function mailboxById(db: Db, id: string): Promise<Mailbox | null> {
  if (!isId(id)) return Promise.resolve(null)
  // A sender has no way to the rows of the recipient; what a page shows of them it checks first.
  return withScope('system', () => readMailbox(db, id))
}

async function readMailbox(db: Db, id: string): Promise<Mailbox | null> {
  const found = await sql<Row>`
    select ${columns} from mailboxes m
    where m.bucket = ${bucketOf(id)} and m.id = ${id}`.execute(db)
  return found.rows.map(mailboxOfRow)[0] ?? null
}

/** The mailbox of a person, business or unit, or `null`. */
export function mailboxOf(db: Db, owner: MailboxOwner): Promise<Mailbox | null> {
  // As above: found by its owner's name, which the caller knows.
  return withScope('system', async () => {
    const text = ownerText(owner)
    const found = await sql<{ mailbox: string }>`
      select mailbox from mailbox_owners
      where bucket = ${bucketOf(text)} and owner = ${text}`.execute(db)
    const id = found.rows[0]?.mailbox
    return id === undefined ? null : readMailbox(db, id)
  })
}

/**
 * Many mailboxes without their keys, each by its id or its owner, in the order in which they were asked for: one
 * statement, and one more where owners are among them.
 */
export function findMailboxes(
  db: Db,
  asked: readonly (MailboxOwner | { readonly mailbox: string })[]
): Promise<(MailboxFace | null)[]> {
  // As for one of them.
  return withScope('system', async () => {
    const owners = asked.flatMap((one) => ('mailbox' in one ? [] : [ownerText(one)]))
    const named = await mailboxIdsOf(db, [...new Set(owners)])
    const idOf = (one: (typeof asked)[number]) =>
      'mailbox' in one ? one.mailbox.toLowerCase() : named.get(ownerText(one))
    const found = await facesByIds(db, [...new Set(asked.flatMap((one) => idOf(one) ?? []))])
    return asked.map((one) => found.get(idOf(one) ?? '') ?? null)
  })
}

async function mailboxIdsOf(db: Db, owners: readonly string[]): Promise<Map<string, string>> {
  if (owners.length === 0) return new Map()
  const found = await sql<{ owner: string; mailbox: string }>`
    select owner, mailbox from mailbox_owners where (bucket, owner) in (select * from unnest(
      ${owners.map(bucketOf)}::smallint[], ${owners}::text[]))`.execute(db)
  return new Map(found.rows.map(({ owner, mailbox }) => [owner, mailbox]))
}

async function facesByIds(db: Db, ids: readonly string[]): Promise<Map<string, MailboxFace>> {
  const asked = ids.filter(isId)
  if (asked.length === 0) return new Map()
  const found = await sql<MailboxFace>`
    select ${faceColumns} from mailboxes m where (m.bucket, m.id) in (select * from unnest(
      ${asked.map(bucketOf)}::smallint[], ${asked}::uuid[]))`.execute(db)
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** Holds a mailbox to the end of the transaction: its ways and its key change one after the other. */
export async function lockMailbox(tx: Tx, id: string): Promise<Mailbox | null> {
  await sql`select 1 from mailboxes where bucket = ${bucketOf(id)} and id = ${id} for update`.execute(
    tx
  )
  return readMailbox(tx, id)
}

/** Writes a mailbox. @returns `false` where the owner has one, or the id is taken. */
export async function insertMailbox(
  tx: Tx,
  mailbox: Omit<Mailbox, 'confidential' | 'closedAt' | 'rotationDue' | 'pending' | 'keyHash'>
): Promise<boolean> {
  const { id, kind, person, authority, unit, recipient, sequence, openedAt } = mailbox
  const owner = ownerText(
    authority !== null && unit !== null ? { authority, unit } : { person: person ?? '' }
  )
  const named = await sql`
    insert into mailbox_owners (bucket, owner, mailbox, person, authority, data_type)
    values (${bucketOf(owner)}, ${owner}, ${id}, ${person}, ${authority}, 'account')
    on conflict do nothing`.execute(tx)
  const written = await sql`
    insert into mailboxes (bucket, id, kind, person, authority, unit, recipient, sequence, opened_at,
      demonstration, data_type)
    values (${bucketOf(id)}, ${id}, ${kind}, ${person}, ${authority}, ${unit}, ${recipient},
      ${sequence}, ${openedAt}, ${mailbox.demonstration}, 'account')
    on conflict do nothing`.execute(tx)
  return Number(named.numAffectedRows) === 1 && Number(written.numAffectedRows) === 1
}

/** Notes the key that a mailbox has from now on; what was due is done. */
export async function changeKey(
  tx: Tx,
  { id, recipient, sequence }: Pick<Mailbox, 'id' | 'recipient' | 'sequence'>
): Promise<void> {
  await sql`
    update mailboxes set recipient = ${recipient}, sequence = ${sequence}, rotation_due = null,
      demonstration = false
    where bucket = ${bucketOf(id)} and id = ${id}`.execute(tx)
}

/** Notes that the key of a mailbox should change. @returns Whether that was not known. */
export async function setRotationDue(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const noted = await sql`
    update mailboxes set rotation_due = ${at}
    where bucket = ${bucketOf(id)} and id = ${id} and rotation_due is null`.execute(tx)
  return Number(noted.numAffectedRows) === 1
}

/** The seed of before, sealed to the key of now; `null` where nobody has it any more. */
export interface PastKey {
  readonly sequence: number
  readonly recipient: string
  readonly slot: string | null
}

/** Keeps a key of before. */
export async function insertPastKey(
  tx: Tx,
  mailbox: Mailbox,
  { slot, endedAt }: { readonly slot: string | null; readonly endedAt: Temporal.Instant }
): Promise<void> {
  const { id, sequence, person, authority, unit, recipient } = mailbox
  await sql`
    insert into mailbox_history (bucket, mailbox, sequence, person, authority, unit, recipient, slot,
      ended_at, data_type)
    values (${bucketOf(id)}, ${id}, ${sequence}, ${person}, ${authority}, ${unit}, ${recipient},
      ${slot}, ${endedAt}, 'account')`.execute(tx)
}

/**
 * Keeps the key of a page that came by post beside those of before: what was sealed to it opens with the
 * mailbox. Its sequence is below all others.
 */
export async function insertClaimedKey(
  tx: Tx,
  { id, person }: Mailbox,
  key: { readonly recipient: string; readonly slot: string; readonly at: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into mailbox_history (bucket, mailbox, sequence, person, recipient, slot, ended_at, data_type)
    select ${bucketOf(id)}, ${id}, least(coalesce(min(sequence), 0), 0) - 1, ${person}::uuid,
      ${key.recipient}, ${key.slot}, ${key.at}::timestamptz, 'account'
    from mailbox_history where bucket = ${bucketOf(id)} and mailbox = ${id}`.execute(tx)
}

/** The keys that a mailbox had, the newest first. */
export async function pastKeysOf(db: Db, mailbox: string): Promise<PastKey[]> {
  const found = await sql<PastKey>`
    select sequence, recipient, slot from mailbox_history
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox}
    order by sequence desc`.execute(db)
  return found.rows
}

/** The mailboxes of the units of a body. */
export async function mailboxesOfAuthority(db: Db, authority: string): Promise<Mailbox[]> {
  const found = await sql<Row>`
    select ${columns} from mailboxes m
    where m.authority = ${authority} order by m.unit`.execute(db)
  return found.rows.map(mailboxOfRow)
}

/** Mailboxes with ways that were not tried since, whose owner was not told since either. */
export async function mailboxesToDrill(
  db: Db,
  { before, toldBefore, most }: DrillSearch
): Promise<Mailbox[]> {
  const found = await sql<Row>`
    select ${columns} from mailboxes m
    where m.closed_at is null and not m.demonstration
      and (m.drill_told_at is null or m.drill_told_at < ${toldBefore})
      and exists (select 1 from keyslots k where k.bucket = m.bucket and k.mailbox = m.id
        and k.removed_at is null and k.purpose in ('own', 'custodian')
        and coalesce(k.proven_at, k.made_at) < ${before})
    order by m.bucket, m.id limit ${most}`.execute(db)
  return found.rows.map(mailboxOfRow)
}

interface DrillSearch {
  readonly before: Temporal.Instant
  readonly toldBefore: Temporal.Instant
  readonly most: number
}

/** Notes that the owner was told to try their ways. */
export async function noteDrillTold(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update mailboxes set drill_told_at = ${at}
    where bucket = ${bucketOf(id)} and id = ${id}`.execute(tx)
}

/** Notes a key that counts once its wait is over. */
export async function setPending(
  tx: Tx,
  {
    id,
    recipient,
    sequence,
    at,
    past
  }: PendingKey & { readonly id: string; readonly past: string | null }
): Promise<void> {
  await sql`
    update mailboxes set pending_recipient = ${recipient}, pending_sequence = ${sequence},
      pending_at = ${at}, pending_past = ${past}
    where bucket = ${bucketOf(id)} and id = ${id}`.execute(tx)
}

/** Forgets it: it was stopped, or it counts. */
export async function clearPending(tx: Tx, id: string): Promise<void> {
  await sql`
    update mailboxes set pending_recipient = null, pending_sequence = null, pending_at = null,
      pending_past = null
    where bucket = ${bucketOf(id)} and id = ${id}`.execute(tx)
}

/** The seed of before, sealed to the key that waits; `null` where whoever made that had it no more. */
export async function pendingPastOf(tx: Tx, id: string): Promise<string | null> {
  const found = await sql<{ past: string | null }>`
    select pending_past as past from mailboxes
    where bucket = ${bucketOf(id)} and id = ${id}`.execute(tx)
  return found.rows[0]?.past ?? null
}

/** Notes that a mailbox is closed: its owner has died. */
export async function setClosed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update mailboxes set closed_at = ${at}
    where bucket = ${bucketOf(id)} and id = ${id} and closed_at is null`.execute(tx)
}

/** Notes that the owner of a closed mailbox lives: it takes another key. */
export async function setReopened(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update mailboxes set closed_at = null, rotation_due = ${at}
    where bucket = ${bucketOf(id)} and id = ${id} and closed_at is not null`.execute(tx)
}

/** Mailboxes whose next key waits. */
export async function mailboxesPending(db: Db): Promise<Mailbox[]> {
  const found = await sql<Row>`
    select ${columns} from mailboxes m where m.pending_at is not null
    order by m.pending_at limit 1000`.execute(db)
  return found.rows.map(mailboxOfRow)
}
