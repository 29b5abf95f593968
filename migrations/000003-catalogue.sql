-- The catalogue: reference tables, copied to every node of a distributed database.

-- One row per service; `version` is its newest card, raised by compare-and-swap when one is published.
create table if not exists services (
  code text primary key,
  authority text not null,
  version integer not null
);
create index if not exists services_by_authority on services (authority, code);

-- Every card that was ever in force. A row is never changed: cases are held to the card they began with.
create table if not exists card_versions (
  service text not null references services (code),
  version integer not null,
  card jsonb not null,
  changes jsonb not null,
  sha256 text not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (service, version)
);
create index if not exists card_versions_by_time on card_versions (published_at);

-- A card in the making, one per service; `revision` keeps two editors from undoing each other.
create table if not exists card_drafts (
  service text primary key,
  authority text not null,
  card jsonb not null,
  revision integer not null,
  saved_at timestamptz not null,
  saved_by text not null
);
create index if not exists card_drafts_by_authority on card_drafts (authority, service);
