-- What an applicant was given at filing, as it was issued: never computed again. A case that was filed
-- before this has no row; its receipt is read from its facts as they were known at its registration.
create table if not exists case_receipts (
  bucket smallint not null,
  case_id uuid not null,
  issued_at timestamptz not null,
  content jsonb not null,
  primary key (bucket, case_id)
);

-- How many facts of the last minutes before `facts_through` a count saw: one that is committed late has
-- an older id than the newest, and only changes this number.
alter table score_runs add column if not exists facts_recent bigint;
