-- Who acts for whom, consent at counters, signs of shared accounts, acceptance of agreements
-- (docs/specs/delegation.md).

-- A delegation. Owner: whom it is given by, so that an act checks it where the act itself is written.
-- `granted_by` is the natural person who gave it; `via` the delegation by which they could, where the
-- grantor is a business or a body.
create table if not exists delegations (
  bucket smallint not null,
  id uuid not null,
  grantor uuid not null,
  delegate uuid not null,
  kind text not null,
  scope jsonb not null,
  acts jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  granted_by text not null,
  via uuid,
  revoked_at timestamptz,
  revoked_by text,
  primary key (bucket, id),
  check (grantor <> delegate)
);
create index if not exists delegations_by_delegate on delegations (bucket, grantor, delegate);

-- Where a delegate's delegations are. Owner: the delegate.
create table if not exists delegations_held (
  bucket smallint not null,
  id uuid not null,
  delegate uuid not null,
  grantor uuid not null,
  primary key (bucket, id)
);
create index if not exists delegations_held_by_delegate on delegations_held (bucket, delegate);

insert into delegations (bucket, id, grantor, delegate, kind, scope, acts, valid_from, valid_to, granted_by)
select p.bucket, r.id, r.represented, r.person, 'representative', '{"all": true}'::jsonb,
  '["view", "apply", "answer", "withdraw", "receive-letters"]'::jsonb, r.valid_from, r.valid_to,
  'system:migration'
from representations r join persons p on p.id = r.represented
on conflict (bucket, id) do nothing;
insert into delegations_held (bucket, id, delegate, grantor)
select bucket, id, person, represented from representations
on conflict (bucket, id) do nothing;

-- What was offered and waits for its delegate. Owner: whom it is given by.
create table if not exists delegation_offers (
  bucket smallint not null,
  id uuid not null,
  grantor uuid not null,
  kind text not null,
  scope jsonb not null,
  acts jsonb not null,
  valid_to timestamptz,
  made_by uuid not null,
  via uuid,
  by_code boolean not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  delegation uuid,
  primary key (bucket, id)
);
create index if not exists delegation_offers_by_grantor on delegation_offers (bucket, grantor, made_at);

-- How an offer is found by its delegate: the hash of a code, or of an identifier. Bucket by that hash.
create table if not exists delegation_offer_keys (
  bucket smallint not null,
  id text not null,
  offer uuid not null,
  grantor uuid not null,
  expires_at timestamptz not null,
  primary key (bucket, id, offer)
);
create index if not exists delegation_offer_keys_by_expiry on delegation_offer_keys (expires_at);

-- Copied above; the programs that read it end before this one starts.
-- squawk-ignore ban-drop-table
drop table if exists representations;

-- Who accepted which version of an agreement; the id is that of its fact. Owner: the person.
create table if not exists agreement_acceptances (
  bucket smallint not null,
  person uuid not null,
  version text not null,
  id uuid not null,
  authority text not null,
  revision integer not null,
  standing text not null,
  on_paper boolean not null,
  actor text not null,
  accepted_at timestamptz not null,
  primary key (bucket, person, version)
);

-- From which networks a session was used (/24 or /48, never a whole address). Owner: the person.
create table if not exists session_sights (
  bucket smallint not null,
  person uuid not null,
  session uuid not null,
  network text not null,
  device text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (bucket, session, network)
);
create index if not exists session_sights_by_person on session_sights (bucket, person, last_at);
create index if not exists session_sights_by_age on session_sights (last_at);

-- Signs that an account may be used by more than its person, and what the person says of them: text of
-- people, which can be erased. Owner: the person.
create table if not exists sharing_signs (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  kind text not null,
  sign_key text not null,
  networks jsonb not null,
  accounts integer,
  found_at timestamptz not null,
  explained_at timestamptz,
  explanation text,
  primary key (bucket, id)
);
create unique index if not exists sharing_signs_by_key on sharing_signs (bucket, person, sign_key);

-- Devices of counter offices, on which many people sign in. Bucket by the hash of the device's cookie.
create table if not exists counter_devices (
  bucket smallint not null,
  id text not null,
  authority text not null,
  office text not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists counter_devices_by_authority on counter_devices (authority);

-- Consent for one act at a counter: the code that the citizen was sent, as its hash once it has been
-- sent, and what came of it.
-- Owner: the citizen.
create table if not exists counter_consents (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  authority text not null,
  service text not null,
  act text not null,
  office text not null,
  clerk uuid not null,
  code_sha256 text,
  attempts smallint not null default 0,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (bucket, id)
);
create index if not exists counter_consents_by_person on counter_consents (bucket, person, asked_at);
