-- Public alerts in a crisis, as CAP 1.2 documents that their unit signed, and how many people each reached.
-- Owner: the authority. Rules: docs/specs/broadcasts.md.
create table if not exists broadcasts (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  unit text not null,
  identifier text not null,
  status text not null check (status in ('Actual', 'Exercise')),
  msg_type text not null check (msg_type in ('Alert', 'Update', 'Cancel')),
  xml text not null,
  note text not null,
  sha256 text not null,
  published_at timestamptz not null,
  published_by text not null,
  expires_at timestamptz not null,
  -- When a later message of the same unit took its place.
  replaced_at timestamptz,
  -- Everybody of the buckets below this one was told; 4096: everybody.
  told_below smallint not null default 0,
  target_percent smallint check (target_percent between 1 and 100),
  target_seconds integer check (target_seconds between 60 and 86400),
  drilled_at timestamptz,
  primary key (bucket, id)
);
create unique index if not exists broadcasts_by_identifier on broadcasts (bucket, authority, identifier);
create index if not exists broadcasts_in_order on broadcasts (published_at desc, id desc);

-- Who was told of a broadcast, by which channel, and whether it was handed over. Owner: the person.
create table if not exists broadcast_tellings (
  bucket smallint not null,
  broadcast uuid not null,
  person uuid not null,
  channel text not null check (channel in ('e-mail', 'sms')),
  told_at timestamptz not null,
  outcome text check (outcome in ('sent', 'refused')),
  done_at timestamptz,
  data_type text not null references data_types (id),
  primary key (bucket, broadcast, person, channel)
);

call fence_published('broadcasts');
call fence('broadcast_tellings', 'person::text = any ((select scope_people())::text[])');
