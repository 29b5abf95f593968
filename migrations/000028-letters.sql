-- Letters from mailbox to mailbox. The server has the sealed bytes and what stands on the envelope.
-- A letter lives in the bucket of its recipient's mailbox; one that waits for a mailbox, in the sender's.
create table if not exists letters (
  bucket smallint not null,
  id uuid not null,
  sender uuid not null,
  sender_authority text,
  sender_unit text,
  sender_person uuid,
  recipient uuid,
  recipient_authority text,
  recipient_unit text,
  recipient_person uuid,
  -- The body whose letter it is: that of the sender, of the recipient where a person writes.
  authority text not null,
  lane text not null,
  size_class integer not null,
  size_bytes integer not null,
  sha256 text not null,
  recipient_key text not null,
  token_hash text not null,
  -- Where its bytes are; null once they are gone.
  content uuid,
  case_id uuid,
  in_reply_to uuid,
  copy_of uuid,
  sent_at timestamptz not null,
  accepted_at timestamptz not null,
  publish_at timestamptz not null,
  effective_at timestamptz,
  expires_at timestamptz,
  -- When the program is to publish it; null where something else comes first.
  due_at timestamptz,
  arrived_at timestamptz,
  state text not null,
  state_at timestamptz not null,
  data_type text not null references data_types,
  primary key (bucket, id)
);
create index if not exists letters_of_mailbox on letters (bucket, recipient, arrived_at desc, id desc)
  where arrived_at is not null;
create index if not exists letters_due on letters (lane, due_at, bucket, id) where due_at is not null;
create index if not exists letters_waiting on letters (bucket, sender, id) where state = 'awaiting-recipient';
create index if not exists letters_waiting_for on letters (recipient_person) where state = 'awaiting-recipient';
create index if not exists letters_expiring on letters (expires_at)
  where expires_at is not null and state in ('accepted', 'scheduled', 'awaiting-recipient', 'published', 'fetched');
create index if not exists letters_by_authority on letters (authority, arrived_at)
  where arrived_at is not null and content is not null;
create index if not exists letters_by_lane on letters (lane, arrived_at desc) where arrived_at is not null;
create index if not exists letters_of_person on letters (recipient_person) where recipient_person is not null;
create index if not exists letters_by_person on letters (sender_person) where sender_person is not null;

-- The sealed bytes, in pieces of at most 256 KiB. They do not compress.
create table if not exists letter_chunks (
  bucket smallint not null,
  content uuid not null,
  from_byte integer not null,
  bytes bytea storage external not null,
  data_type text not null references data_types,
  primary key (bucket, content, from_byte)
);

-- Large letters whose bytes are arriving: what is left of a broken line is swept away by this.
create table if not exists letter_arrivals (
  bucket smallint not null,
  content uuid not null,
  begun_by text not null,
  begun_at timestamptz not null,
  primary key (bucket, content)
);

-- One id, one letter, whatever mailbox it is in: where a letter is, and what was accepted by that id.
create table if not exists letter_places (
  bucket smallint not null,
  id uuid not null,
  -- The mailbox in whose bucket it is.
  held_by uuid not null,
  sender uuid not null,
  sha256 text not null,
  -- The fact of its acceptance.
  fact uuid not null,
  accepted_at timestamptz not null,
  primary key (bucket, id)
);

-- What a mailbox has sent, in its own bucket.
create table if not exists sent_letters (
  bucket smallint not null,
  id uuid not null,
  sender uuid not null,
  sender_authority text,
  sender_person uuid,
  recipient_authority text,
  recipient_person uuid,
  held_by uuid not null,
  accepted_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists sent_letters_in_order on sent_letters (bucket, sender, accepted_at desc, id desc);

-- What a recipient signed: that the letter was opened, acknowledged, answered.
create table if not exists letter_proofs (
  bucket smallint not null,
  letter_id uuid not null,
  state text not null,
  token text not null,
  note text not null,
  proven_at timestamptz not null,
  given_by text not null,
  data_type text not null references data_types,
  primary key (bucket, letter_id, state)
);

-- What people said about a letter: why it was taken back or refused, what is wrong with it.
create table if not exists letter_remarks (
  bucket smallint not null,
  id uuid not null,
  letter_id uuid not null,
  kind text not null,
  code text,
  words text not null,
  said_by text not null,
  said_at timestamptz not null,
  data_type text not null references data_types,
  primary key (bucket, id)
);
create index if not exists letter_remarks_of on letter_remarks (bucket, letter_id);

-- Letters that a second person has to approve; in the bucket of the sending unit.
create table if not exists letter_approvals (
  bucket smallint not null,
  letter_id uuid not null,
  unit_mailbox uuid not null,
  authority text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  outcome text,
  primary key (bucket, letter_id)
);
create index if not exists letter_approvals_open on letter_approvals (bucket, unit_mailbox, letter_id)
  where outcome is null;

-- Recipients who will read no more: a person who has died, a body that is dissolved, shown by a paper.
create table if not exists letter_recipient_ends (
  bucket smallint not null,
  owner uuid not null,
  kind text not null,
  authority text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  remark uuid not null,
  primary key (bucket, owner)
);

do $$
declare
  authorities constant text := '%1$s_authority = any ((select scope_authorities())::text[])';
  people constant text := '%1$s_person::text = any ((select scope_people())::text[])';
  parties constant text := format(authorities, 'sender') || ' or ' || format(people, 'sender')
    || ' or ' || format(authorities, 'recipient') || ' or ' || format(people, 'recipient');
  somebody constant text := '(select scope_is_somebody())';
  of_letter constant text := 'exists (select 1 from letters l where l.bucket = %1$s.bucket and l.id = %1$s.letter_id)';
begin
  call fence('letters', parties);
  call fence('sent_letters', parties);
  -- Written before the letter itself is.
  call fence('letter_chunks', 'exists (select 1 from letters l where l.bucket = letter_chunks.bucket
    and l.content = letter_chunks.content)', somebody);
  call fence('letter_arrivals', 'begun_by = any ((select scope_people())::text[])');
  call fence('letter_places', 'false', somebody);
  call fence('letter_proofs', format(of_letter, 'letter_proofs'), somebody);
  call fence('letter_remarks', format(of_letter, 'letter_remarks'), somebody);
  call fence('letter_approvals', 'authority = any ((select scope_authorities())::text[])');
  call fence('letter_recipient_ends', 'authority = any ((select scope_authorities())::text[])');
  -- Both sides read what happened to their letter, in whichever bucket it was recorded.
  drop policy if exists letters_of_both on facts;
  create policy letters_of_both on facts for select using (kind ~ '^letter\.' and (
    exists (select 1 from letters l where l.bucket = facts.bucket and l.id = case
      when subject ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then subject::uuid end)
    or exists (select 1 from sent_letters s where s.bucket = facts.bucket and s.id = case
      when subject ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then subject::uuid end)));
end $$;
create index if not exists letters_by_content on letters (bucket, content) where content is not null;
