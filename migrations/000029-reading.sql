-- What a unit prepares for its letters: texts with blanks, and whether a second person approves. Nothing of
-- anybody: blanks are filled in the browser.
create table if not exists letter_templates (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  unit text not null,
  name text not null check (length(name) <= 100),
  subject text not null check (length(subject) <= 500),
  body text not null check (length(body) <= 20000),
  changed_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists letter_templates_of_unit on letter_templates (bucket, authority, unit, name);

create table if not exists letter_unit_settings (
  bucket smallint not null,
  authority text not null,
  unit text not null,
  second_person boolean not null,
  changed_at timestamptz not null,
  primary key (bucket, authority, unit)
);

call fence('letter_templates', 'authority = any ((select scope_authorities())::text[])');
call fence('letter_unit_settings', 'authority = any ((select scope_authorities())::text[])');

-- A sender's own copy, found by the letter that it is of.
create index if not exists letters_copies on letters (bucket, copy_of) where copy_of is not null;
