-- What is watched, from where, what was found, and the outages that follow. Owner: the authority.
-- Rules: docs/life-of-an-outage.md.

-- How an authority watches; a row is there once somebody changed what is usual.
create table if not exists probe_settings (
  bucket smallint not null,
  authority text not null,
  every_seconds integer not null,
  timeout_ms integer not null,
  failures_in_a_row integer not null,
  successes_in_a_row integer not null,
  next_update_minutes integer not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (bucket, authority)
);

-- Parts of the site that can fail on their own: `desk`, `portal`, `service:<code>`, `portal:<host>`, …
create table if not exists components (
  bucket smallint not null,
  authority text not null,
  id text not null,
  service text,
  host text,
  added_at timestamptz not null,
  retired_at timestamptz,
  primary key (bucket, authority, id)
);

-- Hosts that belong to the authority's site; nothing else is ever probed.
create table if not exists portal_hosts (
  bucket smallint not null,
  authority text not null,
  host text not null,
  automatic boolean not null,
  registered_at timestamptz not null,
  registered_by text not null,
  retired_at timestamptz,
  primary key (bucket, authority, host)
);

-- Hosts that a probe met in use, and that nobody had registered.
create table if not exists unregistered_hosts (
  bucket smallint not null,
  authority text not null,
  host text not null,
  found_on text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (bucket, authority, host)
);

-- Where is watched from: `id` is that of the API key. Only outside ones count once there is any.
create table if not exists vantage_points (
  bucket smallint not null,
  authority text not null,
  id text not null,
  label text not null,
  outside boolean not null,
  registered_at timestamptz not null,
  retired_at timestamptz,
  plan_at timestamptz,
  reported_at timestamptz,
  dropped bigint not null default 0,
  primary key (bucket, authority, id)
);

create table if not exists probe_targets (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  component text not null,
  service text,
  kind text not null,
  host text not null,
  what text not null,
  probe jsonb not null,
  every_seconds integer,
  timeout_ms integer,
  automatic boolean not null,
  added_at timestamptz not null,
  added_by text not null,
  retired_at timestamptz,
  primary key (bucket, authority, id)
);
create unique index if not exists probe_targets_automatic
  on probe_targets (bucket, authority, component, what)
  where automatic and retired_at is null;

-- Batches of results that were taken, with what was answered, so that a repetition changes nothing.
create table if not exists probe_batches (
  bucket smallint not null,
  authority text not null,
  vantage text not null,
  id uuid not null,
  received_at timestamptz not null,
  answer jsonb not null,
  primary key (bucket, authority, vantage, id)
);
create index if not exists probe_batches_by_time on probe_batches (received_at);

-- What one vantage point found at one target, as stretches that grow while the answer stays the same.
create table if not exists probe_stretches (
  bucket smallint not null,
  authority text not null,
  target uuid not null,
  vantage text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  up boolean not null,
  count bigint not null,
  reason text,
  detail text,
  took_ms integer not null,
  primary key (bucket, authority, target, vantage, from_at)
) with (fillfactor = 80);
create index if not exists probe_stretches_by_end
  on probe_stretches (bucket, authority, target, vantage, to_at);

-- Where the reading of each component stands. `dirty_from`: results from then on were not read yet;
-- `wake_at`: when silence would begin to mean something; `revision` is compared and swapped.
create table if not exists component_watches (
  bucket smallint not null,
  authority text not null,
  component text not null,
  revision bigint not null,
  dirty_from timestamptz,
  wake_at timestamptz,
  read_at timestamptz,
  primary key (bucket, authority, component)
);
create index if not exists component_watches_dirty on component_watches (dirty_from)
  where dirty_from is not null;
create index if not exists component_watches_waking on component_watches (wake_at)
  where wake_at is not null;

-- Time without any result of a vantage point that counts, as the facts `monitoring.*` say it.
create table if not exists monitoring_gaps (
  bucket smallint not null,
  authority text not null,
  component text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (bucket, authority, component, from_at)
);

-- Outages as the facts say them, with the texts that people wrote. `settled`: people decided on its
-- times, and probes do not move them any more.
create table if not exists outages (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  component text not null,
  service text,
  from_at timestamptz not null,
  to_at timestamptz,
  cause text not null,
  automatic boolean not null,
  vantage_points integer not null,
  targets uuid[] not null,
  reason text,
  detail text,
  planned uuid,
  notice uuid,
  scope jsonb,
  note jsonb,
  expected_return_at timestamptz,
  next_update_at timestamptz,
  void boolean not null,
  settled boolean not null,
  known_at timestamptz not null,
  closed_known_at timestamptz,
  revision integer not null,
  primary key (bucket, authority, id)
);
create index if not exists outages_by_time on outages (bucket, authority, from_at);
create unique index if not exists outages_open on outages (bucket, authority, component)
  where to_at is null and not void;

-- What happened to an outage, in order, with the words of people; the facts hold everything else.
create table if not exists outage_entries (
  bucket smallint not null,
  authority text not null,
  outage uuid not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  actor text not null,
  fact uuid,
  text jsonb,
  body jsonb not null,
  primary key (bucket, authority, outage, id)
);

-- A proposed correction waits for a second person.
create table if not exists outage_corrections (
  bucket smallint not null,
  authority text not null,
  outage uuid not null,
  id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  cause text not null,
  void boolean not null,
  reason text not null,
  words jsonb not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  approved boolean,
  primary key (bucket, authority, outage, id)
);

-- How each declared channel of the desk was found last.
create table if not exists channel_checks (
  bucket smallint not null,
  authority text not null,
  channel text not null,
  alive boolean not null,
  reason text,
  checked_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (bucket, authority, channel)
);
