-- Kinds of data and their policy, by which every use is decided. Rules: docs/specs/data-policy.md.
-- The tables are small when this runs, and each statement can be run again.
-- squawk-ignore-file adding-foreign-key-constraint, prefer-robust-stmts

-- The installation's own rows: what holds where no agreement says otherwise (kernel/policy/default-rows.ts).
create table if not exists data_types (
  id text not null,
  position smallint not null,
  provided_by text not null,
  received_by text not null,
  storage text not null,
  analysis text not null,
  public_display text not null,
  publication text not null,
  primary key (id)
);
insert into data_types
  (id, position, provided_by, received_by, storage, analysis, public_display, publication)
values
  ('forms-documents', 1, 'applicant', 'authority', 'full', 'no', 'no', 'organisation'),
  ('letters', 2, 'authority', 'applicant', 'full', 'no', 'no', 'applicant'),
  ('case-records', 3, 'authority', 'authority', 'full', 'no', 'no', 'organisation'),
  ('failure-reports', 4, 'anybody', 'authority', 'full', 'no', 'no', 'organisation'),
  ('account', 5, 'applicant', 'authority', 'full', 'no', 'no', 'organisation'),
  ('notices', 6, 'authority', 'anybody', 'full', 'yes', 'yes', 'public')
on conflict (id) do nothing;

-- Rows of before get the only kind that they could be of; from here on whoever writes one must say it.
alter table cases add column if not exists data_type text not null
  default 'forms-documents' references data_types (id);
alter table cases alter column data_type drop default;
alter table case_documents add column if not exists data_type text not null
  default 'forms-documents' references data_types (id);
alter table case_documents alter column data_type drop default;
alter table case_receipts add column if not exists data_type text not null
  default 'forms-documents' references data_types (id);
alter table case_receipts alter column data_type drop default;
alter table case_notes add column if not exists data_type text not null
  default 'case-records' references data_types (id);
alter table case_notes alter column data_type drop default;
alter table queue_items add column if not exists data_type text not null
  default 'case-records' references data_types (id);
alter table queue_items alter column data_type drop default;
alter table uploads add column if not exists data_type text not null
  default 'forms-documents' references data_types (id);
alter table uploads alter column data_type drop default;
alter table drafts add column if not exists data_type text not null
  default 'forms-documents' references data_types (id);
alter table drafts alter column data_type drop default;
alter table failure_reports add column if not exists data_type text not null
  default 'failure-reports' references data_types (id);
alter table failure_reports alter column data_type drop default;
alter table failure_receipts add column if not exists data_type text not null
  default 'failure-reports' references data_types (id);
alter table failure_receipts alter column data_type drop default;
alter table failure_report_answers add column if not exists data_type text not null
  default 'failure-reports' references data_types (id);
alter table failure_report_answers alter column data_type drop default;

-- The bytes are of the kind of what they belong to, and are stored with it or not at all.
alter table file_chunks add column if not exists data_type text not null
  default 'forms-documents' references data_types (id);
alter table file_chunks alter column data_type drop default;
alter table failure_report_photos add column if not exists data_type text not null
  default 'failure-reports' references data_types (id);
alter table failure_report_photos alter column data_type drop default;

-- Who gave a document: its applicant, somebody who acts for the applicant, or a counter that took it in.
-- `checked_at` is when its bytes were last read back, `is_whole` what came of it.
alter table case_documents add column if not exists origin text not null default 'applicant'
  constraint case_documents_origin check (origin in ('applicant', 'delegate', 'counter'));
alter table case_documents add column if not exists given_by text;
alter table case_documents add column if not exists checked_at timestamptz;
alter table case_documents add column if not exists is_whole boolean;
update case_documents d set given_by = f.actor,
  origin = case when d.channel <> 'site' then 'counter'
    when f.actor = c.applicant::text then 'applicant' else 'delegate' end
from facts f, cases c
where d.given_by is null and c.bucket = d.bucket and c.id = d.case_id
  and f.bucket = d.bucket and f.subject = d.case_id::text and f.kind = 'document.received'
  and f.body ->> 'document' = d.id::text;
alter table case_documents alter column origin drop default;
create index if not exists case_documents_to_check on case_documents (checked_at nulls first);

-- A document that somebody of the body handed on to another unit of the same body, and why: the applicant
-- reads it. The foreign key keeps it inside: a unit belongs to one authority. Bucket of the case.
create table if not exists document_shares (
  bucket smallint not null,
  case_id uuid not null,
  id uuid not null,
  document uuid not null,
  authority text not null,
  unit text not null,
  reason text not null,
  data_type text not null references data_types (id),
  shared_by text not null,
  shared_at timestamptz not null,
  primary key (bucket, case_id, id),
  foreign key (authority, unit) references units (authority, id)
);
create index if not exists document_shares_by_unit on document_shares (authority, unit, shared_at);

-- Secrets that sign the links of documents, one for each day; forgotten when no link of theirs is left.
create table if not exists link_secrets (
  day date not null,
  secret bytea not null,
  primary key (day)
);

-- What people are told of who looked at what is theirs, the newest first.
create index if not exists facts_of_access on facts (bucket, (body ->> 'owner'), at desc, id)
  where kind in ('access.allowed', 'access.refused');
