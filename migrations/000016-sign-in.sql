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
