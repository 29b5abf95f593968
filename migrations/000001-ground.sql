-- The ground of every slice: facts, what waits to be told, and answers kept for repeated requests.
-- Keys, types and rules: docs/architecture.md, "Rows". No sequence, no trigger, no domain.

-- Facts are appended and never changed: everything that is measured is computed from them.
create table if not exists facts (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  kind text not null,
  subject text not null,
  at timestamptz not null,
  known_at timestamptz not null,
  actor text not null,
  agreement_version text,
  card_version text,
  body jsonb not null,
  primary key (bucket, id)
);
create index if not exists facts_by_subject on facts (bucket, subject, at, id);
create index if not exists facts_by_kind on facts (authority, kind, at);
create index if not exists facts_by_authority on facts (authority, id);

-- One row per fact that the public log has not taken yet.
create table if not exists ledger_outbox (
  bucket smallint not null,
  id uuid not null,
  primary key (bucket, id)
);

-- What a transaction leaves to be done after it: projections, messages. Claimed one bucket at a time.
create table if not exists outbox (
  bucket smallint not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  available_at timestamptz not null,
  attempts smallint not null default 0,
  primary key (bucket, id)
);
create index if not exists outbox_ready on outbox (available_at);

-- Answers to requests that carried an Idempotency-Key, by the hash of caller and key.
create table if not exists idempotent_answers (
  bucket smallint not null,
  id text not null,
  request_sha256 text not null,
  status smallint,
  body text,
  asked_at timestamptz not null,
  primary key (bucket, id)
);
