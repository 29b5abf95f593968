-- What the measures found, kept so that pages need not count again. A cache: everything here can be
-- rebuilt from the facts, and `peyman check` does so and compares.

-- One row per clause, service ('' for all together) and Jalali month, under the authority's bucket.
create table if not exists clause_states (
  bucket smallint not null,
  version text not null,
  clause text not null,
  service text not null,
  period text not null,
  authority text not null,
  state text not null,
  value double precision,
  unit text not null,
  numerator bigint not null,
  denominator bigint not null,
  breaches jsonb not null,
  breach_count bigint not null,
  evidence jsonb not null,
  evidence_count bigint not null,
  detail jsonb not null,
  primary key (bucket, version, clause, service, period)
);

-- Where the rows of an authority came from: which facts, which code, when, at what cost.
create table if not exists score_runs (
  bucket smallint not null,
  authority text not null,
  facts_through uuid,
  facts_read bigint not null,
  code_version text not null,
  as_of timestamptz not null,
  took_ms bigint not null,
  primary key (bucket, authority)
);
