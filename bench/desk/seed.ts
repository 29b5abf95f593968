import type pg from 'pg'
import { benchService } from './installation.ts'

/** What to seed: cases `from` to `to`, whose clocks all run. */
export interface Seeding {
  readonly from: number
  readonly to: number
  /** The first due instant, RFC 3339; case n is due n x `dueEverySeconds` seconds later. */
  readonly firstDueAt: string
  readonly dueEverySeconds: number
  /** Only what waking a clock reads and writes: cases, clocks and the facts that start them. */
  readonly clocksOnly?: boolean
}

const clockTables = ['cases', 'case_clocks', 'facts']
const tables = [...clockTables, 'case_submissions', 'case_codes', 'case_documents', 'file_chunks']

// An applicant per case; bucket and id as the desk makes them, so that it reads these cases as its own.
const numbered = `
  select n, applicant, bucket, due_at,
    (lpad(to_hex((extract(epoch from due_at) * 1000)::bigint - 259200000), 12, '0') || '7'
      || lpad(to_hex(bucket::integer), 3, '0') || '8' || substr(hash, 1, 15))::uuid as id,
    (lpad(to_hex((extract(epoch from due_at) * 1000)::bigint - 259200000), 12, '0') || '7fff9'
      || substr(hash, 4, 15))::uuid as fact,
    lpad(n::text, 10, '0') as code
  from (
    select n, hash, hash::uuid as applicant,
      $3::timestamptz + n * $4::double precision * interval '1 second' as due_at,
      ((get_byte(sha256(convert_to(hash::uuid::text, 'UTF8')), 0) << 4)
        | (get_byte(sha256(convert_to(hash::uuid::text, 'UTF8')), 1) >> 4))::smallint as bucket
    from generate_series($1::bigint, $2::bigint) as n, md5(n::text) as hash
  ) as made`

const cardVersion = `${benchService}@1`

const statements = [
  `insert into seed ${numbered}`,
  `insert into cases (bucket, id, applicant, authority, service, card_version, agreement_version, code,
      answers, filed_at, version, stage, step, unit, assigned_to, reopened, facts_through, data_type)
    select bucket, id, applicant, 'sko', '${benchService}', '${cardVersion}', null, code,
      '{"mobile": "+989151234567", "disaster": "flood", "eventDate": "1405-08-20"}'::jsonb,
      due_at - interval '72 hours', 1, 'received', null, 'civil-affairs', null, false, fact,
      'forms-documents'
    from seed`,
  `insert into case_submissions (bucket, filer, submission_key, case_id)
    select bucket, applicant::text, id::text, id from seed`,
  `insert into case_codes (bucket, code, case_id)
    select ((get_byte(sha256(convert_to(code, 'UTF8')), 0) << 4)
      | (get_byte(sha256(convert_to(code, 'UTF8')), 1) >> 4))::smallint, code, id from seed`,
  `insert into case_clocks (bucket, case_id, authority, state, late, started_at, due_at,
      remaining_seconds, wake_at, card_version, calendar_version, facts_through)
    select bucket, id, 'sko', 'running', false, due_at - interval '72 hours', due_at, null, due_at,
      '${cardVersion}', 'always', fact from seed`,
  `insert into case_documents (bucket, case_id, id, type, name, media_type, size_bytes, sha256, channel,
      tracking_number, office_code, arrived_at, received_at, data_type, origin, given_by)
    select bucket, id, id, 'damage-photos', 'seed.pdf', 'application/pdf', 200, repeat('0', 64), 'site',
      null, null, null, due_at - interval '72 hours', 'forms-documents', 'applicant', applicant::text
    from seed`,
  `insert into file_chunks (bucket, file_id, from_byte, content, data_type)
    select bucket, id, 0, decode(repeat('25', 200), 'hex'), 'forms-documents' from seed`,
  `insert into facts (bucket, id, authority, kind, subject, at, known_at, actor, agreement_version,
      card_version, body)
    select bucket, case when kind = 'case.documents-complete' then fact
        else (left(fact::text, 15) || lpad(to_hex(place), 3, '0') || substr(fact::text, 19))::uuid end,
      'sko', kind, id::text, due_at - interval '72 hours', due_at - interval '72 hours',
      applicant::text, null, '${cardVersion}',
      jsonb_build_object('case', id, 'service', '${benchService}', 'channel', 'site', 'type',
        'damage-photos', 'document', id, 'sizeBytes', 200, 'sha256', repeat('0', 64))
    from seed, (values (1, 'case.submitted'), (2, 'document.received'), (3, 'case.documents-complete'))
      as kinds (place, kind)
    where $1 or kind <> 'document.received'`
]

// Indexes are built once at the end, and batches keep the log of writing short.
const casesPerBatch = 250_000

/**
 * Puts running cases into the tables, with their facts; documents are small, because a million of
 * 20 kB would be 20 GB of the same thing.
 */
export async function seedCases(admin: pg.Client, seeding: Seeding): Promise<void> {
  const seeded = seeding.clocksOnly === true ? clockTables : tables
  const wanted = statements.filter(
    (text, i) => i === 0 || seeded.some((table) => text.startsWith(`insert into ${table} `))
  )
  await admin.query('set synchronous_commit = off')
  await admin.query("set maintenance_work_mem = '1GB'")
  const restore = await dropIndexes(admin, seeded)
  for (let from = seeding.from; from < seeding.to; from += casesPerBatch) {
    const to = Math.min(from + casesPerBatch, seeding.to) - 1
    await admin.query(`create temporary table seed (n bigint, applicant uuid, bucket smallint,
      due_at timestamptz, id uuid, fact uuid, code text)`)
    for (const [i, text] of wanted.entries()) {
      const values = valuesOf(i, text, { ...seeding, from, to })
      await admin.query(text, values)
    }
    await admin.query('drop table seed')
  }
  for (const statement of restore) await admin.query(statement)
  await admin.query('set synchronous_commit = on')
  for (const table of seeded) await admin.query(`vacuum (analyze) ${table}`)
  await admin.query('checkpoint')
}

function valuesOf(i: number, text: string, seeding: Seeding): unknown[] {
  if (i === 0) return [seeding.from, seeding.to, seeding.firstDueAt, seeding.dueEverySeconds]
  return text.includes('$1') ? [seeding.clocksOnly !== true] : []
}

/** Drops keys and indexes of the seeded tables; the answer makes them again under the same names. */
export async function dropIndexes(admin: pg.Client, seeded: readonly string[]): Promise<string[]> {
  const keys = await admin.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname,
        pg_get_constraintdef(oid)) as make
    from pg_constraint where contype = 'p' and conrelid = any($1::regclass[])`,
    [seeded]
  )
  const indexes = await admin.query<{ drop: string; make: string }>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
    from pg_index where not indisprimary and indrelid = any($1::regclass[])`,
    [seeded]
  )
  const all = [...indexes.rows, ...keys.rows]
  for (const { drop } of all) await admin.query(drop)
  return all.map(({ make }) => make)
}
