-- Makes the tables of a Citus cluster distributed; run once, after the migrations, on the coordinator.
-- The statements of the program are the same on every stage (docs/architecture.md, "Rows").

-- Rooted in an owner: co-located by bucket.
select create_distributed_table('facts', 'bucket', shard_count => 128);
select create_distributed_table('ledger_outbox', 'bucket', colocate_with => 'facts');
select create_distributed_table('outbox', 'bucket', colocate_with => 'facts');
select create_distributed_table('idempotent_answers', 'bucket', colocate_with => 'facts');
