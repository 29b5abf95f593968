-- Data of persons: exports, erasures, legal holds, how long things are kept, and counters for analysis.
-- Rows of holds, exports and erasures live with the person; retention rules are copied everywhere.

-- What is left of a person is a number that facts name: the row says so and holds nothing else.
alter table persons add column if not exists erased_at timestamptz;

-- A case whose content was erased or has passed its time: its facts and this row are left.
alter table cases add column if not exists erased_at timestamptz;

create table if not exists erasures (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  state text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  counts jsonb not null,
  kept jsonb not null,
  primary key (bucket, id)
);

create unique index if not exists erasures_open on erasures (bucket, person)
  where state in ('waiting', 'running', 'kept');

create index if not exists erasures_due on erasures (due_at) where state in ('waiting', 'running', 'kept');

create table if not exists legal_holds (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  person uuid not null,
  case_id uuid,
  reason text,
  placed_by text not null,
  placed_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  lift_reason text,
  lift_asked_by text,
  lift_asked_at timestamptz,
  lifted_by text,
  lifted_at timestamptz,
  primary key (bucket, id)
);

create index if not exists legal_holds_by_person on legal_holds (bucket, person);

create index if not exists legal_holds_by_authority on legal_holds (authority, placed_at);

create table if not exists data_exports (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  state text not null,
  asked_at timestamptz not null,
  taken_at timestamptz,
  done integer not null,
  total integer not null,
  ready_at timestamptz,
  expires_at timestamptz,
  size_bytes bigint,
  sha256 text,
  primary key (bucket, id)
);

create unique index if not exists data_exports_open on data_exports (bucket, person) where state = 'waiting';

create index if not exists data_exports_waiting on data_exports (asked_at) where state = 'waiting';

create index if not exists data_exports_expiring on data_exports (expires_at) where expires_at is not null;

create table if not exists data_export_chunks (
  bucket smallint not null,
  export uuid not null,
  from_byte bigint not null,
  content bytea not null,
  primary key (bucket, export, from_byte)
);

create table if not exists data_export_links (
  bucket smallint not null,
  secret_sha256 bytea not null,
  export uuid not null,
  person uuid not null,
  expires_at timestamptz not null,
  primary key (bucket, secret_sha256)
);

create index if not exists data_export_links_by_time on data_export_links (expires_at);

create table if not exists retention_rules (
  authority text not null,
  data_type text not null,
  service text not null,
  keep_days integer not null,
  erasable boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (authority, data_type, service)
);

create table if not exists event_counters (
  bucket smallint not null,
  authority text not null,
  day date not null,
  kind text not null,
  service text not null,
  count bigint not null,
  primary key (bucket, authority, day, kind, service)
);

-- All that the role peyman_analytics may read: how often what happened, never to whom, and no number
-- below five; a barrier, so that no function of a reader's own is asked about the rows left out. Months are rounded down to fives, so that no single day can be taken out of them.
create or replace view analytics_days with (security_barrier = true) as
  select authority, day, kind, service, count from event_counters where count >= 5;

create or replace view analytics_months with (security_barrier = true) as
  select authority, date_trunc('month', day)::date as month, kind, service,
    (sum(count)::bigint / 5) * 5 as count
  from event_counters group by 1, 2, 3, 4 having sum(count) >= 5;

-- Cases whose erasure has begun and whose content is still to be taken away.
create index if not exists cases_being_erased on cases (erased_at) where erased_at is not null and code <> '';

-- Whose request a kept answer was for: it may hold what they typed, and goes with them.
alter table idempotent_answers add column if not exists caller text;

create table if not exists event_count_runs (
  bucket smallint not null,
  authority text not null,
  counted_through timestamptz not null,
  primary key (bucket, authority)
);
