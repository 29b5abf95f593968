/**
 * Tables whose rows are no objects of content, each with the reason: what stands there was written by the
 * program or for the public, or is a person's way in, of one kind by the table itself. A new table is
 * either here or has a `data_type`.
 */
const reasons = {
  evidence: 'facts hold codes, numbers and ids, never content or a personal value',
  log: 'the public log: hashes of facts',
  published: 'written to be read by everybody',
  account: 'who people are and how they prove it: data of the kind `account` by the table itself',
  course: 'states, instants, counts and ids that the program keeps of its own work',
  watch: 'what probes found of machines',
  copy: 'a copy of what has its kind, made for the person concerned, who alone reads it; gone in days',
  transport:
    'on its way, or kept for a repeated request: gone within days, read by the program alone'
} as const

const byReason: { readonly [R in keyof typeof reasons]: readonly string[] } = {
  evidence: ['facts', 'evidence_keys', 'ledger_outbox'],
  log: [
    'logs',
    'log_entries',
    'log_leaves',
    'log_tiles',
    'log_checkpoints',
    'directory_branches',
    'directory_heads',
    'letter_marks'
  ],
  published: [
    'agreement_announcements',
    'agreement_effects',
    'agreement_milestones',
    'agreement_versions',
    'authorities',
    'authority_brandings',
    'calendar_versions',
    'card_announcements',
    'card_drafts',
    'card_effects',
    'card_versions',
    'data_types',
    'notice_drafts',
    'notice_services',
    'notice_versions',
    'notices',
    'post_holdings',
    'posts',
    'report_choices',
    'services',
    'system_versions',
    'unit_sealing_keys',
    'units'
  ],
  account: [
    'sharing_signs',
    'session_sights',
    'counter_devices',
    'counter_consents',
    'agreement_acceptances',
    'account_freezes',
    'account_links',
    'account_recoveries',
    'api_keys',
    'attempt_counts',
    'code_challenges',
    'contact_owners',
    'contacts',
    'delegation_offer_keys',
    'delegation_offers',
    'delegations',
    'delegations_held',
    'devices',
    'enrolment_codes',
    'oidc_identities',
    'oidc_logins',
    'person_messages',
    'typed_identifiers',
    'notice_subscriptions',
    'passkeys',
    'person_identifiers',
    'persons',
    'representations',
    'role_grants',
    'sessions',
    'webauthn_challenges'
  ],
  course: [
    'restore_drills',
    'event_count_runs',
    'control_checks',
    'backups',
    'backup_drafts',
    'backup_turns',
    'case_clocks',
    'case_codes',
    'case_submissions',
    'clause_states',
    'clock_calendars',
    'deadline_extensions',
    'erasures',
    'event_counters',
    'failure_receipt_codes',
    'failure_report_keys',
    'legal_holds',
    'letter_approvals',
    'letter_arrivals',
    'letter_places',
    'letter_recipient_ends',
    'letter_templates',
    'letter_unit_settings',
    'sent_letters',
    'link_secrets',
    'migrations',
    'notice_tokens',
    'retention_rules',
    'unit_costs',
    'letter_checks',
    'broadcasts',
    'score_runs'
  ],
  watch: [
    'channel_checks',
    'component_watches',
    'components',
    'emergency_suspensions',
    'monitoring_gaps',
    'notice_sightings',
    'outage_corrections',
    'outage_entries',
    'outages',
    'plan_holders',
    'planned_announcements',
    'planned_outages',
    'portal_hosts',
    'probe_batches',
    'probe_settings',
    'probe_stretches',
    'probe_targets',
    'service_interruptions',
    'unregistered_hosts',
    'vantage_points',
    'worker_beats'
  ],
  copy: ['data_exports', 'data_export_chunks', 'data_export_links'],
  transport: ['idempotent_answers', 'notice_deliveries', 'outbox']
}

/** The reason for which a table has no `data_type`, by its name. */
export const tablesWithoutContent: ReadonlyMap<string, string> = new Map(
  Object.entries(byReason).flatMap(([reason, tables]) =>
    tables.map((table) => [table, reasons[reason as keyof typeof reasons]] as const)
  )
)
