-- A half of a key is sealed to the mailbox of whoever keeps it. Where that mailbox got another key because every
-- way to it was lost, the half opens nothing any more, until its owner gives a new one: `lost_at`
-- (docs/specs/mailboxes.md, section 7).
alter table mailbox_shares add column if not exists lost_at timestamptz;

-- Those that were lost before this was noted; nobody of before has the key of then (`slot` is null).
with lost as materialized (
  select m.person, max(h.ended_at) as at
  from mailboxes m join mailbox_history h on h.bucket = m.bucket and h.mailbox = m.id
  where h.slot is null and m.person is not null
  group by m.person)
update mailbox_shares s set lost_at = lost.at from lost
where s.reader = lost.person and s.lost_at is null and coalesce(s.proven_at, s.made_at) < lost.at;

-- Nobody waits for a half that opens nothing, or is gone: what was asked with it ended with it.
update mailbox_recoveries r set ended_at = now(), ended_as = 'over'
where r.ended_at is null and not exists (
  select 1 from mailbox_shares s
  where s.bucket = r.bucket and s.slot = r.slot and s.lost_at is null);

-- Whoever can still open a mailbox whose key was closed (a death that was recorded wrongly) gives the key of
-- before along with the next one: letters of before stay readable. It is sealed to the next key.
alter table mailboxes add column if not exists pending_past text
  check (octet_length(pending_past) <= 8192);
