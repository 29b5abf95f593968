-- Row-level security: the second fence behind the checks of the program (ADR 23, docs/security.md).
-- A connection says whose work it does by three settings (src/platform/db/scope.ts): peyman.scope is
-- 'system' or 'request'; peyman.people and peyman.authorities list ids. Nothing said: nothing seen.
-- On Citus these policies do not go with distributed tables as they are: see docs/operating.md.

-- Requests act as a role of their own, since no policy holds for a superuser. Where the user of the
-- database may make no roles, requests stay its owner, for whom the policies hold as well ("force").
do $$
begin
  if to_regrole('peyman_web') is null then
    create role peyman_web nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception
  when insufficient_privilege or duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if to_regrole('peyman_web') is null then return; end if;
  if not pg_has_role(session_user, 'peyman_web', 'set') then
    execute format('grant peyman_web to %I', session_user);
  end if;
  grant usage on schema public to peyman_web;
  grant select, insert, update, delete on all tables in schema public to peyman_web;
  revoke insert, update, delete on migrations from peyman_web;
  alter default privileges in schema public grant select, insert, update, delete on tables to peyman_web;
exception
  -- Somebody else's role: requests then act as the owner.
  when insufficient_privilege then null;
end $$;

create or replace function scope_is_system() returns boolean language sql stable parallel safe
  return coalesce(current_setting('peyman.scope', true) = 'system', false);

create or replace function scope_people() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('peyman.people', true), ''), ',');

-- Somebody is proving who they are: by a code, a link, a passkey, another site.
create or replace function scope_is_proving() returns boolean language sql stable parallel safe
  return coalesce(current_setting('peyman.scope', true) = 'proof', false);

-- Somebody is signed in, or a key is used.
create or replace function scope_is_somebody() returns boolean language sql stable parallel safe
  return coalesce(current_setting('peyman.people', true), '') <> '';

create or replace function scope_authorities() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('peyman.authorities', true), ''), ',');

-- Every body: the program itself, and who audits the platform.
create or replace function scope_is_everywhere() returns boolean language sql stable parallel safe
  return coalesce(current_setting('peyman.scope', true) = 'system', false)
    or '*' = any (string_to_array(coalesce(current_setting('peyman.authorities', true), ''), ','));

-- One policy by name: what may be seen (and changed), and what may be added.
create or replace procedure fence(of text, seen text, added text default null) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of);
  execute format('alter table %s force row level security', of);
  execute format('drop policy if exists isolation on %s', of);
  execute format('drop policy if exists additions on %s', of);
  execute format('create policy isolation on %s using ((select scope_is_system()) or (%s))', of, seen);
  if added is not null then
    execute format('create policy additions on %s for insert with check (%s)', of, added);
  end if;
end $$;

-- What a condition says again and again.
create or replace procedure fence_published(of text) language plpgsql as $$
begin
  call fence(of, 'authority = any ((select scope_authorities())::text[]) or (select scope_is_everywhere())');
  execute format('drop policy if exists reading on %s', of);
  execute format('create policy reading on %s for select using (true)', of);
end $$;

do $$
declare
  authorities constant text := 'authority = any ((select scope_authorities())::text[]) or (select scope_is_everywhere())';
  proof constant text := '(select scope_is_proving())';
  people constant text := '%s::text = any ((select scope_people())::text[])';
  of_case constant text := 'exists (select 1 from cases c where c.bucket = %1$s.bucket and c.id = %1$s.case_id)';
  of_report constant text := 'exists (select 1 from failure_reports r where r.bucket = %1$s.bucket and r.id = %1$s.report)';
  t text;
begin
  -- Of a body and of a person: its staff and the person.
  call fence('cases', authorities || ' or ' || format(people, 'applicant'));
  call fence('queue_items', authorities);
  foreach t in array array['case_clocks', 'case_documents', 'case_notes', 'case_receipts', 'document_shares'] loop
    -- Written in one statement with the case itself, which that statement does not see yet.
    call fence(t, format(of_case, t), '(select scope_is_somebody())');
  end loop;
  -- Directories: whoever knows the word is led on by the program; nobody reads along the shelf.
  call fence('case_codes', 'false', '(select scope_is_somebody())');
  call fence('failure_receipt_codes', 'false', 'true');
  call fence('failure_report_keys', 'false');
  call fence('case_submissions', format(people, 'filer'));
  call fence('drafts', format(people, 'person'));
  call fence('uploads', format(people, 'person'));
  call fence('file_chunks', 'exists (select 1 from uploads u where u.bucket = file_chunks.bucket and u.id = file_id)
    or exists (select 1 from case_documents d where d.bucket = file_chunks.bucket and d.id = file_id)');

  call fence('failure_reports', authorities);
  foreach t in array array['failure_receipts', 'failure_report_photos', 'failure_report_answers'] loop
    call fence(t, format(of_report, t));
  end loop;

  -- Of a person. Staff see the applicants of their body's cases, and each other.
  call fence('role_grants', authorities || ' or ' || proof || ' or ' || format(people, 'person'));
  call fence('persons', format(people, 'id') || ' or ' || proof
    || ' or exists (select 1 from cases c where c.bucket = persons.bucket and c.applicant = persons.id)'
    || ' or exists (select 1 from role_grants g where g.bucket = persons.bucket and g.person = persons.id)');
  call fence('delegations', format(people, 'grantor') || ' or ' || format(people, 'delegate'));
  call fence('delegations_held', format(people, 'grantor') || ' or ' || format(people, 'delegate'));
  call fence('delegation_offers', format(people, 'grantor'));
  call fence('delegation_offer_keys', format(people, 'grantor'));
  foreach t in array array['notice_subscriptions', 'erasures', 'data_exports', 'data_export_links',
    'agreement_acceptances', 'session_sights', 'sharing_signs'] loop
    call fence(t, format(people, 'person'));
  end loop;
  call fence('data_export_chunks', 'exists (select 1 from data_exports e
    where e.bucket = data_export_chunks.bucket and e.id = data_export_chunks.export)');
  -- What proves who somebody is: theirs, and for whoever is proving it.
  foreach t in array array['person_identifiers', 'sessions', 'passkeys', 'contacts', 'contact_owners',
    'person_messages', 'devices', 'account_freezes', 'account_links', 'account_recoveries', 'oidc_identities',
    'oidc_logins', 'code_challenges', 'enrolment_codes', 'webauthn_challenges', 'typed_identifiers'] loop
    call fence(t, format(people, 'person') || ' or ' || proof);
  end loop;
  call fence('counter_devices', authorities);
  call fence('counter_consents', authorities || ' or ' || format(people, 'person'));
  call fence('legal_holds', authorities || ' or ' || format(people, 'person'));
  call fence('api_keys', authorities);
  call fence('notice_tokens', 'false');
  call fence('notice_deliveries', 'false');

  -- Facts: of the body, of the case, of the person; what is published anyway, to all.
  call fence('facts', authorities || ' or ' || format(people, 'subject') || ' or ' || format(people, 'actor')
    || ' or (kind ~ ''^access\.'' and body ->> ''owner'' = any ((select scope_people())::text[]))'
    || ' or kind ~ ''^(agreement|card|calendar|notice|outage|planned|probe|monitoring|channel|service)\.'''
    || ' or exists (select 1 from cases c where c.bucket = facts.bucket and c.id =
      case when subject ~ ''^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'' then subject::uuid end)',
    'true');

  -- The program's own: requests put in, and read nothing.
  foreach t in array array['outbox', 'ledger_outbox'] loop
    call fence(t, 'false', 'true');
  end loop;
  call fence('evidence_keys', 'false', 'true');
  call fence('idempotent_answers', 'false');

  -- Of a body, and not published (yet).
  foreach t in array array['card_drafts', 'notice_drafts', 'outage_corrections', 'deadline_extensions'] loop
    call fence(t, authorities);
  end loop;
  -- Of a body, for all to read: only its own staff change it.
  foreach t in array array['agreement_versions', 'calendar_versions', 'services', 'notices', 'notice_versions',
    'service_interruptions', 'notice_services', 'report_choices', 'components', 'component_watches',
    'outages', 'outage_entries', 'planned_outages', 'planned_announcements', 'plan_holders',
    'emergency_suspensions', 'probe_settings', 'probe_targets', 'probe_batches', 'probe_stretches',
    'vantage_points', 'portal_hosts', 'unregistered_hosts', 'channel_checks', 'monitoring_gaps',
    'clause_states', 'score_runs', 'clock_calendars', 'authority_brandings', 'retention_rules', 'event_counters', 'units', 'posts', 'post_holdings'] loop
    call fence_published(t);
  end loop;
end $$;

create index if not exists case_documents_by_id on case_documents (bucket, id);
