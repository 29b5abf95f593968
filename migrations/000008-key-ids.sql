-- A key is named by an id that says nothing of the key. The place in the directory stays the hash, which
-- nobody is shown; facts of before name a key by it, and are read so.
alter table api_keys add column if not exists key_id uuid;
update api_keys set key_id = gen_random_uuid() where key_id is null;
alter table api_keys drop constraint if exists api_keys_key_id_given;
alter table api_keys add constraint api_keys_key_id_given check (key_id is not null) not valid;
alter table api_keys validate constraint api_keys_key_id_given;
create index if not exists api_keys_by_key_id on api_keys (key_id);
