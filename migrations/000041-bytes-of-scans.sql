-- Row security shows the bytes of a file by its upload or its document. Scans of clerks were taken off their
-- uploads before they were moved to the bucket of the applicant, and stayed where no case has them; bytes of
-- uploads that were given up stayed as well.
-- On Citus a document and stray bytes of it may stand on two machines.
set local citus.enable_repartition_joins = on;

insert into file_chunks (bucket, file_id, from_byte, content, data_type)
select d.bucket, c.file_id, c.from_byte, c.content, c.data_type
from file_chunks c join case_documents d on d.id = c.file_id
where d.bucket <> c.bucket
on conflict do nothing;

delete from file_chunks c
where not exists (select 1 from uploads u where u.bucket = c.bucket and u.id = c.file_id)
  and not exists (select 1 from case_documents d where d.bucket = c.bucket and d.id = c.file_id);
