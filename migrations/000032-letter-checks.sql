-- When the sealed bytes of a letter were read back last, and whether they were what was accepted
-- (PI-5.R2.C3). In the bucket of the letter.
create table if not exists letter_checks (
  bucket smallint not null,
  letter_id uuid not null,
  checked_at timestamptz not null,
  is_whole boolean not null,
  primary key (bucket, letter_id)
);
create index if not exists letter_checks_in_order on letter_checks (checked_at);

call fence('letter_checks', 'false');
