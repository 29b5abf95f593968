-- Effect: nothing that was published changes before its notice was seen. Reference tables, as what they tell of.

-- Each later version of a card, with the notice that tells of it. `asked_at`: not before this instant.
create table if not exists card_announcements (
  service text not null,
  version integer not null,
  notice uuid not null,
  announced_at timestamptz not null,
  asked_at timestamptz,
  seen_at timestamptz,
  primary key (service, version)
);

-- From when a version is in force; a version without a row waits. Of those whose time has come the highest
-- version is in force, so none comes back and none follows out of order.
create table if not exists card_effects (
  service text not null,
  version integer not null,
  effective_at timestamptz not null,
  primary key (service, version)
);
create index if not exists card_effects_by_time on card_effects (effective_at);

-- Cards that were published before there were notices were in force at once.
insert into card_effects (service, version, effective_at)
select service, version, published_at from card_versions
on conflict do nothing;

-- Each later text of an agreement, with the notice that tells of it.
create table if not exists agreement_announcements (
  agreement text not null,
  version text not null,
  revision bigint not null,
  notice uuid not null,
  announced_at timestamptz not null,
  seen_at timestamptz,
  primary key (agreement, version, revision)
);

-- From when a text is the one that holds; a text without a row waits.
create table if not exists agreement_effects (
  agreement text not null,
  version text not null,
  revision bigint not null,
  effective_at timestamptz not null,
  primary key (agreement, version, revision)
);

insert into agreement_effects (agreement, version, revision, effective_at)
select agreement, version, revision, imported_at from agreement_versions
on conflict do nothing;

-- Every program that ran here, one after the other; the newest row is the one that was announced last.
create table if not exists system_versions (
  number bigint not null,
  version text not null,
  since timestamptz not null,
  primary key (number)
);
