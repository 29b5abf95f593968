-- Failure reports, their receipts, answers and photos (docs/specs/failure-reports.md). Owner: the report.

-- What somebody reported as failed. `words`, `place` and `contact` are people's own; `noticed_at` is what
-- they said; `filed_at` when the receipt existed for them, `known_at` when it came here; `matched_by` is
-- `system` or who linked it to its outage.
create table if not exists failure_reports (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  component text,
  service text,
  kind text not null,
  channel text not null,
  words text not null,
  place text,
  contact text,
  latitude double precision,
  longitude double precision,
  media_url text,
  noticed_at timestamptz,
  filed_at timestamptz not null,
  known_at timestamptz not null,
  spooled boolean not null,
  state text not null,
  closed_reason text,
  outage uuid,
  matched_by text,
  photo_type text,
  photo_bytes integer,
  photo_sha256 text,
  updated_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists failure_reports_by_time on failure_reports (authority, filed_at, id);
create index if not exists failure_reports_unmatched on failure_reports (filed_at)
  where outage is null;
create index if not exists failure_reports_by_outage on failure_reports (outage)
  where outage is not null;

-- The receipt as it was issued, with its SHA-256; never written again.
create table if not exists failure_receipts (
  bucket smallint not null,
  report uuid not null,
  code text not null,
  issued_at timestamptz not null,
  content text not null,
  sha256 text not null,
  primary key (bucket, report)
);

-- Directory of the receipt codes; bucket of the code.
create table if not exists failure_receipt_codes (
  bucket smallint not null,
  code text not null,
  report uuid not null,
  primary key (bucket, code)
);

-- Solved challenges, used forms and keys of callers: each files one report. Bucket of the key.
create table if not exists failure_report_keys (
  bucket smallint not null,
  key text not null,
  report uuid not null,
  content_sha256 text not null,
  used_at timestamptz not null,
  primary key (bucket, key)
);
create index if not exists failure_report_keys_by_use on failure_report_keys (used_at);

-- A photo without what its camera wrote into it, at most 1 MiB a row.
create table if not exists failure_report_photos (
  bucket smallint not null,
  report uuid not null,
  from_byte integer not null,
  content bytea storage external not null,
  primary key (bucket, report, from_byte)
);

-- What the body answered, in order.
create table if not exists failure_report_answers (
  bucket smallint not null,
  report uuid not null,
  id uuid not null,
  answered_at timestamptz not null,
  answered_by text not null,
  state text not null,
  closed_reason text,
  words text not null,
  primary key (bucket, report, id)
);

-- What can be reported: a copy of components and cards for processes that know neither.
create table if not exists report_choices (
  authority text not null,
  component text not null,
  service text,
  place integer not null,
  title jsonb not null,
  authority_title jsonb not null,
  jurisdiction text not null,
  card_version text,
  agreement_version text,
  changed_at timestamptz not null,
  primary key (authority, component)
);
