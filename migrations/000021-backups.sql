-- Backups, drills of their restore, and controls as they were last seen. Rules: docs/specs/backup.md.

-- A backup of the whole installation: copied to every node, few rows. `at` is the moment whose state it
-- holds; `gone_at` tells when its file was taken away for newer ones.
create table if not exists backups (
  id uuid primary key,
  made_by text not null,
  file text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  state text not null,
  at timestamptz,
  size_bytes bigint,
  row_count bigint,
  fact_count bigint,
  trouble text,
  gone_at timestamptz
);
create index if not exists backups_by_start on backups (started_at desc);

-- A backup that was restored into a scratch database and held against the log; what was measured.
create table if not exists restore_drills (
  id uuid primary key,
  backup uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  ok boolean,
  rpo_seconds bigint,
  rto_seconds bigint,
  fact_count bigint,
  entry_count bigint,
  trouble text
);
create index if not exists restore_drills_by_start on restore_drills (started_at desc);

-- Each control as it was last seen; `passed` null: nobody can know from here.
create table if not exists control_checks (
  control text primary key,
  passed boolean,
  reason text not null,
  figure text,
  checked_at timestamptz not null,
  recorded_at timestamptz not null
);

-- Whose turn it is to make a backup, to drill, to look at the controls: one worker at a time.
create table if not exists backup_turns (
  name text primary key,
  holder uuid not null,
  until_at timestamptz not null
);
