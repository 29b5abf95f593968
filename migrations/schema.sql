-- The whole schema after all migrations, for review. Made by `node bin/dump-schema.ts`; never edited.

create table account_freezes (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  frozen_at timestamp with time zone not null,
  released_at timestamp with time zone,
  released_by text,
  PRIMARY KEY (bucket, id)
);
CREATE UNIQUE INDEX account_freezes_open ON public.account_freezes USING btree (bucket, person) WHERE (released_at IS NULL);

create table account_links (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  purpose text not null,
  subject uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX account_links_by_expiry ON public.account_links USING btree (expires_at);

create table account_recoveries (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  begun_at timestamp with time zone not null,
  ready_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  done_at timestamp with time zone,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX account_recoveries_by_person ON public.account_recoveries USING btree (bucket, person);

create table agreement_acceptances (
  bucket smallint not null,
  person uuid not null,
  version text not null,
  id uuid not null,
  authority text not null,
  revision integer not null,
  standing text not null,
  on_paper boolean not null,
  actor text not null,
  accepted_at timestamp with time zone not null,
  PRIMARY KEY (bucket, person, version)
);

create table agreement_announcements (
  agreement text not null,
  version text not null,
  revision bigint not null,
  notice uuid not null,
  announced_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  PRIMARY KEY (agreement, version, revision)
);

create table agreement_effects (
  agreement text not null,
  version text not null,
  revision bigint not null,
  effective_at timestamp with time zone not null,
  PRIMARY KEY (agreement, version, revision)
);

create table agreement_milestones (
  agreement text not null,
  version text not null,
  milestone text not null,
  noted_at timestamp with time zone not null,
  PRIMARY KEY (agreement, version, milestone)
);

create table agreement_versions (
  agreement text not null,
  version text not null,
  revision bigint not null,
  authority text not null,
  state text not null,
  valid_from timestamp with time zone,
  valid_to timestamp with time zone not null,
  document jsonb not null,
  source_text text not null,
  sha256 text not null,
  imported_at timestamp with time zone not null,
  PRIMARY KEY (agreement, version, revision)
);

create table api_keys (
  bucket smallint not null,
  id text not null,
  authority text not null,
  unit text,
  role text not null,
  label text not null,
  live boolean not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  key_id uuid,
  scopes text[] not null default '{}'::text[],
  expires_at timestamp with time zone,
  rotated_from uuid,
  replaced_by uuid,
  created_by text not null default 'system:key-create'::text,
  last_used_on date,
  PRIMARY KEY (bucket, id),
  CHECK ((key_id IS NOT NULL))
);
CREATE INDEX api_keys_by_authority ON public.api_keys USING btree (authority);
CREATE INDEX api_keys_by_key_id ON public.api_keys USING btree (key_id);

create table attempt_counts (
  bucket smallint not null,
  id text not null,
  begun_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  count integer not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX attempt_counts_by_end ON public.attempt_counts USING btree (ends_at);

create table authorities (
  id text not null,
  position smallint not null,
  title jsonb not null,
  short_title jsonb not null,
  portal text not null,
  province text,
  time_zone text not null,
  PRIMARY KEY (id)
);

create table authority_brandings (
  bucket smallint not null,
  authority text not null,
  colours jsonb,
  desk jsonb,
  note jsonb,
  logo bytea,
  logo_type text,
  logo_sha256 text,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  PRIMARY KEY (bucket, authority)
);

create table backup_drafts (
  id uuid not null,
  place text not null,
  key bytea not null,
  begun_at timestamp with time zone not null,
  UNIQUE (place),
  PRIMARY KEY (id)
);

create table backup_turns (
  name text not null,
  holder uuid not null,
  until_at timestamp with time zone not null,
  PRIMARY KEY (name)
);

create table backups (
  id uuid not null,
  made_by text not null,
  file text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  state text not null,
  at timestamp with time zone,
  size_bytes bigint,
  row_count bigint,
  fact_count bigint,
  trouble text,
  gone_at timestamp with time zone,
  draft uuid,
  PRIMARY KEY (id)
);
CREATE INDEX backups_by_start ON public.backups USING btree (started_at DESC);

create table broadcast_tellings (
  bucket smallint not null,
  broadcast uuid not null,
  person uuid not null,
  channel text not null,
  told_at timestamp with time zone not null,
  outcome text,
  done_at timestamp with time zone,
  data_type text not null,
  PRIMARY KEY (bucket, broadcast, person, channel),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((channel = ANY (ARRAY['e-mail'::text, 'sms'::text]))),
  CHECK ((outcome = ANY (ARRAY['sent'::text, 'refused'::text])))
);

create table broadcasts (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  unit text not null,
  identifier text not null,
  status text not null,
  msg_type text not null,
  xml text not null,
  note text not null,
  sha256 text not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  expires_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  told_below smallint not null default 0,
  target_percent smallint,
  target_seconds integer,
  drilled_at timestamp with time zone,
  PRIMARY KEY (bucket, id),
  CHECK ((msg_type = ANY (ARRAY['Alert'::text, 'Update'::text, 'Cancel'::text]))),
  CHECK ((status = ANY (ARRAY['Actual'::text, 'Exercise'::text]))),
  CHECK (((target_percent >= 1) AND (target_percent <= 100))),
  CHECK (((target_seconds >= 60) AND (target_seconds <= 86400)))
);
CREATE INDEX broadcasts_in_order ON public.broadcasts USING btree (published_at DESC, id DESC);
CREATE UNIQUE INDEX broadcasts_by_identifier ON public.broadcasts USING btree (bucket, authority, identifier);

create table calendar_versions (
  calendar text not null,
  version bigint not null,
  authority text not null,
  zone text not null,
  document jsonb not null,
  source jsonb not null,
  sha256 text not null,
  known_at timestamp with time zone not null,
  PRIMARY KEY (calendar, version)
);
CREATE INDEX calendar_versions_by_authority ON public.calendar_versions USING btree (authority, known_at);

create table card_announcements (
  service text not null,
  version integer not null,
  notice uuid not null,
  announced_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  seen_at timestamp with time zone,
  PRIMARY KEY (service, version)
);

create table card_drafts (
  service text not null,
  authority text not null,
  card jsonb not null,
  revision integer not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  PRIMARY KEY (service)
);
CREATE INDEX card_drafts_by_authority ON public.card_drafts USING btree (authority, service);

create table card_effects (
  service text not null,
  version integer not null,
  effective_at timestamp with time zone not null,
  PRIMARY KEY (service, version)
);
CREATE INDEX card_effects_by_time ON public.card_effects USING btree (effective_at);

create table card_versions (
  service text not null,
  version integer not null,
  card jsonb not null,
  changes jsonb not null,
  sha256 text not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  PRIMARY KEY (service, version),
  FOREIGN KEY (service) REFERENCES services(code)
);
CREATE INDEX card_versions_by_time ON public.card_versions USING btree (published_at);

create table case_clocks (
  bucket smallint not null,
  case_id uuid not null,
  authority text not null,
  state text not null,
  late boolean not null,
  started_at timestamp with time zone,
  due_at timestamp with time zone,
  remaining_seconds bigint,
  wake_at timestamp with time zone,
  card_version text not null,
  calendar_version text not null,
  facts_through uuid not null,
  PRIMARY KEY (bucket, case_id)
);
CREATE INDEX case_clocks_to_wake ON public.case_clocks USING btree (wake_at) WHERE (wake_at IS NOT NULL);

create table case_codes (
  bucket smallint not null,
  code text not null,
  case_id uuid not null,
  PRIMARY KEY (bucket, code)
);

create table case_documents (
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
  arrived_at timestamp with time zone,
  received_at timestamp with time zone not null,
  data_type text not null,
  origin text not null,
  given_by text,
  checked_at timestamp with time zone,
  is_whole boolean,
  PRIMARY KEY (bucket, case_id, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((origin = ANY (ARRAY['applicant'::text, 'delegate'::text, 'counter'::text])))
);
CREATE INDEX case_documents_by_id ON public.case_documents USING btree (bucket, id);
CREATE INDEX case_documents_to_check ON public.case_documents USING btree (checked_at NULLS FIRST);

create table case_judgements (
  bucket smallint not null,
  case_id uuid not null,
  id uuid not null,
  unit text not null,
  verdict text not null,
  note text not null,
  judged_by text not null,
  judged_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, case_id, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((verdict = ANY (ARRAY['accepted'::text, 'correct'::text])))
);

create table case_notes (
  bucket smallint not null,
  case_id uuid not null,
  id uuid not null,
  author text not null,
  text text,
  written_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, case_id, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table case_receipts (
  bucket smallint not null,
  case_id uuid not null,
  issued_at timestamp with time zone not null,
  content jsonb not null,
  data_type text not null,
  PRIMARY KEY (bucket, case_id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table case_submissions (
  bucket smallint not null,
  filer text not null,
  submission_key text not null,
  case_id uuid not null,
  PRIMARY KEY (bucket, filer, submission_key)
);

create table cases (
  bucket smallint not null,
  id uuid not null,
  applicant uuid not null,
  authority text not null,
  service text not null,
  card_version text not null,
  agreement_version text,
  code text not null,
  answers jsonb not null,
  filed_at timestamp with time zone not null,
  version integer not null,
  stage text not null,
  step text,
  unit text not null,
  assigned_to text,
  reopened boolean not null,
  facts_through uuid not null,
  data_type text not null,
  erased_at timestamp with time zone,
  units text[] not null default '{}'::text[],
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX cases_being_erased ON public.cases USING btree (erased_at) WHERE ((erased_at IS NOT NULL) AND (code <> ''::text));
CREATE INDEX cases_by_applicant ON public.cases USING btree (bucket, applicant, id);

create table channel_checks (
  bucket smallint not null,
  authority text not null,
  channel text not null,
  alive boolean not null,
  reason text,
  checked_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (bucket, authority, channel)
);

create table clause_states (
  bucket smallint not null,
  version text not null,
  clause text not null,
  service text not null,
  period text not null,
  authority text not null,
  state text not null,
  value double precision,
  unit text not null,
  numerator bigint not null,
  denominator bigint not null,
  breaches jsonb not null,
  breach_count bigint not null,
  evidence jsonb not null,
  evidence_count bigint not null,
  detail jsonb not null,
  PRIMARY KEY (bucket, version, clause, service, period)
);

create table clock_calendars (
  authority text not null,
  calendar_version text not null,
  computed_at timestamp with time zone not null,
  PRIMARY KEY (authority)
);

create table code_challenges (
  bucket smallint not null,
  id uuid not null,
  browser_sha256 bytea not null,
  purpose text not null,
  person uuid,
  channel text not null,
  address text not null,
  lang text not null,
  code_sha256 bytea,
  tries smallint not null,
  expires_at timestamp with time zone not null,
  proven_at timestamp with time zone,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX code_challenges_by_expiry ON public.code_challenges USING btree (expires_at);

create table component_watches (
  bucket smallint not null,
  authority text not null,
  component text not null,
  revision bigint not null,
  dirty_from timestamp with time zone,
  wake_at timestamp with time zone,
  read_at timestamp with time zone,
  PRIMARY KEY (bucket, authority, component)
);
CREATE INDEX component_watches_dirty ON public.component_watches USING btree (dirty_from) WHERE (dirty_from IS NOT NULL);
CREATE INDEX component_watches_waking ON public.component_watches USING btree (wake_at) WHERE (wake_at IS NOT NULL);

create table components (
  bucket smallint not null,
  authority text not null,
  id text not null,
  service text,
  host text,
  added_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  PRIMARY KEY (bucket, authority, id)
);

create table contact_owners (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  PRIMARY KEY (bucket, id)
);

create table contacts (
  bucket smallint not null,
  person uuid not null,
  channel text not null,
  address text not null,
  lang text not null,
  proven_at timestamp with time zone not null,
  PRIMARY KEY (bucket, person, channel, address)
);

create table control_checks (
  control text not null,
  passed boolean,
  reason text not null,
  figure text,
  checked_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (control)
);

create table counter_consents (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  authority text not null,
  service text not null,
  act text not null,
  office text not null,
  clerk uuid not null,
  code_sha256 text,
  attempts smallint not null default 0,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  case_id uuid,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX counter_consents_by_person ON public.counter_consents USING btree (bucket, person, asked_at);

create table counter_devices (
  bucket smallint not null,
  id text not null,
  authority text not null,
  office text not null,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX counter_devices_by_authority ON public.counter_devices USING btree (authority);

create table data_export_chunks (
  bucket smallint not null,
  export uuid not null,
  from_byte bigint not null,
  content bytea not null,
  PRIMARY KEY (bucket, export, from_byte)
);

create table data_export_links (
  bucket smallint not null,
  secret_sha256 bytea not null,
  export uuid not null,
  person uuid not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (bucket, secret_sha256)
);
CREATE INDEX data_export_links_by_time ON public.data_export_links USING btree (expires_at);

create table data_exports (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  state text not null,
  asked_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  done integer not null,
  total integer not null,
  ready_at timestamp with time zone,
  expires_at timestamp with time zone,
  size_bytes bigint,
  sha256 text,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX data_exports_expiring ON public.data_exports USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX data_exports_waiting ON public.data_exports USING btree (asked_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX data_exports_open ON public.data_exports USING btree (bucket, person) WHERE (state = 'waiting'::text);

create table data_types (
  id text not null,
  position smallint not null,
  provided_by text not null,
  received_by text not null,
  storage text not null,
  analysis text not null,
  public_display text not null,
  publication text not null,
  PRIMARY KEY (id)
);

create table deadline_extensions (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  outage uuid not null,
  component text not null,
  services text[],
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  reason text not null,
  proposed_at timestamp with time zone not null,
  proposed_by text not null,
  decided_at timestamp with time zone,
  decided_by text,
  approved boolean,
  applied_at timestamp with time zone,
  cases integer,
  PRIMARY KEY (bucket, authority, id)
);
CREATE UNIQUE INDEX deadline_extensions_waiting ON public.deadline_extensions USING btree (bucket, authority, outage) WHERE (decided_at IS NULL);

create table delegation_offer_keys (
  bucket smallint not null,
  id text not null,
  offer uuid not null,
  grantor uuid not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id, offer)
);
CREATE INDEX delegation_offer_keys_by_expiry ON public.delegation_offer_keys USING btree (expires_at);

create table delegation_offers (
  bucket smallint not null,
  id uuid not null,
  grantor uuid not null,
  kind text not null,
  scope jsonb not null,
  acts jsonb not null,
  valid_to timestamp with time zone,
  made_by uuid not null,
  via uuid,
  by_code boolean not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  delegation uuid,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX delegation_offers_by_grantor ON public.delegation_offers USING btree (bucket, grantor, made_at);

create table delegations (
  bucket smallint not null,
  id uuid not null,
  grantor uuid not null,
  delegate uuid not null,
  kind text not null,
  scope jsonb not null,
  acts jsonb not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  granted_by text not null,
  via uuid,
  revoked_at timestamp with time zone,
  revoked_by text,
  grantor_frozen_at timestamp with time zone,
  delegate_frozen_at timestamp with time zone,
  PRIMARY KEY (bucket, id),
  CHECK ((grantor <> delegate))
);
CREATE INDEX delegations_by_delegate ON public.delegations USING btree (bucket, grantor, delegate);
CREATE INDEX delegations_by_giver ON public.delegations USING btree (granted_by, valid_from);

create table delegations_held (
  bucket smallint not null,
  id uuid not null,
  delegate uuid not null,
  grantor uuid not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX delegations_held_by_delegate ON public.delegations_held USING btree (bucket, delegate);

create table devices (
  bucket smallint not null,
  person uuid not null,
  id text not null,
  name text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  PRIMARY KEY (bucket, person, id)
);
CREATE INDEX devices_by_id ON public.devices USING btree (id);

create table directory_aliases (
  bucket smallint not null,
  label text not null,
  owner text not null,
  person uuid,
  added_at timestamp with time zone not null,
  head bigint,
  data_type text not null,
  freed_at timestamp with time zone,
  next_owner text,
  next_person uuid,
  PRIMARY KEY (bucket, label),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX directory_aliases_by_next ON public.directory_aliases USING btree (next_person) WHERE (next_person IS NOT NULL);
CREATE INDEX directory_aliases_by_person ON public.directory_aliases USING btree (person) WHERE (person IS NOT NULL);
CREATE INDEX directory_aliases_changing ON public.directory_aliases USING btree (freed_at) WHERE (freed_at IS NOT NULL);
CREATE INDEX directory_aliases_waiting ON public.directory_aliases USING btree (added_at) WHERE (head IS NULL);

create table directory_branches (
  bucket smallint not null,
  path text not null,
  head bigint not null,
  left_half bytea not null,
  right_half bytea not null,
  PRIMARY KEY (bucket, path, head),
  CHECK ((octet_length(left_half) = ANY (ARRAY[0, 32, 64]))),
  CHECK ((octet_length(right_half) = ANY (ARRAY[0, 32, 64])))
);

create table directory_entries (
  bucket smallint not null,
  owner text not null,
  sequence integer not null,
  person uuid,
  authority text,
  unit text,
  reason text not null,
  entry jsonb not null,
  hash text not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  fact uuid not null,
  head bigint,
  data_type text not null,
  PRIMARY KEY (bucket, owner, sequence),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((reason = ANY (ARRAY['enrolled'::text, 'rotated'::text, 'recovered'::text, 'stopped'::text, 'closed'::text]))),
  CHECK ((sequence >= 0))
);
CREATE INDEX directory_entries_by_person ON public.directory_entries USING btree (person) WHERE (person IS NOT NULL);
CREATE INDEX directory_entries_waiting ON public.directory_entries USING btree (added_at) WHERE (head IS NULL);

create table directory_heads (
  bucket smallint not null,
  number bigint not null,
  root text not null,
  entries bigint not null,
  labels bigint not null,
  previous text,
  hash text not null,
  fact uuid not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (bucket, number),
  CHECK ((number > 0))
);

create table directory_past_aliases (
  bucket smallint not null,
  label text not null,
  head bigint not null,
  value text not null,
  PRIMARY KEY (bucket, label, head),
  CHECK ((length(value) = 44))
);

create table document_shares (
  bucket smallint not null,
  case_id uuid not null,
  id uuid not null,
  document uuid not null,
  authority text not null,
  unit text not null,
  reason text not null,
  data_type text not null,
  shared_by text not null,
  shared_at timestamp with time zone not null,
  applicant uuid not null,
  code text not null,
  card_version text not null,
  PRIMARY KEY (bucket, case_id, id),
  FOREIGN KEY (authority, unit) REFERENCES units(authority, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX document_shares_by_unit ON public.document_shares USING btree (authority, unit, shared_at);

create table drafts (
  bucket smallint not null,
  id uuid not null,
  person text not null,
  service text not null,
  card_version text not null,
  answers jsonb not null,
  later jsonb not null,
  saved_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX drafts_by_person ON public.drafts USING btree (bucket, person, saved_at);

create table emergency_suspensions (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  kind text not null,
  services text[] not null,
  reason text not null,
  words jsonb,
  expected_end_at timestamp with time zone,
  notice uuid not null,
  notice_seen_at timestamp with time zone,
  begun_at timestamp with time zone not null,
  begun_by text not null,
  ended_at timestamp with time zone,
  ended_by text,
  PRIMARY KEY (bucket, authority, id)
);

create table enrolment_codes (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  for_staff boolean not null,
  issued_by text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX enrolment_codes_by_person ON public.enrolment_codes USING btree (person);

create table erasures (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  state text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  counts jsonb not null,
  kept jsonb not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX erasures_due ON public.erasures USING btree (due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text, 'kept'::text]));
CREATE UNIQUE INDEX erasures_open ON public.erasures USING btree (bucket, person) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text, 'kept'::text]));

create table event_count_runs (
  bucket smallint not null,
  authority text not null,
  counted_through timestamp with time zone not null,
  PRIMARY KEY (bucket, authority)
);

create table event_counters (
  bucket smallint not null,
  authority text not null,
  day date not null,
  kind text not null,
  service text not null,
  count bigint not null,
  PRIMARY KEY (bucket, authority, day, kind, service)
);

create table evidence_keys (
  bucket smallint not null,
  subject text not null,
  key bytea,
  made_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  PRIMARY KEY (bucket, subject)
);

create table facts (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  kind text not null,
  subject text not null,
  at timestamp with time zone not null,
  known_at timestamp with time zone not null,
  actor text not null,
  agreement_version text,
  card_version text,
  body jsonb not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX facts_by_authority ON public.facts USING btree (authority, id);
CREATE INDEX facts_by_kind ON public.facts USING btree (authority, kind, at);
CREATE INDEX facts_by_subject ON public.facts USING btree (bucket, subject, at, id);
CREATE INDEX facts_of_access ON public.facts USING btree (bucket, ((body ->> 'owner'::text)), at DESC, id) WHERE (kind = ANY (ARRAY['access.allowed'::text, 'access.refused'::text]));

create table failure_receipt_codes (
  bucket smallint not null,
  code text not null,
  report uuid not null,
  PRIMARY KEY (bucket, code)
);

create table failure_receipts (
  bucket smallint not null,
  report uuid not null,
  code text not null,
  issued_at timestamp with time zone not null,
  content text not null,
  sha256 text not null,
  data_type text not null,
  PRIMARY KEY (bucket, report),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table failure_report_answers (
  bucket smallint not null,
  report uuid not null,
  id uuid not null,
  answered_at timestamp with time zone not null,
  answered_by text not null,
  state text not null,
  closed_reason text,
  words text not null,
  data_type text not null,
  PRIMARY KEY (bucket, report, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table failure_report_keys (
  bucket smallint not null,
  key text not null,
  report uuid not null,
  content_sha256 text not null,
  used_at timestamp with time zone not null,
  PRIMARY KEY (bucket, key)
);
CREATE INDEX failure_report_keys_by_use ON public.failure_report_keys USING btree (used_at);

create table failure_report_photos (
  bucket smallint not null,
  report uuid not null,
  from_byte integer not null,
  content bytea not null,
  data_type text not null,
  PRIMARY KEY (bucket, report, from_byte),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table failure_reports (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  component text,
  service text,
  kind text not null,
  channel text not null,
  words text not null,
  place text,
  contact text,
  latitude double precision,
  longitude double precision,
  media_url text,
  noticed_at timestamp with time zone,
  filed_at timestamp with time zone not null,
  known_at timestamp with time zone not null,
  spooled boolean not null,
  state text not null,
  closed_reason text,
  outage uuid,
  matched_by text,
  photo_type text,
  photo_bytes integer,
  photo_sha256 text,
  updated_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX failure_reports_by_outage ON public.failure_reports USING btree (outage) WHERE (outage IS NOT NULL);
CREATE INDEX failure_reports_by_time ON public.failure_reports USING btree (authority, filed_at, id);
CREATE INDEX failure_reports_unmatched ON public.failure_reports USING btree (filed_at) WHERE (outage IS NULL);

create table file_chunks (
  bucket smallint not null,
  file_id uuid not null,
  from_byte bigint not null,
  content bytea not null,
  data_type text not null,
  PRIMARY KEY (bucket, file_id, from_byte),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table idempotent_answers (
  bucket smallint not null,
  id text not null,
  request_sha256 text not null,
  status smallint,
  body text,
  asked_at timestamp with time zone not null,
  caller text,
  PRIMARY KEY (bucket, id)
);

create table keyslots (
  bucket smallint not null,
  id uuid not null,
  mailbox uuid not null,
  person uuid,
  authority text,
  unit text,
  purpose text not null,
  kind text not null,
  reader uuid,
  reader_mailbox uuid,
  delegation uuid,
  label text not null,
  sequence integer not null,
  credential text,
  slot text not null,
  recipient text,
  binding text not null,
  made_at timestamp with time zone not null,
  proven_at timestamp with time zone,
  removed_at timestamp with time zone,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((length(binding) <= 44)),
  CHECK (((purpose = ANY (ARRAY['own'::text, 'program'::text])) = (reader IS NULL))),
  CHECK ((kind = ANY (ARRAY['passkey'::text, 'paper'::text, 'mailbox'::text, 'recovery'::text]))),
  CHECK ((length(label) <= 80)),
  CHECK ((purpose = ANY (ARRAY['own'::text, 'custodian'::text, 'member'::text, 'delegate'::text, 'contact'::text, 'kin'::text, 'program'::text]))),
  CHECK ((octet_length(slot) <= 8192))
);
CREATE INDEX keyslots_by_person ON public.keyslots USING btree (person) WHERE (person IS NOT NULL);
CREATE INDEX keyslots_by_reader ON public.keyslots USING btree (reader) WHERE (reader IS NOT NULL);
CREATE INDEX keyslots_of_mailbox ON public.keyslots USING btree (bucket, mailbox) WHERE (removed_at IS NULL);

create table ledger_outbox (
  bucket smallint not null,
  id uuid not null,
  PRIMARY KEY (bucket, id)
);

create table legal_holds (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  person uuid not null,
  case_id uuid,
  reason text,
  placed_by text not null,
  placed_at timestamp with time zone not null,
  confirmed_by text,
  confirmed_at timestamp with time zone,
  lift_reason text,
  lift_asked_by text,
  lift_asked_at timestamp with time zone,
  lifted_by text,
  lifted_at timestamp with time zone,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX legal_holds_by_authority ON public.legal_holds USING btree (authority, placed_at);
CREATE INDEX legal_holds_by_person ON public.legal_holds USING btree (bucket, person);

create table letter_approvals (
  bucket smallint not null,
  letter_id uuid not null,
  unit_mailbox uuid not null,
  authority text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  outcome text,
  PRIMARY KEY (bucket, letter_id)
);
CREATE INDEX letter_approvals_open ON public.letter_approvals USING btree (bucket, unit_mailbox, letter_id) WHERE (outcome IS NULL);

create table letter_arrivals (
  bucket smallint not null,
  content uuid not null,
  begun_by text not null,
  begun_at timestamp with time zone not null,
  PRIMARY KEY (bucket, content)
);

create table letter_checks (
  bucket smallint not null,
  letter_id uuid not null,
  checked_at timestamp with time zone not null,
  is_whole boolean not null,
  PRIMARY KEY (bucket, letter_id)
);
CREATE INDEX letter_checks_in_order ON public.letter_checks USING btree (checked_at);

create table letter_chunks (
  bucket smallint not null,
  content uuid not null,
  from_byte integer not null,
  bytes bytea not null,
  data_type text not null,
  PRIMARY KEY (bucket, content, from_byte),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table letter_claims (
  bucket smallint not null,
  handle text not null,
  letter_id uuid not null,
  authority text not null,
  sender uuid not null,
  person uuid not null,
  content bytea,
  recipient_key text not null,
  size_class integer not null,
  sha256 text not null,
  token_hash text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  kept_at timestamp with time zone,
  data_type text not null,
  PRIMARY KEY (bucket, handle),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((octet_length(content) <= 1100000)),
  CHECK ((length(handle) = 64))
);
CREATE INDEX letter_claims_by_end ON public.letter_claims USING btree (expires_at);
CREATE INDEX letter_claims_by_person ON public.letter_claims USING btree (person);
CREATE INDEX letter_claims_of ON public.letter_claims USING btree (letter_id);

create table letter_drafts (
  bucket smallint not null,
  id uuid not null,
  mailbox uuid not null,
  authority text not null,
  unit text not null,
  author uuid not null,
  version integer not null,
  sealed bytea not null,
  begun_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((octet_length(sealed) <= 262144))
);
CREATE INDEX letter_drafts_by_age ON public.letter_drafts USING btree (changed_at);
CREATE INDEX letter_drafts_of_mailbox ON public.letter_drafts USING btree (bucket, mailbox, changed_at);

create table letter_marks (
  bucket smallint not null,
  fact uuid not null,
  letter uuid not null,
  authority text not null,
  sender text not null,
  state text not null,
  sha256 text not null,
  at timestamp with time zone not null,
  entered uuid not null,
  PRIMARY KEY (bucket, fact)
);
CREATE INDEX letter_marks_in_order ON public.letter_marks USING btree (authority, at DESC);
CREATE INDEX letter_marks_of_letter ON public.letter_marks USING btree (letter, at);

create table letter_places (
  bucket smallint not null,
  id uuid not null,
  held_by uuid not null,
  sender uuid not null,
  sha256 text not null,
  fact uuid not null,
  accepted_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id)
);

create table letter_proofs (
  bucket smallint not null,
  letter_id uuid not null,
  state text not null,
  token text not null,
  note text not null,
  proven_at timestamp with time zone not null,
  given_by text not null,
  data_type text not null,
  PRIMARY KEY (bucket, letter_id, state),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);

create table letter_recipient_ends (
  bucket smallint not null,
  owner uuid not null,
  kind text not null,
  authority text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  remark uuid not null,
  PRIMARY KEY (bucket, owner)
);

create table letter_remarks (
  bucket smallint not null,
  id uuid not null,
  letter_id uuid not null,
  kind text not null,
  code text,
  words text not null,
  said_by text not null,
  said_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX letter_remarks_of ON public.letter_remarks USING btree (bucket, letter_id);

create table letter_templates (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  unit text not null,
  name text not null,
  subject text not null,
  body text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id),
  CHECK ((length(body) <= 20000)),
  CHECK ((length(name) <= 100)),
  CHECK ((length(subject) <= 500))
);
CREATE INDEX letter_templates_of_unit ON public.letter_templates USING btree (bucket, authority, unit, name);

create table letter_unit_settings (
  bucket smallint not null,
  authority text not null,
  unit text not null,
  second_person boolean not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (bucket, authority, unit)
);

create table letters (
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
  authority text not null,
  lane text not null,
  size_class integer not null,
  size_bytes integer not null,
  sha256 text not null,
  recipient_key text not null,
  token_hash text not null,
  content uuid,
  case_id uuid,
  in_reply_to uuid,
  copy_of uuid,
  sent_at timestamp with time zone not null,
  accepted_at timestamp with time zone not null,
  publish_at timestamp with time zone not null,
  effective_at timestamp with time zone,
  expires_at timestamp with time zone,
  due_at timestamp with time zone,
  arrived_at timestamp with time zone,
  state text not null,
  state_at timestamp with time zone not null,
  data_type text not null,
  page_opened_at timestamp with time zone,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX letters_by_authority ON public.letters USING btree (authority, arrived_at) WHERE ((arrived_at IS NOT NULL) AND (content IS NOT NULL));
CREATE INDEX letters_by_content ON public.letters USING btree (bucket, content) WHERE (content IS NOT NULL);
CREATE INDEX letters_by_lane ON public.letters USING btree (lane, arrived_at DESC) WHERE (arrived_at IS NOT NULL);
CREATE INDEX letters_by_person ON public.letters USING btree (sender_person) WHERE (sender_person IS NOT NULL);
CREATE INDEX letters_copies ON public.letters USING btree (bucket, copy_of) WHERE (copy_of IS NOT NULL);
CREATE INDEX letters_due ON public.letters USING btree (lane, due_at, bucket, id) WHERE (due_at IS NOT NULL);
CREATE INDEX letters_expiring ON public.letters USING btree (expires_at) WHERE ((expires_at IS NOT NULL) AND (state = ANY (ARRAY['accepted'::text, 'scheduled'::text, 'awaiting-recipient'::text, 'published'::text, 'fetched'::text])));
CREATE INDEX letters_of_mailbox ON public.letters USING btree (bucket, recipient, arrived_at DESC, id DESC) WHERE (arrived_at IS NOT NULL);
CREATE INDEX letters_of_person ON public.letters USING btree (recipient_person) WHERE (recipient_person IS NOT NULL);
CREATE INDEX letters_waiting ON public.letters USING btree (bucket, sender, id) WHERE (state = 'awaiting-recipient'::text);
CREATE INDEX letters_waiting_for ON public.letters USING btree (recipient_person) WHERE (state = 'awaiting-recipient'::text);

create table link_secrets (
  day date not null,
  secret bytea not null,
  PRIMARY KEY (day)
);

create table log_checkpoints (
  log_id text not null,
  size bigint not null,
  note text,
  published_at timestamp with time zone,
  checked_at timestamp with time zone,
  trouble text,
  PRIMARY KEY (log_id)
);

create table log_entries (
  log_id text not null,
  index bigint not null,
  kind smallint not null,
  at bigint not null,
  type text not null,
  service text,
  entry bytea not null,
  commitments bytea,
  PRIMARY KEY (log_id, index)
);
CREATE INDEX log_entries_by_type ON public.log_entries USING btree (log_id, type, index);

create table log_leaves (
  log_id text not null,
  id uuid not null,
  bucket smallint not null,
  index bigint not null,
  place integer,
  PRIMARY KEY (log_id, id)
);

create table log_tiles (
  log_id text not null,
  level smallint not null,
  index bigint not null,
  bytes bytea not null,
  PRIMARY KEY (log_id, level, index)
);

create table logs (
  log_id text not null,
  position bigint not null,
  origin text not null,
  size bigint not null,
  root bytea not null,
  last_at bigint not null,
  keys jsonb not null,
  opened_at timestamp with time zone not null,
  frozen_at timestamp with time zone,
  PRIMARY KEY (log_id)
);

create table mailbox_history (
  bucket smallint not null,
  mailbox uuid not null,
  sequence integer not null,
  person uuid,
  authority text,
  unit text,
  recipient text not null,
  slot text,
  ended_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, mailbox, sequence),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((octet_length(slot) <= 8192))
);
CREATE INDEX mailbox_history_by_person ON public.mailbox_history USING btree (person) WHERE (person IS NOT NULL);

create table mailbox_owners (
  bucket smallint not null,
  owner text not null,
  mailbox uuid not null,
  person uuid,
  authority text,
  data_type text not null,
  PRIMARY KEY (bucket, owner),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX mailbox_owners_by_person ON public.mailbox_owners USING btree (person) WHERE (person IS NOT NULL);

create table mailbox_pairings (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  mailbox uuid not null,
  recipient text not null,
  sealed text,
  expires_at timestamp with time zone not null,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX mailbox_pairings_by_end ON public.mailbox_pairings USING btree (expires_at);
CREATE INDEX mailbox_pairings_by_person ON public.mailbox_pairings USING btree (person);

create table mailbox_recoveries (
  bucket smallint not null,
  id uuid not null,
  mailbox uuid not null,
  slot uuid not null,
  person uuid not null,
  reader uuid not null,
  purpose text not null,
  authority text,
  asked_at timestamp with time zone not null,
  checked_by text,
  checked_at timestamp with time zone,
  words text,
  ready_at timestamp with time zone,
  released_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_as text,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((ended_as = ANY (ARRAY['stopped'::text, 'refused'::text, 'over'::text, 'done'::text]))),
  CHECK ((purpose = ANY (ARRAY['contact'::text, 'kin'::text]))),
  CHECK ((length(words) <= 2000))
);
CREATE INDEX mailbox_recoveries_by_person ON public.mailbox_recoveries USING btree (person);
CREATE INDEX mailbox_recoveries_by_reader ON public.mailbox_recoveries USING btree (reader);
CREATE INDEX mailbox_recoveries_to_check ON public.mailbox_recoveries USING btree (authority) WHERE ((ended_at IS NULL) AND (checked_at IS NULL));
CREATE UNIQUE INDEX mailbox_recoveries_of_owner ON public.mailbox_recoveries USING btree (bucket, mailbox) WHERE ((ended_at IS NULL) AND (purpose = 'contact'::text));
CREATE UNIQUE INDEX mailbox_recoveries_open ON public.mailbox_recoveries USING btree (bucket, slot) WHERE (ended_at IS NULL);

create table mailbox_shares (
  bucket smallint not null,
  slot uuid not null,
  mailbox uuid not null,
  person uuid not null,
  reader uuid not null,
  purpose text not null,
  proof_key text not null,
  sealed_share text not null,
  held_share text not null,
  made_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  proven_at timestamp with time zone,
  drill_told_at timestamp with time zone,
  data_type text not null,
  lost_at timestamp with time zone,
  PRIMARY KEY (bucket, slot),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK ((length(held_share) <= 200)),
  CHECK ((length(proof_key) <= 400)),
  CHECK ((purpose = ANY (ARRAY['contact'::text, 'kin'::text]))),
  CHECK ((octet_length(sealed_share) <= 8192))
);
CREATE INDEX mailbox_shares_by_person ON public.mailbox_shares USING btree (person);
CREATE INDEX mailbox_shares_by_reader ON public.mailbox_shares USING btree (reader);
CREATE INDEX mailbox_shares_of ON public.mailbox_shares USING btree (bucket, mailbox);
CREATE INDEX mailbox_shares_to_try ON public.mailbox_shares USING btree (COALESCE(proven_at, made_at));

create table mailboxes (
  bucket smallint not null,
  id uuid not null,
  kind text not null,
  person uuid,
  authority text,
  unit text,
  recipient text not null,
  sequence integer not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  rotation_due timestamp with time zone,
  drill_told_at timestamp with time zone,
  pending_recipient text,
  pending_sequence integer,
  pending_at timestamp with time zone,
  demonstration boolean not null,
  data_type text not null,
  pending_past text,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id),
  CHECK (((kind = 'unit'::text) = ((authority IS NOT NULL) AND (unit IS NOT NULL)))),
  CHECK (((kind = 'unit'::text) = (person IS NULL))),
  CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'unit'::text]))),
  CHECK ((octet_length(pending_past) <= 8192)),
  CHECK ((sequence >= 0))
);
CREATE INDEX mailboxes_by_authority ON public.mailboxes USING btree (authority, unit) WHERE (authority IS NOT NULL);
CREATE INDEX mailboxes_by_person ON public.mailboxes USING btree (person) WHERE (person IS NOT NULL);

create table migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table monitoring_gaps (
  bucket smallint not null,
  authority text not null,
  component text not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  PRIMARY KEY (bucket, authority, component, from_at)
);

create table name_corrections (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  name_before jsonb not null,
  corrected_by text not null,
  corrected_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  data_type text not null,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX name_corrections_by_clerk ON public.name_corrections USING btree (corrected_by, corrected_at);
CREATE INDEX name_corrections_by_person ON public.name_corrections USING btree (bucket, person);

create table notice_deliveries (
  bucket smallint not null,
  subscription uuid not null,
  notice uuid not null,
  version integer not null,
  state text not null,
  attempts smallint not null default 0,
  queued_at timestamp with time zone not null,
  next_at timestamp with time zone,
  sent_at timestamp with time zone,
  reason text,
  PRIMARY KEY (bucket, subscription, notice, version)
);
CREATE INDEX notice_deliveries_by_notice ON public.notice_deliveries USING btree (notice, version);
CREATE INDEX notice_deliveries_to_send ON public.notice_deliveries USING btree (next_at) WHERE (next_at IS NOT NULL);

create table notice_drafts (
  id uuid not null,
  authority text not null,
  base_version integer,
  typed jsonb not null,
  revision integer not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  PRIMARY KEY (id)
);
CREATE INDEX notice_drafts_by_authority ON public.notice_drafts USING btree (authority, saved_at DESC);

create table notice_services (
  code text not null,
  authority text not null,
  title jsonb not null,
  PRIMARY KEY (code)
);

create table notice_sightings (
  notice uuid not null,
  version integer not null,
  vantage text not null,
  outside boolean not null,
  seen_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  snapshot_sha256 text not null,
  snapshot bytea not null,
  fact uuid not null,
  PRIMARY KEY (notice, version, vantage)
);

create table notice_subscriptions (
  bucket smallint not null,
  id uuid not null,
  address text not null,
  person uuid,
  lang text not null,
  authority text,
  services text[] not null,
  kinds text[] not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  next_at timestamp with time zone,
  attempts smallint not null default 0,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX notice_subscriptions_by_address ON public.notice_subscriptions USING btree (bucket, address);
CREATE INDEX notice_subscriptions_by_person ON public.notice_subscriptions USING btree (person) WHERE (person IS NOT NULL);
CREATE INDEX notice_subscriptions_to_ask ON public.notice_subscriptions USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX notice_subscriptions_unanswered ON public.notice_subscriptions USING btree (asked_at) WHERE (confirmed_at IS NULL);

create table notice_tokens (
  bucket smallint not null,
  secret_sha256 bytea not null,
  subscription uuid not null,
  purpose text not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (bucket, secret_sha256)
);
CREATE INDEX notice_tokens_by_subscription ON public.notice_tokens USING btree (bucket, subscription);
CREATE INDEX notice_tokens_by_time ON public.notice_tokens USING btree (expires_at);

create table notice_versions (
  id uuid not null,
  version integer not null,
  authority text not null,
  kind text not null,
  changes text[] not null,
  services text[] not null,
  title jsonb not null,
  body jsonb not null,
  about_kind text,
  about_id text,
  effective_at timestamp with time zone,
  banner_until timestamp with time zone,
  sha256 text not null,
  fact uuid not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  seen_at timestamp with time zone,
  PRIMARY KEY (id, version),
  FOREIGN KEY (id) REFERENCES notices(id)
);
CREATE INDEX notice_versions_by_matter ON public.notice_versions USING btree (about_kind, about_id);
CREATE INDEX notice_versions_by_time ON public.notice_versions USING btree (published_at DESC, id);
CREATE INDEX notice_versions_on_banners ON public.notice_versions USING btree (banner_until) WHERE (banner_until IS NOT NULL);
CREATE INDEX notice_versions_unseen ON public.notice_versions USING btree (authority, published_at) WHERE (seen_at IS NULL);

create table notices (
  id uuid not null,
  authority text not null,
  version integer not null,
  PRIMARY KEY (id)
);

create table oidc_identities (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  linked_at timestamp with time zone not null,
  carries_roles boolean not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX oidc_identities_by_person ON public.oidc_identities USING btree (person);

create table oidc_logins (
  bucket smallint not null,
  id text not null,
  browser_sha256 bytea not null,
  purpose text not null,
  person uuid,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX oidc_logins_by_expiry ON public.oidc_logins USING btree (expires_at);

create table outage_corrections (
  bucket smallint not null,
  authority text not null,
  outage uuid not null,
  id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  cause text not null,
  void boolean not null,
  reason text not null,
  words jsonb not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  approved boolean,
  PRIMARY KEY (bucket, authority, outage, id)
);

create table outage_entries (
  bucket smallint not null,
  authority text not null,
  outage uuid not null,
  id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  actor text not null,
  fact uuid,
  text jsonb,
  body jsonb not null,
  PRIMARY KEY (bucket, authority, outage, id)
);

create table outages (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  component text not null,
  service text,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  cause text not null,
  automatic boolean not null,
  vantage_points integer not null,
  targets uuid[] not null,
  reason text,
  detail text,
  planned uuid,
  notice uuid,
  scope jsonb,
  note jsonb,
  expected_return_at timestamp with time zone,
  next_update_at timestamp with time zone,
  void boolean not null,
  settled boolean not null,
  known_at timestamp with time zone not null,
  closed_known_at timestamp with time zone,
  revision integer not null,
  PRIMARY KEY (bucket, authority, id)
);
CREATE INDEX outages_by_time ON public.outages USING btree (bucket, authority, from_at);
CREATE UNIQUE INDEX outages_open ON public.outages USING btree (bucket, authority, component) WHERE ((to_at IS NULL) AND (NOT void));

create table outbox (
  bucket smallint not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  available_at timestamp with time zone not null,
  attempts smallint not null default 0,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX outbox_ready ON public.outbox USING btree (available_at);

create table passkeys (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  name text not null,
  synced boolean not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  added_by text not null default 'passkey'::text,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX passkeys_by_person ON public.passkeys USING btree (bucket, person);

create table person_identifiers (
  bucket smallint not null,
  id text not null,
  person uuid not null,
  PRIMARY KEY (bucket, id)
);

create table person_messages (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  kind text not null,
  subject jsonb not null,
  body jsonb not null,
  told_at timestamp with time zone not null,
  read_at timestamp with time zone,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX person_messages_by_person ON public.person_messages USING btree (bucket, person, told_at);

create table persons (
  bucket smallint not null,
  id uuid not null,
  kind text not null,
  name jsonb not null,
  national_id text,
  legal_id text,
  foreigner_code text,
  mobile text,
  email text,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  PRIMARY KEY (bucket, id)
);

create table plan_holders (
  bucket smallint not null,
  authority text not null,
  held bigint not null,
  PRIMARY KEY (bucket, authority)
);

create table planned_announcements (
  bucket smallint not null,
  authority text not null,
  planned uuid not null,
  notice_version integer not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  announced_at timestamp with time zone not null,
  announced_by text not null,
  seen_at timestamp with time zone,
  PRIMARY KEY (bucket, authority, planned, notice_version)
);

create table planned_outages (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  kind text not null,
  components text[] not null,
  services text[],
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  words jsonb,
  notice uuid not null,
  joins uuid,
  sequence integer not null,
  announced_at timestamp with time zone not null,
  announced_by text not null,
  changed_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  cancelled_because text,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  revision integer not null,
  PRIMARY KEY (bucket, authority, id)
);
CREATE INDEX planned_outages_by_time ON public.planned_outages USING btree (bucket, authority, from_at);
CREATE INDEX planned_outages_waiting ON public.planned_outages USING btree (from_at) WHERE ((ended_at IS NULL) AND (cancelled_at IS NULL) AND (kind <> 'outage'::text));

create table portal_hosts (
  bucket smallint not null,
  authority text not null,
  host text not null,
  automatic boolean not null,
  registered_at timestamp with time zone not null,
  registered_by text not null,
  retired_at timestamp with time zone,
  PRIMARY KEY (bucket, authority, host)
);

create table post_holdings (
  id uuid not null,
  authority text not null,
  post text not null,
  person uuid not null,
  holder_name jsonb not null,
  valid_from date not null,
  valid_to date,
  stands_in boolean not null default false,
  grant_id uuid,
  given_by text,
  PRIMARY KEY (id),
  FOREIGN KEY (authority, post) REFERENCES posts(authority, id)
);
CREATE INDEX post_holdings_by_post ON public.post_holdings USING btree (authority, post, valid_from);

create table posts (
  authority text not null,
  id text not null,
  position smallint not null,
  unit text,
  title jsonb not null,
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority) REFERENCES authorities(id),
  FOREIGN KEY (authority, unit) REFERENCES units(authority, id)
);

create table probe_batches (
  bucket smallint not null,
  authority text not null,
  vantage text not null,
  id uuid not null,
  received_at timestamp with time zone not null,
  answer jsonb not null,
  PRIMARY KEY (bucket, authority, vantage, id)
);
CREATE INDEX probe_batches_by_time ON public.probe_batches USING btree (received_at);

create table probe_settings (
  bucket smallint not null,
  authority text not null,
  every_seconds integer not null,
  timeout_ms integer not null,
  failures_in_a_row integer not null,
  successes_in_a_row integer not null,
  next_update_minutes integer not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  PRIMARY KEY (bucket, authority)
);

create table probe_stretches (
  bucket smallint not null,
  authority text not null,
  target uuid not null,
  vantage text not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  up boolean not null,
  count bigint not null,
  reason text,
  detail text,
  took_ms integer not null,
  PRIMARY KEY (bucket, authority, target, vantage, from_at)
);
CREATE INDEX probe_stretches_by_end ON public.probe_stretches USING btree (bucket, authority, target, vantage, to_at);

create table probe_targets (
  bucket smallint not null,
  authority text not null,
  id uuid not null,
  component text not null,
  service text,
  kind text not null,
  host text not null,
  what text not null,
  probe jsonb not null,
  every_seconds integer,
  timeout_ms integer,
  automatic boolean not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  retired_at timestamp with time zone,
  PRIMARY KEY (bucket, authority, id)
);
CREATE UNIQUE INDEX probe_targets_automatic ON public.probe_targets USING btree (bucket, authority, component, what) WHERE (automatic AND (retired_at IS NULL));

create table queue_items (
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
  filed_at timestamp with time zone not null,
  order_at timestamp with time zone not null,
  due_at timestamp with time zone,
  late boolean not null,
  version integer not null,
  data_type text not null,
  PRIMARY KEY (bucket, case_id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX queue_items_fair ON public.queue_items USING btree (bucket, authority, unit, state, priority DESC, order_at, case_id);
CREATE INDEX queue_items_urgent ON public.queue_items USING btree (bucket, authority, unit, state, due_at, case_id);
CREATE UNIQUE INDEX queue_items_by_code ON public.queue_items USING btree (bucket, code);

create table report_choices (
  authority text not null,
  component text not null,
  service text,
  place integer not null,
  title jsonb not null,
  authority_title jsonb not null,
  jurisdiction text not null,
  card_version text,
  agreement_version text,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (authority, component)
);

create table restore_drills (
  id uuid not null,
  backup uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ok boolean,
  rpo_seconds bigint,
  rto_seconds bigint,
  fact_count bigint,
  entry_count bigint,
  trouble text,
  PRIMARY KEY (id)
);
CREATE INDEX restore_drills_by_start ON public.restore_drills USING btree (started_at DESC);

create table retention_rules (
  authority text not null,
  data_type text not null,
  service text not null,
  keep_days integer not null,
  erasable boolean not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  PRIMARY KEY (authority, data_type, service)
);

create table role_grants (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  authority text not null,
  unit text,
  role text not null,
  post text,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  given_by text not null,
  revoked_by text,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX role_grants_by_person ON public.role_grants USING btree (bucket, person);

create table score_runs (
  bucket smallint not null,
  authority text not null,
  facts_through uuid,
  facts_read bigint not null,
  code_version text not null,
  as_of timestamp with time zone not null,
  took_ms bigint not null,
  facts_recent bigint,
  PRIMARY KEY (bucket, authority)
);

create table sent_letters (
  bucket smallint not null,
  id uuid not null,
  sender uuid not null,
  sender_authority text,
  sender_person uuid,
  recipient_authority text,
  recipient_person uuid,
  held_by uuid not null,
  accepted_at timestamp with time zone not null,
  sender_unit text,
  recipient_unit text,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX sent_letters_in_order ON public.sent_letters USING btree (bucket, sender, accepted_at DESC, id DESC);

create table service_interruptions (
  id uuid not null,
  authority text not null,
  kind text not null,
  services text[] not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  closed_from timestamp with time zone,
  closed_to timestamp with time zone,
  emergency boolean not null,
  reason text,
  notice uuid not null,
  PRIMARY KEY (id)
);
CREATE INDEX service_interruptions_by_end ON public.service_interruptions USING btree (authority, to_at);

create table services (
  code text not null,
  authority text not null,
  version integer not null,
  PRIMARY KEY (code)
);
CREATE INDEX services_by_authority ON public.services USING btree (authority, code);

create table session_sights (
  bucket smallint not null,
  person uuid not null,
  session uuid not null,
  network text not null,
  device text,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  PRIMARY KEY (bucket, session, network)
);
CREATE INDEX session_sights_by_age ON public.session_sights USING btree (last_at);
CREATE INDEX session_sights_by_person ON public.session_sights USING btree (bucket, person, last_at);

create table sessions (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  secret_sha256 bytea not null,
  begun_by text not null,
  device text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  proven_at timestamp with time zone,
  strength text,
  device_id text,
  hat text,
  acting text,
  carries_roles boolean not null default true,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_by_person ON public.sessions USING btree (bucket, person);
CREATE UNIQUE INDEX sessions_by_secret ON public.sessions USING btree (bucket, secret_sha256);

create table sharing_signs (
  bucket smallint not null,
  id uuid not null,
  person uuid not null,
  kind text not null,
  sign_key text not null,
  networks jsonb not null,
  accounts integer,
  found_at timestamp with time zone not null,
  explained_at timestamp with time zone,
  explanation text,
  PRIMARY KEY (bucket, id)
);
CREATE UNIQUE INDEX sharing_signs_by_key ON public.sharing_signs USING btree (bucket, person, sign_key);

create table system_versions (
  number bigint not null,
  version text not null,
  since timestamp with time zone not null,
  PRIMARY KEY (number)
);

create table typed_identifiers (
  bucket smallint not null,
  person uuid not null,
  kind text not null,
  value text not null,
  typed_at timestamp with time zone not null,
  PRIMARY KEY (bucket, person, kind)
);

create table unit_costs (
  bucket smallint not null,
  id uuid not null,
  authority text not null,
  what text not null,
  amount_rial bigint not null,
  source jsonb not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  PRIMARY KEY (bucket, id),
  CHECK ((amount_rial > 0)),
  CHECK ((what = ANY (ARRAY['letter'::text, 'visit'::text])))
);

create table unit_sealing_keys (
  authority text not null,
  unit text not null,
  sequence integer not null,
  recipient text,
  keys text[] not null,
  counts_from timestamp with time zone not null,
  PRIMARY KEY (authority, unit, sequence)
);

create table units (
  authority text not null,
  id text not null,
  position smallint not null,
  title jsonb not null,
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority) REFERENCES authorities(id)
);

create table unregistered_hosts (
  bucket smallint not null,
  authority text not null,
  host text not null,
  found_on text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  PRIMARY KEY (bucket, authority, host)
);

create table uploads (
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
  started_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  data_type text not null,
  recipient_key text,
  PRIMARY KEY (bucket, id),
  FOREIGN KEY (data_type) REFERENCES data_types(id)
);
CREATE INDEX uploads_by_person ON public.uploads USING btree (bucket, person);
CREATE INDEX uploads_by_touch ON public.uploads USING btree (touched_at);

create table vantage_points (
  bucket smallint not null,
  authority text not null,
  id text not null,
  label text not null,
  outside boolean not null,
  registered_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  plan_at timestamp with time zone,
  reported_at timestamp with time zone,
  dropped bigint not null default 0,
  PRIMARY KEY (bucket, authority, id)
);

create table webauthn_challenges (
  bucket smallint not null,
  id text not null,
  purpose text not null,
  person uuid,
  browser_sha256 bytea not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX webauthn_challenges_by_expiry ON public.webauthn_challenges USING btree (expires_at);

create table worker_beats (
  bucket smallint not null,
  id uuid not null,
  host text not null,
  started_at timestamp with time zone not null,
  beat_at timestamp with time zone not null,
  PRIMARY KEY (bucket, id)
);
