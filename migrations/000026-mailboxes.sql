-- Mailboxes of persons, businesses and units, and the ways to open them (docs/specs/mailboxes.md). Nothing
-- here opens a letter: a keyslot is the seed of a mailbox, wrapped in a browser for a secret that is not here.

-- A mailbox lives in the bucket of its own id, as its letters do.
create table if not exists mailboxes (
  bucket smallint not null,
  id uuid not null,
  kind text not null check (kind in ('person', 'organisation', 'unit')),
  person uuid,
  authority text,
  unit text,
  recipient text not null,
  sequence integer not null check (sequence >= 0),
  opened_at timestamptz not null,
  closed_at timestamptz,
  rotation_due timestamptz,
  drill_told_at timestamptz,
  pending_recipient text,
  pending_sequence integer,
  pending_at timestamptz,
  demonstration boolean not null,
  data_type text not null references data_types (id),
  primary key (bucket, id),
  check ((kind = 'unit') = (authority is not null and unit is not null)),
  check ((kind = 'unit') = (person is null))
);
create index if not exists mailboxes_by_person on mailboxes (person) where person is not null;
create index if not exists mailboxes_by_authority on mailboxes (authority, unit) where authority is not null;

-- Whose mailbox is which: `person:<id>` or `unit:<authority>/<unit>`, in the bucket of that text.
create table if not exists mailbox_owners (
  bucket smallint not null,
  owner text not null,
  mailbox uuid not null,
  person uuid,
  authority text,
  data_type text not null references data_types (id),
  primary key (bucket, owner)
);
create index if not exists mailbox_owners_by_person on mailbox_owners (person) where person is not null;

-- Ways to open a mailbox. `reader`: the person to whose own mailbox the seed is sealed. `binding`: a mark by the
-- open mailbox, so that a way which was added here by us is found out.
create table if not exists keyslots (
  bucket smallint not null,
  id uuid not null,
  mailbox uuid not null,
  person uuid,
  authority text,
  unit text,
  purpose text not null
    check (purpose in ('own', 'custodian', 'member', 'delegate')),
  kind text not null check (kind in ('passkey', 'paper', 'mailbox')),
  reader uuid,
  reader_mailbox uuid,
  delegation uuid,
  label text not null check (length(label) <= 80),
  sequence integer not null,
  credential text,
  slot text not null check (octet_length(slot) <= 8192),
  recipient text,
  binding text not null check (length(binding) <= 44),
  made_at timestamptz not null,
  proven_at timestamptz,
  removed_at timestamptz,
  data_type text not null references data_types (id),
  primary key (bucket, id),
  check ((purpose = 'own') = (reader is null))
);
create index if not exists keyslots_of_mailbox on keyslots (bucket, mailbox) where removed_at is null;
create index if not exists keyslots_by_reader on keyslots (reader) where reader is not null;
create index if not exists keyslots_by_person on keyslots (person) where person is not null;

-- The seeds of before, each sealed to the key that came after it: old letters stay readable.
create table if not exists mailbox_history (
  bucket smallint not null,
  mailbox uuid not null,
  sequence integer not null,
  person uuid,
  authority text,
  unit text,
  recipient text not null,
  slot text check (octet_length(slot) <= 8192),
  ended_at timestamptz not null,
  data_type text not null references data_types (id),
  primary key (bucket, mailbox, sequence)
);
create index if not exists mailbox_history_by_person on mailbox_history (person) where person is not null;

-- A shared computer waits to be unlocked by a telephone: the key that it made for that, for minutes.
create table if not exists mailbox_pairings (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  mailbox uuid not null,
  recipient text not null,
  sealed text,
  expires_at timestamptz not null,
  data_type text not null references data_types (id),
  primary key (bucket, id)
);
create index if not exists mailbox_pairings_by_end on mailbox_pairings (expires_at);
create index if not exists mailbox_pairings_by_person on mailbox_pairings (person);

do $$
declare
  authorities constant text := 'authority = any ((select scope_authorities())::text[])';
  people constant text := '%s::text = any ((select scope_people())::text[])';
begin
  call fence('mailbox_owners', format(people, 'person') || ' or ' || authorities);
  call fence('keyslots', format(people, 'person') || ' or ' || format(people, 'reader') || ' or ' || authorities);
  call fence('mailboxes', format(people, 'person') || ' or ' || authorities
    || ' or exists (select 1 from keyslots k where k.bucket = mailboxes.bucket and k.mailbox = mailboxes.id
      and k.removed_at is null and k.reader::text = any ((select scope_people())::text[]))');
  call fence('mailbox_history', format(people, 'person') || ' or ' || authorities
    || ' or exists (select 1 from keyslots k where k.bucket = mailbox_history.bucket
      and k.mailbox = mailbox_history.mailbox and k.removed_at is null
      and k.reader::text = any ((select scope_people())::text[]))');
  call fence('mailbox_pairings', format(people, 'person'));
end $$;
