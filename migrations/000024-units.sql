-- Row-level security by unit (ADR 26): a fourth setting of a connection, peyman.units, lists the units
-- whose files its reader works with, each as '<authority>/<unit>', and these marks: '<authority>/*' every
-- unit, '<authority>/+' a counter, '<authority>/@<post>' a post, '<authority>/!' who administers the staff.
-- A migration is one transaction; rows of documents handed on are few.
-- squawk-ignore-file adding-not-nullable-field, prefer-robust-stmts

create or replace function scope_units() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('peyman.units', true), ''), ',');

-- The bodies for which the scope has a mark: '*', '+' or '!'.
create or replace function scope_bodies(mark text) returns text[] language sql stable parallel safe
  return array(select split_part(u, '/', 1) from unnest(scope_units()) as u
    where split_part(u, '/', 2) = mark);

-- A table with the columns authority and unit: who works in that unit, or for all of the body. A row
-- without a unit is of the whole body. `more`: what else opens a row; `added`: what may be put in.
create or replace procedure fence_unit(of text, more text default 'false', added text default null)
language plpgsql as $$
begin
  call fence(of, '(select scope_is_everywhere())'
    ' or authority = any ((select scope_bodies(''*''))::text[])'
    ' or authority || ''/'' || unit = any ((select scope_units())::text[])'
    ' or ' || more, added);
end $$;

-- Units and posts of the published process, by the card with which a case was filed: who reads it.
alter table cases add column if not exists units text[] not null default '{}';

update cases c set units = array(
  select distinct (c.authority || '/' || w.holder) collate "C" from (
    select s ->> 'unit' from jsonb_array_elements(v.card -> 'steps') as s
    union all select '@' || (s ->> 'post') from jsonb_array_elements(v.card -> 'steps') as s
    union all select '@' || (v.card -> 'approver' ->> 'post')
  ) as w (holder) where w.holder is not null order by 1)
from card_versions v
where c.units = '{}' and c.card_version = v.service || '@' || v.version;

-- Roles that are never of one unit, and were given with the unit of a post or to a key: they were held for
-- the whole body all the same.
update role_grants set unit = null where unit is not null and role in ('it-manager', 'signatory', 'arbiter');
update api_keys set unit = null where unit is not null and role in ('it-manager', 'probe');

-- What the unit to which a document was handed on is told of its case, of which it reads nothing else.
alter table document_shares add column if not exists applicant uuid;
alter table document_shares add column if not exists code text;
alter table document_shares add column if not exists card_version text;
delete from document_shares s using cases c
where c.bucket = s.bucket and c.id = s.case_id and c.erased_at is not null;
update document_shares s set applicant = c.applicant, code = c.code, card_version = c.card_version
from cases c where c.bucket = s.bucket and c.id = s.case_id and s.applicant is null;
alter table document_shares alter column applicant set not null;
alter table document_shares alter column code set not null;
alter table document_shares alter column card_version set not null;

do $$
declare
  everywhere constant text := '(select scope_is_everywhere())';
  people constant text := '%s::text = any ((select scope_people())::text[])';
  marked constant text := 'authority = any ((select scope_bodies(''%s''))::text[])';
  unit constant text := 'authority || ''/'' || unit = any ((select scope_units())::text[])';
  reads constant text := format(people, 'applicant') || ' or ' || everywhere || ' or ' || format(marked, '*')
    || ' or units && (select scope_units())::text[]';
  -- A counter learns of what has ended that it has, and reads nothing that hangs on it.
  of_case constant text := 'exists (select 1 from cases where cases.bucket = %1$s.bucket
    and cases.id = %1$s.case_id and (cases.stage not in (''decided'', ''withdrawn'') or ' || replace(reads, '%', '%%') || '))';
  handed_on constant text := 'exists (select 1 from document_shares s where s.bucket = %1$s.bucket
    and s.case_id = %1$s.case_id and %2$s = %1$s.id and s.authority || ''/'' || s.unit = any ((select scope_units())::text[]))';
  somebody constant text := '(select scope_is_somebody())';
  t text;
begin
  call fence('cases', reads || ' or ' || format(marked, '+'));
  call fence_unit('queue_items', 'state <> ''closed'' and ' || format(marked, '+'));
  foreach t in array array['case_clocks', 'case_receipts'] loop
    call fence(t, format(of_case, t), somebody);
  end loop;
  call fence('case_documents', format(of_case, 'case_documents')
    || ' or ' || format(handed_on, 'case_documents', 's.document'), somebody);
  call fence('case_notes', format(of_case, 'case_notes')
    || ' or ' || format(handed_on, 'case_notes', 's.reason::uuid'), somebody);
  call fence_unit('document_shares', format(of_case, 'document_shares'), somebody);

  -- Staff see each other within a unit, and who works for the whole body; its administrators see all.
  call fence('role_grants', format(people, 'person') || ' or (select scope_is_proving()) or ' || everywhere
    || ' or ' || format(marked, '*') || ' or ' || format(marked, '!') || ' or ' || unit
    || ' or (unit is null and authority = any ((select scope_authorities())::text[]))');
  call fence('api_keys', everywhere || ' or ' || format(marked, '!') || ' or ' || format(people, 'id'));
  call fence('legal_holds', format(people, 'person') || ' or ' || everywhere || ' or ' || format(marked, '*')
    || ' or ' || format(marked, '!'));

  -- Facts of a case go with the case, those that name a unit with the unit, all others with the body.
  call fence('facts', everywhere || ' or ' || format(marked, '*') || ' or ' || format(people, 'subject')
    || ' or ' || format(people, 'actor')
    || ' or (kind ~ ''^access\.'' and body ->> ''owner'' = any ((select scope_people())::text[]))'
    || ' or kind ~ ''^(agreement|card|calendar|notice|outage|planned|probe|monitoring|channel|service)\.'''
    || ' or case when body ->> ''case'' ~ ''^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'' then'
    || '   exists (select 1 from cases where id = (body ->> ''case'')::uuid and cases.bucket ='
    || '     (''x'' || substr(body ->> ''case'', 16, 3))::bit(12)::integer)'
    || ' else authority = any ((select scope_authorities())::text[]) and (body ->> ''unit'' is null or '
    || format(marked, '!') || ' or authority || ''/'' || (body ->> ''unit'') = any ((select scope_units())::text[])) end',
    'true');
end $$;
