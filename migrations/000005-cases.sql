-- One application for one service: what was filed, where it stands, its clock, its documents.
-- Owner: the applicant. Rules: docs/life-of-a-case.md.

-- Registration (never changed, but for answers that a return asked to mend) and, from `version` on, a
-- cache of what the facts say: `facts_through` is the newest fact that it was folded from. The 12 bits
-- after the version digit of the id are the bucket, so that an id leads to its row. Rows that change are
-- given room on their page, so that a change of what no index names touches no index.
create table if not exists cases (
  bucket smallint not null,
  id uuid not null,
  applicant uuid not null,
  authority text not null,
  service text not null,
  card_version text not null,
  agreement_version text,
  code text not null,
  answers jsonb not null,
  filed_at timestamptz not null,
  version integer not null,
  stage text not null,
  step text,
  unit text not null,
  assigned_to text,
  reopened boolean not null,
  facts_through uuid not null,
  primary key (bucket, id)
) with (fillfactor = 80);
create index if not exists cases_by_applicant on cases (bucket, applicant, id);

-- The same form sent twice is one case. Owner: whoever sends it, the applicant or a clerk.
create table if not exists case_submissions (
  bucket smallint not null,
  filer text not null,
  submission_key text not null,
  case_id uuid not null,
  primary key (bucket, filer, submission_key)
);

-- Directory of tracking codes, so that a code names one case everywhere: bucket by the hash of the code.
create table if not exists case_codes (
  bucket smallint not null,
  code text not null,
  case_id uuid not null,
  primary key (bucket, code)
);

-- Where the promise clock of each case stands: a cache that carries what it was computed from.
-- `wake_at` is the due instant of a clock that runs and has no recorded breach yet.
create table if not exists case_clocks (
  bucket smallint not null,
  case_id uuid not null,
  authority text not null,
  state text not null,
  late boolean not null,
  started_at timestamptz,
  due_at timestamptz,
  remaining_seconds bigint,
  wake_at timestamptz,
  card_version text not null,
  calendar_version text not null,
  facts_through uuid not null,
  primary key (bucket, case_id)
) with (fillfactor = 80);
create index if not exists case_clocks_to_wake on case_clocks (wake_at) where wake_at is not null;

-- The calendar version that the running clocks of an authority were last computed with.
create table if not exists clock_calendars (
  authority text not null,
  calendar_version text not null,
  computed_at timestamptz not null,
  primary key (authority)
);

-- Documents that reached a case. The id is that of the upload; the bytes stand in file_chunks.
create table if not exists case_documents (
  bucket smallint not null,
  case_id uuid not null,
  id uuid not null,
  type text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  channel text not null,
  tracking_number text,
  office_code text,
  arrived_at timestamptz,
  received_at timestamptz not null,
  primary key (bucket, case_id, id)
);

-- Free text of people, apart from the facts, which only hold its id: `text` can be erased.
create table if not exists case_notes (
  bucket smallint not null,
  case_id uuid not null,
  id uuid not null,
  author text not null,
  text text,
  written_at timestamptz not null,
  primary key (bucket, case_id, id)
);

-- Files on their way in. Owner: whoever sends them.
create table if not exists uploads (
  bucket smallint not null,
  id uuid not null,
  person text not null,
  service text not null,
  document text not null,
  name text not null,
  size_bytes bigint,
  size_bytes_max bigint not null,
  received_bytes bigint not null,
  media_type text,
  sha256 text,
  draft uuid,
  case_id uuid,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists uploads_by_person on uploads (bucket, person);
create index if not exists uploads_by_touch on uploads (touched_at);

-- The bytes of uploads and documents, at most 1 MiB a row; not compressed, because files are.
create table if not exists file_chunks (
  bucket smallint not null,
  file_id uuid not null,
  from_byte bigint not null,
  content bytea storage external not null,
  primary key (bucket, file_id, from_byte)
);

-- What a person typed and has not sent yet, as typed. Owner: the person.
create table if not exists drafts (
  bucket smallint not null,
  id uuid not null,
  person text not null,
  service text not null,
  card_version text not null,
  answers jsonb not null,
  later jsonb not null,
  saved_at timestamptz not null,
  primary key (bucket, id)
);
create index if not exists drafts_by_person on drafts (bucket, person, saved_at);

-- The officers' queue of an authority: a projection, rebuilt from cases. Bucket by the authority.
create table if not exists queue_items (
  bucket smallint not null,
  case_id uuid not null,
  authority text not null,
  unit text not null,
  service text not null,
  code text not null,
  applicant uuid not null,
  applicant_name jsonb not null,
  search_key text not null,
  stage text not null,
  state text not null,
  step text,
  assigned_to text,
  priority smallint not null,
  filed_at timestamptz not null,
  order_at timestamptz not null,
  due_at timestamptz,
  late boolean not null,
  version integer not null,
  primary key (bucket, case_id)
) with (fillfactor = 80);
create index if not exists queue_items_fair
  on queue_items (bucket, authority, unit, state, priority desc, order_at, case_id);
create index if not exists queue_items_urgent
  on queue_items (bucket, authority, unit, state, due_at, case_id);
create unique index if not exists queue_items_by_code on queue_items (bucket, code);
