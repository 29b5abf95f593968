import type pg from 'pg'
import { insertMailbox } from '../../src/letters/mailboxes/mailbox-store.ts'
import { inTransaction, newId } from '../../src/platform/index.ts'
import type { BenchDesk } from '../desk/installation.ts'
import { dropIndexes } from '../desk/seed.ts'

const tables = ['letters', 'letter_places', 'sent_letters', 'facts'] as const

const bucketOfSql = (column: string) =>
  `((get_byte(sha256(${column}::text::bytea), 0) << 4) | (get_byte(sha256(${column}::text::bytea), 1) >> 4))::smallint`

/** A mailbox of the bench: of a unit of the body, or of a person. */
export async function benchMailbox(
  desk: BenchDesk,
  owner: { readonly unit: string } | { readonly person: string }
): Promise<string> {
  const at = desk.context.clock.now()
  const id = newId(at)
  const isUnit = 'unit' in owner
  const whose = isUnit
    ? { kind: 'unit' as const, authority: 'sko', unit: owner.unit, person: null }
    : { kind: 'person' as const, authority: null, unit: null, person: owner.person }
  const key = { recipient: 'age1pq1bench', sequence: 0, openedAt: at, demonstration: true }
  await inTransaction(desk.context.db, (tx) => insertMailbox(tx, { id, ...whose, ...key }))
  return id
}

/** Letters of which mailboxes: numbered ones of invented people, so many to each, and named ones. */
export interface Seeding {
  /** Letters to people's mailboxes of the bench's own, and to how many of them. */
  readonly letters: number
  readonly mailboxes: number
  readonly named: readonly {
    readonly mailbox: string
    readonly unit: string | null
    readonly person: string | null
    readonly letters: number
  }[]
}

// What is on a letter, by the number `n` of the letter and the mailbox `m` to which it goes. Their bytes are not
// written: no list reads them.
const letterOf = (seed: string) => `
  insert into seed_letters
  select gen_random_uuid(), m.mailbox, m.unit, m.person, gen_random_uuid(),
    now() - n * interval '1 second', gen_random_uuid()
  from ${seed}`

const written = [
  `insert into letters (bucket, id, sender, sender_authority, sender_unit, recipient, recipient_authority,
      recipient_unit, recipient_person, authority, lane, size_class, size_bytes, sha256, recipient_key,
      token_hash, content, sent_at, accepted_at, publish_at, arrived_at, state, state_at, data_type)
    select ${bucketOfSql('mailbox')}, id, sender, 'ito', 'messaging', mailbox,
      case when unit is null then null else 'sko' end, unit, person, 'ito',
      case when random() < 0.9 then 'bulk' else 'single' end, 4096, 5755, repeat('a', 44), repeat('b', 44),
      repeat('c', 44), gen_random_uuid(), at, at, at, at, 'published', at, 'letters'
    from seed_letters`,
  `insert into letter_places (bucket, id, held_by, sender, sha256, fact, accepted_at)
    select ${bucketOfSql('id')}, id, mailbox, sender, repeat('a', 44), fact, at from seed_letters`,
  `insert into sent_letters (bucket, id, sender, sender_authority, sender_unit, recipient_authority,
      recipient_unit, recipient_person, held_by, accepted_at)
    select ${bucketOfSql('sender')}, id, sender, 'ito', 'messaging',
      case when unit is null then null else 'sko' end, unit, person, mailbox, at from seed_letters`,
  `insert into facts (bucket, id, authority, kind, subject, at, known_at, actor, body)
    select ${bucketOfSql('mailbox')}, fact, 'ito', 'letter.accepted', id::text, at, at, 'bench',
      jsonb_build_object('letter', id, 'sender', sender, 'recipient', mailbox, 'lane', 'bulk',
        'sha256', repeat('a', 44), 'bytes', 5755, 'sizeClass', 4096)
    from seed_letters`
]

/** Puts letters into the tables, with their places, lists and facts, as they are once they have arrived. */
export async function seedLetters(
  admin: pg.Client,
  { letters, mailboxes, named }: Seeding
): Promise<void> {
  await admin.query('set synchronous_commit = off')
  await admin.query("set maintenance_work_mem = '1GB'")
  const restore = await dropIndexes(admin, tables)
  await admin.query(`create temporary table seed_letters (id uuid, mailbox uuid, unit text, person uuid,
    sender uuid, at timestamptz, fact uuid)`)
  await admin.query(`create temporary table seed_mailboxes as
    select gen_random_uuid() as mailbox, null::text as unit, gen_random_uuid() as person, n as number
    from generate_series(0, ${String(mailboxes - 1)}) as n`)
  await admin.query('create index on seed_mailboxes (number)')
  for (let from = 0; from < letters; from += 200_000) {
    const to = Math.min(from + 200_000, letters) - 1
    await admin.query(
      letterOf(`generate_series(${String(from)}, ${String(to)}) as n
        join seed_mailboxes m on m.number = n % ${String(mailboxes)}`)
    )
    await write(admin)
  }
  for (const { mailbox, unit, person, letters: count } of named) {
    const values = `(values ('${mailbox}'::uuid, $1::text, $2::uuid)) as m (mailbox, unit, person)`
    const text = letterOf(`generate_series(0, ${String(count - 1)}) as n cross join ${values}`)
    await admin.query(text, [unit, person])
    await write(admin)
  }
  await admin.query('drop table seed_letters, seed_mailboxes')
  for (const statement of restore) await admin.query(statement)
  await admin.query('set synchronous_commit = on')
  for (const table of tables) await admin.query(`vacuum (analyze) ${table}`)
  await admin.query('checkpoint')
}

async function write(admin: pg.Client): Promise<void> {
  for (const text of written) await admin.query(text)
  await admin.query('truncate seed_letters')
}
