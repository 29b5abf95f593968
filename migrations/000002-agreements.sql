-- Agreements and office calendars: reference tables, imported from agreements/. Rules: docs/specs/agreement-file.md.

-- Every text of a version that was ever imported. A row is never changed: a corrected file is a new revision.
create table if not exists agreement_versions (
  agreement text not null,
  version text not null,
  revision bigint not null,
  authority text not null,
  state text not null,
  valid_from timestamptz,
  valid_to timestamptz not null,
  document jsonb not null,
  source_text text not null,
  sha256 text not null,
  imported_at timestamptz not null,
  primary key (agreement, version, revision)
);

-- What was said about the end of a version, each once: warnings before it, the end itself.
create table if not exists agreement_milestones (
  agreement text not null,
  version text not null,
  milestone text not null,
  noted_at timestamptz not null,
  primary key (agreement, version, milestone)
);

-- Every office calendar that was ever in use, composed with the holidays that its file names.
create table if not exists calendar_versions (
  calendar text not null,
  version bigint not null,
  authority text not null,
  zone text not null,
  document jsonb not null,
  source jsonb not null,
  sha256 text not null,
  known_at timestamptz not null,
  primary key (calendar, version)
);
create index if not exists calendar_versions_by_authority on calendar_versions (authority, known_at);
