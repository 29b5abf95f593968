-- The directory of public keys (docs/specs/key-directory.md, ADR 27): entries of owners, what stands at
-- identifiers, the sparse map over both, and its heads, each a public fact. Nothing is changed but `head`
-- (from waiting to a number) and `person` (to nobody, by an erasure); nothing is ever deleted.

create table if not exists directory_entries (
  bucket smallint not null,
  owner text not null,
  sequence integer not null check (sequence >= 0),
  person uuid,
  authority text,
  unit text,
  reason text not null check (reason in ('enrolled', 'rotated', 'recovered', 'stopped', 'closed')),
  entry jsonb not null,
  hash text not null,
  added_at timestamptz not null,
  added_by text not null,
  fact uuid not null,
  head bigint,
  data_type text not null references data_types (id),
  primary key (bucket, owner, sequence)
);
create index if not exists directory_entries_waiting on directory_entries (added_at) where head is null;
create index if not exists directory_entries_by_person on directory_entries (person) where person is not null;

-- Whose an identifier is: its label is a hash, and the text stands nowhere.
create table if not exists directory_aliases (
  bucket smallint not null,
  label text not null,
  owner text not null,
  person uuid,
  added_at timestamptz not null,
  head bigint,
  data_type text not null references data_types (id),
  primary key (bucket, label)
);
create index if not exists directory_aliases_waiting on directory_aliases (added_at) where head is null;
create index if not exists directory_aliases_by_person on directory_aliases (person) where person is not null;

-- Branches of the map by their path of bits, each as of the head that wrote it. A half is empty, 32 bytes
-- (a hash), or 64 (label and value of the only leaf below).
create table if not exists directory_branches (
  bucket smallint not null,
  path text not null,
  head bigint not null,
  left_half bytea not null check (octet_length(left_half) in (0, 32, 64)),
  right_half bytea not null check (octet_length(right_half) in (0, 32, 64)),
  primary key (bucket, path, head)
);

create table if not exists directory_heads (
  bucket smallint not null,
  number bigint not null check (number > 0),
  root text not null,
  entries bigint not null,
  labels bigint not null,
  previous text,
  hash text not null,
  fact uuid not null,
  made_at timestamptz not null,
  primary key (bucket, number)
);

do $$
declare
  people constant text := 'person::text = any ((select scope_people())::text[])';
  authorities constant text := 'authority = any ((select scope_authorities())::text[])';
begin
  call fence('directory_entries', people || ' or ' || authorities);
  -- Nobody reads along the shelf: the program looks one label up, and asks who may know.
  call fence('directory_aliases', people);
  call fence('directory_branches', 'false');
  call fence('directory_heads', 'false');
end $$;
