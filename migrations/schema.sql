-- The whole schema after all migrations, for review. Made by `node bin/dump-schema.ts`; never edited.

create table facts (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  kind text not null,
  subject text not null,
  at timestamp with time zone not null,
  known_at timestamp with time zone not null,
  actor text not null,
  agreement_version text,
  card_version text,
  body jsonb not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX facts_by_authority ON public.facts USING btree (authority, id);
CREATE INDEX facts_by_kind ON public.facts USING btree (authority, kind, at);
CREATE INDEX facts_by_subject ON public.facts USING btree (bucket, subject, at, id);

create table idempotent_answers (
  bucket smallint not null,
  id text not null,
  request_sha256 text not null,
  status smallint,
  body text,
  asked_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id)
);

create table ledger_outbox (
  bucket smallint not null,
  id uuid not null,
  PRIMARY KEY (bucket, id)
);

create table migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table outbox (
  bucket smallint not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  available_at timestamp with time zone not null,
  attempts smallint not null default 0,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX outbox_ready ON public.outbox USING btree (available_at);
