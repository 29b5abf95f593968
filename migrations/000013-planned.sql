-- Planned outages, suspensions of services, and deadlines extended for outages of one's own.
-- Rules: docs/specs/planned-outages.md.

-- What keeps a service from being given, as its card, its form and its applicants' cases show it: copied
-- to every node, few rows. `services` empty: all of the authority. New applications are refused from
-- `closed_from` to `closed_to` only (without an end: until it is set), which is the time that was
-- announced in time, or an emergency.
create table if not exists service_interruptions (
  id uuid primary key,
  authority text not null,
  kind text not null,
  services text[] not null,
  from_at timestamptz not null,
  to_at timestamptz,
  closed_from timestamptz,
  closed_to timestamptz,
  emergency boolean not null,
  reason text,
  notice uuid not null
);
create index if not exists service_interruptions_by_end
  on service_interruptions (authority, to_at);

-- A planned outage or suspension: owner, the authority. The newest announcement's times stand here too.
-- `services` are those that it keeps from being given (null: all). `sequence` rises with every change
-- that a calendar has to hear of.
create table if not exists planned_outages (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  kind text not null,
  components text[] not null,
  services text[],
  from_at timestamptz not null,
  to_at timestamptz not null,
  words jsonb,
  notice uuid not null,
  joins uuid,
  sequence integer not null,
  announced_at timestamptz not null,
  announced_by text not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by text,
  cancelled_because text,
  begun_at timestamptz,
  ended_at timestamptz,
  revision integer not null,
  primary key (bucket, authority, id)
);
create index if not exists planned_outages_by_time on planned_outages (bucket, authority, from_at);
create index if not exists planned_outages_waiting on planned_outages (from_at)
  where ended_at is null and cancelled_at is null and kind <> 'outage';

-- One row an authority, held by whoever plans until the commit: two windows must not be laid over each other.
create table if not exists plan_holders (
  bucket smallint not null,
  authority text not null,
  held bigint not null,
  primary key (bucket, authority)
);

-- Every time that was announced, and when an outside probe first read it on the portal.
create table if not exists planned_announcements (
  bucket smallint not null,
  authority text not null,
  planned uuid not null,
  notice_version integer not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  announced_at timestamptz not null,
  announced_by text not null,
  seen_at timestamptz,
  primary key (bucket, authority, planned, notice_version)
);

-- Services that were suspended without 72 hours' notice: a breach, with its reason.
create table if not exists emergency_suspensions (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  kind text not null,
  services text[] not null,
  reason text not null,
  words jsonb,
  expected_end_at timestamptz,
  notice uuid not null,
  notice_seen_at timestamptz,
  begun_at timestamptz not null,
  begun_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (bucket, authority, id)
);

-- An extension of deadlines waits for a second person; then the worker extends the open cases.
create table if not exists deadline_extensions (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  outage uuid not null,
  component text not null,
  services text[],
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  decided_at timestamptz,
  decided_by text,
  approved boolean,
  applied_at timestamptz,
  cases integer,
  primary key (bucket, authority, id)
);
create unique index if not exists deadline_extensions_waiting
  on deadline_extensions (bucket, authority, outage) where decided_at is null;
