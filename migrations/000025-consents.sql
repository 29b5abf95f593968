-- Consent at a counter for each act on a case, not for filing alone: the case whose code it is.
alter table counter_consents add column if not exists case_id uuid;

-- While an account is frozen, what it gave and what it holds stands still: nobody acts by it. On which
-- side the frozen one is, for the other one may be frozen as well.
alter table delegations add column if not exists grantor_frozen_at timestamptz;
alter table delegations add column if not exists delegate_frozen_at timestamptz;
create index if not exists delegations_by_giver on delegations (granted_by, valid_from);

update delegations d set grantor_frozen_at = f.frozen_at from account_freezes f
where f.bucket = d.bucket and f.person = d.grantor and f.released_at is null and d.revoked_at is null
  and d.grantor_frozen_at is null;
update delegations d set delegate_frozen_at = f.frozen_at from account_freezes f
where f.person = d.delegate and f.released_at is null and d.revoked_at is null
  and d.delegate_frozen_at is null;

-- Names as they were before a counter corrected them: a correction by somebody who was in a clerk's account
-- is taken back. Owner: the person whose name it is; gone with old sessions.
create table if not exists name_corrections (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  name_before jsonb not null,
  corrected_by text not null,
  corrected_at timestamptz not null,
  undone_at timestamptz,
  data_type text not null references data_types,
  primary key (bucket, id)
);
create index if not exists name_corrections_by_clerk on name_corrections (corrected_by, corrected_at);
create index if not exists name_corrections_by_person on name_corrections (bucket, person);

do $$
declare
  people constant text := '%s::text = any ((select scope_people())::text[])';
begin
  call fence('name_corrections', format(people, 'person') || ' or ' || format(people, 'corrected_by'));
end $$;
