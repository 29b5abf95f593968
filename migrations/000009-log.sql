-- The public log: its shards, entries, tiles, what is published, and the keys of the salts.
-- Rows of a log are rooted in the log; the keys of the salts in the owner of the facts they hide.

-- One shard each; the newest that is not frozen takes what is new. `last_at` is in POSIX seconds.
create table if not exists logs (
  log_id text not null,
  position bigint not null,
  origin text not null,
  size bigint not null,
  root bytea not null,
  last_at bigint not null,
  keys jsonb not null,
  opened_at timestamptz not null,
  frozen_at timestamptz,
  primary key (log_id)
);

-- `entry` is what the tree hashes; `commitments` are those of a sealed batch, 32 bytes each.
create table if not exists log_entries (
  log_id text not null,
  index bigint not null,
  kind smallint not null,
  at bigint not null,
  type text not null,
  service text,
  entry bytea not null,
  commitments bytea,
  primary key (log_id, index)
);
create index if not exists log_entries_by_type on log_entries (log_id, type, index);

-- Where each fact stands: the entry, and its place among the commitments of a sealed one.
create table if not exists log_leaves (
  log_id text not null,
  id uuid not null,
  bucket smallint not null,
  index bigint not null,
  place integer,
  primary key (log_id, id)
);

-- Hashes of the tree, up to 256 a tile; the last of each level grows.
create table if not exists log_tiles (
  log_id text not null,
  level smallint not null,
  index bigint not null,
  bytes bytea not null,
  primary key (log_id, level, index)
);

-- The checkpoint that the world was shown last, and how the publishing of it stands.
create table if not exists log_checkpoints (
  log_id text not null,
  size bigint not null,
  note text,
  published_at timestamptz,
  checked_at timestamptz,
  trouble text,
  primary key (log_id)
);

-- Whoever erases a key erases the way from every leaf of the subject to what it says.
create table if not exists evidence_keys (
  bucket smallint not null,
  subject text not null,
  key bytea,
  made_at timestamptz not null,
  erased_at timestamptz,
  primary key (bucket, subject)
);
