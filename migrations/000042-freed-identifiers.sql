-- An identifier is let go of when its person is erased (docs/specs/key-directory.md, section 3): it stands for
-- nobody for as long as a recovery waits, and then for whoever has enrolled with it since. What it stood for in
-- earlier heads stays as a hash, which names nobody, so that every head can be checked.
alter table directory_aliases add column if not exists freed_at timestamptz;
alter table directory_aliases add column if not exists next_owner text;
alter table directory_aliases add column if not exists next_person uuid;
create index if not exists directory_aliases_changing on directory_aliases (freed_at)
  where freed_at is not null;
create index if not exists directory_aliases_by_next on directory_aliases (next_person)
  where next_person is not null;

create table if not exists directory_past_aliases (
  bucket smallint not null,
  label text not null,
  head bigint not null,
  value text not null check (length(value) = 44),
  primary key (bucket, label, head)
);

do $$
declare
  people constant text := '%s::text = any ((select scope_people())::text[])';
begin
  call fence('directory_aliases', format(people, 'person') || ' or ' || format(people, 'next_person'));
  call fence('directory_past_aliases', 'false');
end $$;
