-- Consent at a counter for each act on a case, not for filing alone: the case whose code it is.
alter table counter_consents add column if not exists case_id uuid;
