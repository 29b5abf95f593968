-- Backups that go on where they were cut (docs/specs/backup.md, ADR 25).

-- What a backup that is being made has set aside, by the place that it is made for. `key` opens its kept
-- parts, and nothing else; with the row they are lost for ever. Not in any backup.
create table if not exists backup_drafts (
  id uuid primary key,
  place text not null unique,
  key bytea not null,
  begun_at timestamptz not null
);
call fence('backup_drafts', 'false');

-- The draft that a running backup writes: whoever finds the draft without a holder knows that it runs no more.
alter table backups add column if not exists draft uuid;
