-- Row-level security of letters by unit (ADR 26). peyman.units holds two marks more, of roles that read
-- letters: '<authority>/:<unit>', and '<authority>/:*' for the letters of every unit. Whoever reads the
-- cases of a unit does not read its letters, nor the other way round.
-- A migration is one transaction; what is filled in is written once for each letter that was sent.
-- squawk-ignore-file adding-not-nullable-field, prefer-robust-stmts

-- Which units a sent letter is of: its row in the sender's list knew bodies alone.
alter table sent_letters add column if not exists sender_unit text;
alter table sent_letters add column if not exists recipient_unit text;
update sent_letters s set sender_unit = m.unit from mailboxes m
where m.bucket = s.bucket and m.id = s.sender and s.sender_authority is not null and s.sender_unit is null;
update sent_letters s set recipient_unit = l.recipient_unit from letters l
where l.id = s.id and s.recipient_authority is not null and s.recipient_unit is null;

-- A table with the columns authority and unit that belongs to the letters of that unit.
create or replace procedure fence_letters(of text, more text default 'false', added text default null)
language plpgsql as $$
begin
  call fence(of, 'authority = any ((select scope_bodies('':*''))::text[])'
    ' or authority || ''/:'' || unit = any ((select scope_units())::text[])'
    ' or ' || more, added);
end $$;

do $$
declare
  units constant text := '%1$s_authority = any ((select scope_bodies('':*''))::text[])'
    ' or %1$s_authority || ''/:'' || %1$s_unit = any ((select scope_units())::text[])';
  people constant text := '%1$s_person::text = any ((select scope_people())::text[])';
  senders constant text := format(people, 'sender') || ' or ' || format(units, 'sender');
  everywhere constant text := '(select scope_is_everywhere())';
  of_person constant text := '%s::text = any ((select scope_people())::text[])';
  marked constant text := 'authority = any ((select scope_bodies(''%s''))::text[])';
begin
  -- Bytes, proofs and remarks go with the letter. Its recipient has it when it has arrived; whoever it
  -- waits for knows that it does. What a unit has not let go yet is of that unit alone.
  call fence('letters', senders || ' or arrived_at is not null and (' || format(units, 'recipient')
    || ') or (arrived_at is not null or state = ''awaiting-recipient'') and ' || format(people, 'recipient'));
  call fence('sent_letters', senders || ' or held_by <> sender and (' || format(people, 'recipient')
    || ' or ' || format(units, 'recipient') || ')');
  call fence_letters('letter_templates');
  call fence_letters('letter_unit_settings');
  -- In the bucket of the unit's mailbox.
  call fence('letter_approvals', 'exists (select 1 from mailboxes m where m.bucket = letter_approvals.bucket'
    ' and m.id = letter_approvals.unit_mailbox and (m.authority = any ((select scope_bodies('':*''))::text[])'
    ' or m.authority || ''/:'' || m.unit = any ((select scope_units())::text[])))');

  -- A letter on a page that goes by post is its sender's until somebody claims it.
  call fence('letter_claims', format(of_person, 'person') || ' or sender in (select m.id from mailboxes m'
    ' where m.authority = any ((select scope_authorities())::text[]) and ('
    ' m.authority = any ((select scope_bodies('':*''))::text[])'
    ' or m.authority || ''/:'' || m.unit = any ((select scope_units())::text[])))');
  -- What a unit found in a sealed application goes with the case, as its documents do: a counter of another
  -- unit learns of what has ended that it has, and nothing more.
  call fence('case_judgements', 'exists (select 1 from cases c where c.bucket = case_judgements.bucket'
    ' and c.id = case_judgements.case_id and (c.stage not in (''decided'', ''withdrawn'')'
    ' or c.applicant::text = any ((select scope_people())::text[]) or ' || everywhere
    || ' or c.authority = any ((select scope_bodies(''*''))::text[])'
    ' or c.units && (select scope_units())::text[]))', '(select scope_is_somebody())');

  -- Facts of a letter are of its two sides (letters_of_both) and of who did it; all others as before.
  call fence('facts', everywhere || ' or ' || format(of_person, 'subject') || ' or ' || format(of_person, 'actor')
    || ' or (kind ~ ''^access\.'' and body ->> ''owner'' = any ((select scope_people())::text[]))'
    || ' or kind ~ ''^(agreement|card|calendar|notice|outage|planned|probe|monitoring|channel|service)\.'''
    || ' or (kind !~ ''^letter\.'' and (' || format(marked, '*')
    || ' or case when body ->> ''case'' ~ ''^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'' then'
    || '   exists (select 1 from cases where id = (body ->> ''case'')::uuid and cases.bucket ='
    || '     (''x'' || substr(body ->> ''case'', 16, 3))::bit(12)::integer)'
    || ' else authority = any ((select scope_authorities())::text[]) and (body ->> ''unit'' is null or '
    || format(marked, '!') || ' or authority || ''/'' || (body ->> ''unit'') = any ((select scope_units())::text[])) end))',
    'true');
end $$;
