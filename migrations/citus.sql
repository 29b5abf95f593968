-- Makes the tables of a Citus cluster distributed; run once, after the migrations, on the coordinator.
-- The statements of the program are the same on every stage (docs/architecture.md, "Rows").

-- Copied to every node, and named by keys of distributed tables: it comes before them.
select create_reference_table('data_types');

-- Rooted in an owner: co-located by bucket.
select create_distributed_table('facts', 'bucket', shard_count => 128);
select create_distributed_table('ledger_outbox', 'bucket', colocate_with => 'facts');
select create_distributed_table('outbox', 'bucket', colocate_with => 'facts');
select create_distributed_table('idempotent_answers', 'bucket', colocate_with => 'facts');
select create_distributed_table('persons', 'bucket', colocate_with => 'facts');
select create_distributed_table('person_identifiers', 'bucket', colocate_with => 'facts');
select create_distributed_table('delegations', 'bucket', colocate_with => 'facts');
select create_distributed_table('delegations_held', 'bucket', colocate_with => 'facts');
select create_distributed_table('delegation_offers', 'bucket', colocate_with => 'facts');
select create_distributed_table('delegation_offer_keys', 'bucket', colocate_with => 'facts');
select create_distributed_table('role_grants', 'bucket', colocate_with => 'facts');
select create_distributed_table('sessions', 'bucket', colocate_with => 'facts');
select create_distributed_table('passkeys', 'bucket', colocate_with => 'facts');
select create_distributed_table('webauthn_challenges', 'bucket', colocate_with => 'facts');
select create_distributed_table('api_keys', 'bucket', colocate_with => 'facts');
select create_distributed_table('cases', 'bucket', colocate_with => 'facts');
select create_distributed_table('case_submissions', 'bucket', colocate_with => 'facts');
select create_distributed_table('case_codes', 'bucket', colocate_with => 'facts');
select create_distributed_table('case_clocks', 'bucket', colocate_with => 'facts');
select create_distributed_table('case_documents', 'bucket', colocate_with => 'facts');
select create_distributed_table('document_shares', 'bucket', colocate_with => 'facts');
select create_distributed_table('case_notes', 'bucket', colocate_with => 'facts');
select create_distributed_table('case_receipts', 'bucket', colocate_with => 'facts');
select create_distributed_table('uploads', 'bucket', colocate_with => 'facts');
select create_distributed_table('file_chunks', 'bucket', colocate_with => 'facts');
select create_distributed_table('drafts', 'bucket', colocate_with => 'facts');
select create_distributed_table('queue_items', 'bucket', colocate_with => 'facts');
select create_distributed_table('clause_states', 'bucket', colocate_with => 'facts');
select create_distributed_table('score_runs', 'bucket', colocate_with => 'facts');
select create_distributed_table('evidence_keys', 'bucket', colocate_with => 'facts');
select create_distributed_table('probe_settings', 'bucket', colocate_with => 'facts');
select create_distributed_table('components', 'bucket', colocate_with => 'facts');
select create_distributed_table('portal_hosts', 'bucket', colocate_with => 'facts');
select create_distributed_table('unregistered_hosts', 'bucket', colocate_with => 'facts');
select create_distributed_table('vantage_points', 'bucket', colocate_with => 'facts');
select create_distributed_table('probe_targets', 'bucket', colocate_with => 'facts');
select create_distributed_table('probe_batches', 'bucket', colocate_with => 'facts');
select create_distributed_table('probe_stretches', 'bucket', colocate_with => 'facts');
select create_distributed_table('component_watches', 'bucket', colocate_with => 'facts');
select create_distributed_table('monitoring_gaps', 'bucket', colocate_with => 'facts');
select create_distributed_table('outages', 'bucket', colocate_with => 'facts');
select create_distributed_table('outage_entries', 'bucket', colocate_with => 'facts');
select create_distributed_table('outage_corrections', 'bucket', colocate_with => 'facts');
select create_distributed_table('channel_checks', 'bucket', colocate_with => 'facts');
select create_distributed_table('planned_outages', 'bucket', colocate_with => 'facts');
select create_distributed_table('planned_announcements', 'bucket', colocate_with => 'facts');
select create_distributed_table('plan_holders', 'bucket', colocate_with => 'facts');
select create_distributed_table('emergency_suspensions', 'bucket', colocate_with => 'facts');
select create_distributed_table('deadline_extensions', 'bucket', colocate_with => 'facts');
select create_distributed_table('failure_reports', 'bucket', colocate_with => 'facts');
select create_distributed_table('failure_receipts', 'bucket', colocate_with => 'facts');
select create_distributed_table('failure_receipt_codes', 'bucket', colocate_with => 'facts');
select create_distributed_table('failure_report_keys', 'bucket', colocate_with => 'facts');
select create_distributed_table('failure_report_photos', 'bucket', colocate_with => 'facts');
select create_distributed_table('failure_report_answers', 'bucket', colocate_with => 'facts');
select create_distributed_table('notice_subscriptions', 'bucket', colocate_with => 'facts');
select create_distributed_table('notice_tokens', 'bucket', colocate_with => 'facts');
select create_distributed_table('notice_deliveries', 'bucket', colocate_with => 'facts');
select create_distributed_table('contacts', 'bucket', colocate_with => 'facts');
select create_distributed_table('contact_owners', 'bucket', colocate_with => 'facts');
select create_distributed_table('person_messages', 'bucket', colocate_with => 'facts');
select create_distributed_table('enrolment_codes', 'bucket', colocate_with => 'facts');
select create_distributed_table('devices', 'bucket', colocate_with => 'facts');

-- Rooted in a shard of the public log: co-located by log_id.
select create_distributed_table('logs', 'log_id', shard_count => 8);
select create_distributed_table('log_entries', 'log_id', colocate_with => 'logs');
select create_distributed_table('log_leaves', 'log_id', colocate_with => 'logs');
select create_distributed_table('log_tiles', 'log_id', colocate_with => 'logs');
select create_distributed_table('log_checkpoints', 'log_id', colocate_with => 'logs');

-- Copied to every node.
select create_reference_table('authorities');
select create_reference_table('units');
select create_reference_table('posts');
select create_reference_table('post_holdings');
select create_reference_table('agreement_versions');
select create_reference_table('agreement_milestones');
select create_reference_table('calendar_versions');
select create_reference_table('clock_calendars');
select create_reference_table('services');
select create_reference_table('card_versions');
select create_reference_table('card_drafts');
select create_reference_table('card_announcements');
select create_reference_table('card_effects');
select create_reference_table('agreement_announcements');
select create_reference_table('agreement_effects');
select create_reference_table('system_versions');
select create_reference_table('notices');
select create_reference_table('notice_versions');
select create_reference_table('notice_sightings');
select create_reference_table('service_interruptions');
select create_reference_table('report_choices');
select create_reference_table('notice_services');
select create_reference_table('notice_drafts');
select create_reference_table('link_secrets');
