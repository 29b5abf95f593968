-- Who there is, who may do what, and how they prove it. Rules: docs/specs/people.md.

-- Authorities, their units and posts: copied to every node, imported from agreements/authorities.
create table if not exists authorities (
  id text not null,
  position smallint not null,
  title jsonb not null,
  short_title jsonb not null,
  portal text not null,
  province text,
  time_zone text not null,
  primary key (id)
);

create table if not exists units (
  authority text not null references authorities (id),
  id text not null,
  position smallint not null,
  title jsonb not null,
  primary key (authority, id)
);

create table if not exists posts (
  authority text not null references authorities (id),
  id text not null,
  position smallint not null,
  unit text,
  title jsonb not null,
  primary key (authority, id),
  foreign key (authority, unit) references units (authority, id)
);

-- Who held a post on which day; the name is that of a public office, as it stands under a decision.
create table if not exists post_holdings (
  id uuid not null,
  authority text not null,
  post text not null,
  person uuid not null,
  holder_name jsonb not null,
  valid_from date not null,
  valid_to date,
  primary key (id),
  foreign key (authority, post) references posts (authority, id)
);
create index if not exists post_holdings_by_post on post_holdings (authority, post, valid_from);

-- Natural persons, businesses and public bodies. Owner: the person.
create table if not exists persons (
  bucket smallint not null,
  id uuid not null,
  kind text not null,
  name jsonb not null,
  national_id text,
  legal_id text,
  foreigner_code text,
  mobile text,
  email text,
  created_at timestamptz not null,
  primary key (bucket, id)
);

-- One row per identifier, so that it names one person everywhere: bucket and id by the hash of its value.
create table if not exists person_identifiers (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  primary key (bucket, id)
);

-- For whom a person may act. Owner: the person who acts.
create table if not exists representations (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  represented uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (bucket, id)
);
create index if not exists representations_by_person on representations (bucket, person);

-- Roles by authority and unit; the authority '*' is every authority. Owner: the person.
create table if not exists role_grants (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  authority text not null,
  unit text,
  role text not null,
  post text,
  valid_from timestamptz not null,
  valid_to timestamptz,
  given_by text not null,
  primary key (bucket, id)
);
create index if not exists role_grants_by_person on role_grants (bucket, person);

-- Sessions; only the hash of the secret is kept. Owner: the person.
create table if not exists sessions (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  secret_sha256 bytea not null,
  begun_by text not null,
  device text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (bucket, id)
);
create unique index if not exists sessions_by_secret on sessions (bucket, secret_sha256);
create index if not exists sessions_by_person on sessions (bucket, person);
create index if not exists sessions_by_expiry on sessions (expires_at);

-- WebAuthn credentials (id: base64url of the credential id). Owner: the person.
create table if not exists passkeys (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  name text not null,
  synced boolean not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (bucket, id)
);
create index if not exists passkeys_by_person on passkeys (bucket, person);

-- Open ceremonies: taken out when used, so that an answer counts once. Bucket by the challenge.
create table if not exists webauthn_challenges (
  bucket smallint not null,
  id text not null,
  purpose text not null,
  person uuid,
  browser_sha256 bytea not null,
  expires_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists webauthn_challenges_by_expiry on webauthn_challenges (expires_at);

-- Keys of other systems: bucket and id by the hash of the key, which is shown once and not kept.
create table if not exists api_keys (
  bucket smallint not null,
  id text not null,
  authority text not null,
  unit text,
  role text not null,
  label text not null,
  live boolean not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (bucket, id)
);
create index if not exists api_keys_by_authority on api_keys (authority);
