-- Notices: public, few and read by everyone, so reference tables; subscriptions are rooted in whoever
-- subscribed.

-- One row per notice; `version` is its newest, raised under the row's lock when one is corrected.
create table if not exists notices (
  id uuid primary key,
  authority text not null,
  version integer not null
);

-- Every text that was ever published. A row is never changed but for `seen_at`, which is set once:
-- the first sight of this version by a vantage point that counts.
create table if not exists notice_versions (
  id uuid not null references notices (id),
  version integer not null,
  authority text not null,
  kind text not null,
  changes text[] not null,
  services text[] not null,
  title jsonb not null,
  body jsonb not null,
  about_kind text,
  about_id text,
  effective_at timestamptz,
  banner_until timestamptz,
  sha256 text not null,
  fact uuid not null,
  published_at timestamptz not null,
  published_by text not null,
  seen_at timestamptz,
  primary key (id, version)
);
create index if not exists notice_versions_by_time on notice_versions (published_at desc, id);
create index if not exists notice_versions_by_matter on notice_versions (about_kind, about_id);
create index if not exists notice_versions_unseen on notice_versions (authority, published_at)
  where seen_at is null;
create index if not exists notice_versions_on_banners on notice_versions (banner_until)
  where banner_until is not null;

-- Who saw which version on the portal, with the page as it was fetched (gzip): the proof.
create table if not exists notice_sightings (
  notice uuid not null,
  version integer not null,
  vantage text not null,
  outside boolean not null,
  seen_at timestamptz not null,
  recorded_at timestamptz not null,
  snapshot_sha256 text not null,
  snapshot bytea not null,
  fact uuid not null,
  primary key (notice, version, vantage)
);

-- What services are called, as the catalogue, which stands above, tells with every card: for the pages,
-- feeds and mails of notices.
create table if not exists notice_services (
  code text primary key,
  authority text not null,
  title jsonb not null
);
insert into notice_services (code, authority, title)
select s.code, s.authority, v.card -> 'title'
from services s join card_versions v on v.service = s.code and v.version = s.version
on conflict (code) do nothing;

-- A notice in the making, or the next version of one: the id is the notice's. `base_version` is the
-- version that is corrected; `revision` keeps two writers from undoing each other.
create table if not exists notice_drafts (
  id uuid primary key,
  authority text not null,
  base_version integer,
  typed jsonb not null,
  revision integer not null,
  saved_at timestamptz not null,
  saved_by text not null
);
create index if not exists notice_drafts_by_authority on notice_drafts (authority, saved_at desc);

-- Who is told of notices by e-mail, rooted in the address. `next_at` is when the question whether the
-- owner of the address wants this is to be mailed; null once it was. Only a confirmed one is told.
create table if not exists notice_subscriptions (
  bucket smallint not null,
  id uuid not null,
  address text not null,
  person uuid,
  lang text not null,
  authority text,
  services text[] not null,
  kinds text[] not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  next_at timestamptz,
  attempts smallint not null default 0,
  primary key (bucket, id)
);
create index if not exists notice_subscriptions_by_address on notice_subscriptions (bucket, address);
create index if not exists notice_subscriptions_by_person on notice_subscriptions (person)
  where person is not null;
create index if not exists notice_subscriptions_to_ask on notice_subscriptions (next_at)
  where next_at is not null;
create index if not exists notice_subscriptions_unanswered on notice_subscriptions (asked_at)
  where confirmed_at is null;

-- What the links in mails prove: only the hash of each is kept, and not for ever.
create table if not exists notice_tokens (
  bucket smallint not null,
  secret_sha256 bytea not null,
  subscription uuid not null,
  purpose text not null,
  expires_at timestamptz not null,
  primary key (bucket, secret_sha256)
);
create index if not exists notice_tokens_by_subscription on notice_tokens (bucket, subscription);
create index if not exists notice_tokens_by_time on notice_tokens (expires_at);

-- One row for each version of a notice and each subscription that it fits, made once.
create table if not exists notice_deliveries (
  bucket smallint not null,
  subscription uuid not null,
  notice uuid not null,
  version integer not null,
  state text not null,
  attempts smallint not null default 0,
  queued_at timestamptz not null,
  next_at timestamptz,
  sent_at timestamptz,
  reason text,
  primary key (bucket, subscription, notice, version)
);
create index if not exists notice_deliveries_to_send on notice_deliveries (next_at)
  where next_at is not null;
create index if not exists notice_deliveries_by_notice on notice_deliveries (notice, version);
