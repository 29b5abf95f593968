-- Keys of systems: what they may be used for, until when, and by what they were replaced; the marks of an
-- authority. Rules: docs/specs/keys.md.

alter table api_keys add column if not exists scopes text[] not null default '{}';
alter table api_keys add column if not exists expires_at timestamptz;
alter table api_keys add column if not exists rotated_from uuid;
alter table api_keys add column if not exists replaced_by uuid;
alter table api_keys add column if not exists created_by text not null default 'system:key-create';
-- The day, and no more: who asked when is in the facts.
alter table api_keys add column if not exists last_used_on date;

-- How an authority looks: colours that were checked for contrast, words, a picture that was checked by its
-- bytes. Owner: the authority.
create table if not exists authority_brandings (
  bucket smallint not null,
  authority text not null,
  colours jsonb,
  desk jsonb,
  note jsonb,
  logo bytea,
  logo_type text,
  logo_sha256 text,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (bucket, authority)
);

-- Processes that do background work, and when each last said so. Owner: the process.
create table if not exists worker_beats (
  bucket smallint not null,
  id uuid not null,
  host text not null,
  started_at timestamptz not null,
  beat_at timestamptz not null,
  primary key (bucket, id)
);
