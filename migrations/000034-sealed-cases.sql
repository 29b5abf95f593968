-- Applications that only the receiving unit reads (PI-5 row 1). Rules: docs/specs/sealed-cases.md.

-- To which key applications are sealed, and whose signatures count: each entry of a unit in the key
-- directory, copied in the transaction that enters it. A key that was recovered counts 72 hours later.
create table if not exists unit_sealing_keys (
  authority text not null,
  unit text not null,
  sequence integer not null,
  recipient text,
  keys text[] not null,
  counts_from timestamptz not null,
  primary key (authority, unit, sequence)
);
insert into unit_sealing_keys (authority, unit, sequence, recipient, keys, counts_from)
select authority, unit, sequence, entry ->> 'recipient',
  array(select jsonb_array_elements_text(entry -> 'keys')),
  added_at + case when reason = 'recovered' then interval '72 hours' else interval '0' end
from directory_entries where unit is not null
on conflict do nothing;
call fence_published('unit_sealing_keys');

-- What a unit found in an application that it opened, signed with the keys of its mailbox: ids, codes and
-- hashes. Owner: the applicant.
create table if not exists case_judgements (
  bucket smallint not null,
  case_id uuid not null,
  id uuid not null,
  unit text not null,
  verdict text not null check (verdict in ('accepted', 'correct')),
  note text not null,
  judged_by text not null,
  judged_at timestamptz not null,
  data_type text not null references data_types (id),
  primary key (bucket, case_id, id)
);
call fence('case_judgements',
  'exists (select 1 from cases where cases.bucket = case_judgements.bucket and cases.id = case_judgements.case_id)',
  '(select scope_is_somebody())');

-- SHA-256 of the key that the sender of a file sealed it to; null of a file that is not sealed.
alter table uploads add column if not exists recipient_key text;
