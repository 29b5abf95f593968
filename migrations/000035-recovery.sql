-- A mailbox that is opened by two who each hold a half: the desk and a person who was named, in life for the
-- owner (`contact`), after a death for the heir (`kin`). docs/specs/mailboxes.md, sections 6 and 7.
-- And pages by post, by which somebody without a mailbox opens a letter (letter-exchange.md, section 10).
alter table keyslots drop constraint if exists keyslots_purpose_check;
alter table keyslots add constraint keyslots_purpose_check
  check (purpose in ('own', 'custodian', 'member', 'delegate', 'contact', 'kin')) not valid;
alter table keyslots validate constraint keyslots_purpose_check;
alter table keyslots drop constraint if exists keyslots_kind_check;
alter table keyslots add constraint keyslots_kind_check
  check (kind in ('passkey', 'paper', 'mailbox', 'recovery')) not valid;
alter table keyslots validate constraint keyslots_kind_check;

-- The two shares of a way. `sealed_share` is sealed to the mailbox of `reader`; `held_share` is the desk's,
-- encrypted with a key that is in no table and no backup. In the bucket of the mailbox.
create table if not exists mailbox_shares (
  bucket smallint not null,
  slot uuid not null,
  mailbox uuid not null,
  person uuid not null,
  reader uuid not null,
  purpose text not null check (purpose in ('contact', 'kin')),
  proof_key text not null check (length(proof_key) <= 400),
  sealed_share text not null check (octet_length(sealed_share) <= 8192),
  held_share text not null check (length(held_share) <= 200),
  made_at timestamptz not null,
  accepted_at timestamptz,
  proven_at timestamptz,
  drill_told_at timestamptz,
  data_type text not null references data_types (id),
  primary key (bucket, slot)
);
create index if not exists mailbox_shares_of on mailbox_shares (bucket, mailbox);
create index if not exists mailbox_shares_by_person on mailbox_shares (person);
create index if not exists mailbox_shares_by_reader on mailbox_shares (reader);
create index if not exists mailbox_shares_to_try on mailbox_shares (coalesce(proven_at, made_at));

-- Somebody asks for the desk's share. `words`: which certificate of inheritance an officer saw.
create table if not exists mailbox_recoveries (
  bucket smallint not null,
  id uuid not null,
  mailbox uuid not null,
  slot uuid not null,
  person uuid not null,
  reader uuid not null,
  purpose text not null check (purpose in ('contact', 'kin')),
  authority text,
  asked_at timestamptz not null,
  checked_by text,
  checked_at timestamptz,
  words text check (length(words) <= 2000),
  ready_at timestamptz,
  released_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('stopped', 'refused', 'over', 'done')),
  data_type text not null references data_types (id),
  primary key (bucket, id)
);
-- One of its owner's; of the heirs one each.
create unique index if not exists mailbox_recoveries_of_owner on mailbox_recoveries (bucket, mailbox)
  where ended_at is null and purpose = 'contact';
create unique index if not exists mailbox_recoveries_open on mailbox_recoveries (bucket, slot)
  where ended_at is null;
create index if not exists mailbox_recoveries_by_person on mailbox_recoveries (person);
create index if not exists mailbox_recoveries_by_reader on mailbox_recoveries (reader);
create index if not exists mailbox_recoveries_to_check on mailbox_recoveries (authority)
  where ended_at is null and checked_at is null;

-- A letter to somebody without a mailbox, sealed to a key that stands on a page sent by post and nowhere else.
-- `handle`: a hash of that key, which leads here and opens nothing. In the bucket of the handle.
create table if not exists letter_claims (
  bucket smallint not null,
  handle text not null check (length(handle) = 64),
  letter_id uuid not null,
  authority text not null,
  sender uuid not null,
  person uuid not null,
  content bytea check (octet_length(content) <= 1100000),
  recipient_key text not null,
  size_class integer not null,
  sha256 text not null,
  token_hash text not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  claimed_at timestamptz,
  kept_at timestamptz,
  data_type text not null references data_types (id),
  primary key (bucket, handle)
);
create index if not exists letter_claims_of on letter_claims (letter_id);
create index if not exists letter_claims_by_person on letter_claims (person);
create index if not exists letter_claims_by_end on letter_claims (expires_at);

do $$
declare
  people constant text := '%s::text = any ((select scope_people())::text[])';
  authorities constant text := 'authority = any ((select scope_authorities())::text[])';
begin
  call fence('mailbox_shares', format(people, 'person') || ' or ' || format(people, 'reader'));
  call fence('mailbox_recoveries', format(people, 'person') || ' or ' || format(people, 'reader')
    || ' or ' || authorities);
  call fence('letter_claims', authorities || ' or ' || format(people, 'person'));
  -- An heir reads the letters of the dead: nothing is written by this.
  drop policy if exists letters_of_heirs on letters;
  create policy letters_of_heirs on letters for select using (exists (
    select 1 from mailbox_recoveries r where r.bucket = letters.bucket and r.mailbox = letters.recipient
      and r.purpose = 'kin' and r.released_at is not null and r.ended_at is null
      and r.reader::text = any ((select scope_people())::text[])));
end $$;
