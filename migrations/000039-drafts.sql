-- A program of a unit opens its mailbox by a key of its own (`program`): nobody's mailbox reads that way, and
-- `recipient` is to whom a later seed is wrapped.
alter table keyslots drop constraint if exists keyslots_purpose_check;
alter table keyslots add constraint keyslots_purpose_check
  check (purpose in ('own', 'custodian', 'member', 'delegate', 'contact', 'kin', 'program')) not valid;
alter table keyslots validate constraint keyslots_purpose_check;
alter table keyslots drop constraint if exists keyslots_check;
alter table keyslots add constraint keyslots_check
  check ((purpose in ('own', 'program')) = (reader is null)) not valid;
alter table keyslots validate constraint keyslots_check;

-- Letters that are being written, each sealed in the browser to the mailbox of its unit: whoever of the unit
-- opens that goes on with them. In the bucket of the mailbox; gone when sent, discarded or left for long.
create table if not exists letter_drafts (
  bucket smallint not null,
  id uuid not null,
  mailbox uuid not null,
  authority text not null,
  unit text not null,
  author uuid not null,
  version integer not null,
  sealed bytea not null check (octet_length(sealed) <= 262144),
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  data_type text not null references data_types (id),
  primary key (bucket, id)
);
create index if not exists letter_drafts_of_mailbox on letter_drafts (bucket, mailbox, changed_at);
create index if not exists letter_drafts_by_age on letter_drafts (changed_at);

call fence_letters('letter_drafts');
