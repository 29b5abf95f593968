-- Keys of systems: what they may be used for, until when, and by what they were replaced; the marks of an
-- authority. Rules: docs/specs/keys.md.

alter table api_keys add column if not exists scopes text[] not null default '{}';
alter table api_keys add column if not exists expires_at timestamptz;
alter table api_keys add column if not exists rotated_from uuid;
alter table api_keys add column if not exists replaced_by uuid;
alter table api_keys add column if not exists created_by text not null default 'system:key-create';
-- The day, and no more: who asked when is in the facts.
alter table api_keys add column if not exists last_used_on date;
