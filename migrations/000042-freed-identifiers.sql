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

-- Mailboxes of units and the ways to open them are of whoever reads the letters of the unit, as those are since
-- 000038 (ADR 26), and no longer of everybody who works for the body. Whoever has a way by their own mailbox has
-- it as before.
do $$
declare
  units constant text := 'authority = any ((select scope_bodies('':*''))::text[])'
    ' or authority || ''/:'' || unit = any ((select scope_units())::text[])';
  people constant text := '%s::text = any ((select scope_people())::text[])';
  readers constant text := ' or exists (select 1 from keyslots k where k.bucket = %1$s.bucket and k.mailbox = %1$s.%2$s'
    ' and k.removed_at is null and k.reader::text = any ((select scope_people())::text[]))';
begin
  call fence('keyslots', format(people, 'person') || ' or ' || format(people, 'reader') || ' or ' || units);
  call fence('mailboxes', format(people, 'person') || ' or ' || units || format(readers, 'mailboxes', 'id'));
  call fence('mailbox_history', format(people, 'person') || ' or ' || units
    || format(readers, 'mailbox_history', 'mailbox'));
end $$;
