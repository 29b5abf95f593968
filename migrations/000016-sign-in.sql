-- How people prove who they are, beside passkeys: docs/specs/sign-in.md.

-- A session knows its last proof, how strong it is, the device, and in which hat its person works.
-- `carries_roles` is false where what began it must not let anybody work as staff.
alter table sessions add column if not exists proven_at timestamptz;
alter table sessions add column if not exists strength text;
alter table sessions add column if not exists device_id text;
alter table sessions add column if not exists hat text;
alter table sessions add column if not exists acting text;
alter table sessions add column if not exists carries_roles boolean not null default true;
update sessions set proven_at = started_at, strength = begun_by where proven_at is null;

-- In what kind of session a passkey was added: one that was added by a one-time code carries no roles.
alter table passkeys add column if not exists added_by text not null default 'passkey';

-- Addresses at which a person was reached: a code sent there came back. Owner: the person.
create table if not exists contacts (
  bucket smallint not null,
  person uuid not null,
  channel text not null,
  address text not null,
  lang text not null,
  proven_at timestamptz not null,
  primary key (bucket, person, channel, address)
);

-- Directory: one address lets in one person. Bucket and id by the hash of channel and address.
create table if not exists contact_owners (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  primary key (bucket, id)
);

-- What the platform told a person about their account; never the content of a case. Owner: the person.
create table if not exists person_messages (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  kind text not null,
  subject jsonb not null,
  body jsonb not null,
  told_at timestamptz not null,
  read_at timestamptz,
  primary key (bucket, id)
);
create index if not exists person_messages_by_person on person_messages (bucket, person, told_at);

-- Codes that let a person add a passkey: given from hand to hand. Bucket and id by the hash of the code.
create table if not exists enrolment_codes (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  -- By an administrator: what is added with it may carry roles. A counter’s code never does.
  for_staff boolean not null,
  issued_by text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (bucket, id)
);
create index if not exists enrolment_codes_by_person on enrolment_codes (person);

-- Browsers in which a person has been signed in; `id` is the hash of the cookie. Owner: the person.
create table if not exists devices (
  bucket smallint not null,
  person uuid not null,
  id text not null,
  name text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (bucket, person, id)
);
create index if not exists devices_by_id on devices (id);

-- One-time codes on their way: bound to the browser that asked; the code itself is never here, its hash
-- only once it has been sent. Bucket by id.
create table if not exists code_challenges (
  bucket smallint not null,
  id uuid not null,
  browser_sha256 bytea not null,
  purpose text not null,
  person uuid,
  channel text not null,
  address text not null,
  lang text not null,
  code_sha256 bytea,
  tries smallint not null,
  expires_at timestamptz not null,
  proven_at timestamptz,
  primary key (bucket, id)
);
create index if not exists code_challenges_by_expiry on code_challenges (expires_at);

-- How often something was tried in a stretch of time; bucket by id, the hash of what is counted.
create table if not exists attempt_counts (
  bucket smallint not null,
  id text not null,
  begun_at timestamptz not null,
  ends_at timestamptz not null,
  count integer not null,
  primary key (bucket, id)
);
create index if not exists attempt_counts_by_end on attempt_counts (ends_at);

-- Accounts that nobody can sign in to until their owner is back. Owner: the person.
create table if not exists account_freezes (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  frozen_at timestamptz not null,
  released_at timestamptz,
  released_by text,
  primary key (bucket, id)
);
create unique index if not exists account_freezes_open on account_freezes (bucket, person)
  where released_at is null;

-- Recoveries by a proven contact: they wait, and whoever hears of one can stop it. Owner: the person.
create table if not exists account_recoveries (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  begun_at timestamptz not null,
  ready_at timestamptz not null,
  ends_at timestamptz not null,
  stopped_at timestamptz,
  done_at timestamptz,
  primary key (bucket, id)
);
create index if not exists account_recoveries_by_person on account_recoveries (bucket, person);

-- Links that go out in messages and do one thing without a session (`this was not me`, `stop this
-- recovery`); bucket and id by the hash of the token.
create table if not exists account_links (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  purpose text not null,
  subject uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (bucket, id)
);
create index if not exists account_links_by_expiry on account_links (expires_at);

-- Sign-ins under way at the national sign-on; taken out by the first answer. Bucket and id by the state's hash.
create table if not exists oidc_logins (
  bucket smallint not null,
  id text not null,
  browser_sha256 bytea not null,
  purpose text not null,
  person uuid,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists oidc_logins_by_expiry on oidc_logins (expires_at);

-- Who a subject of the national sign-on is here; bucket and id by the hash of issuer and subject. One that
-- was tied to an account by somebody who had only a code carries no roles.
create table if not exists oidc_identities (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  linked_at timestamptz not null,
  carries_roles boolean not null,
  primary key (bucket, id)
);
create index if not exists oidc_identities_by_person on oidc_identities (person);

-- Identifiers that a person typed about themselves and nobody proved; they attach to nobody. Owner: the person.
create table if not exists typed_identifiers (
  bucket smallint not null,
  person uuid not null,
  kind text not null,
  value text not null,
  typed_at timestamptz not null,
  primary key (bucket, person, kind)
);
