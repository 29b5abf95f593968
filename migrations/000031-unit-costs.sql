-- What a letter or a visit costs on paper, as bodies declare it with a source: rows are only added.
-- Owner: the authority. Rules: docs/specs/measures.md, cost-saved.
create table if not exists unit_costs (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  what text not null check (what in ('letter', 'visit')),
  amount_rial bigint not null check (amount_rial > 0),
  source jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (bucket, id)
);

call fence_published('unit_costs');
