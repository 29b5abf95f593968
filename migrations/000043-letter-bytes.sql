-- Letters that were sealed anew by a request left what lay with their sender: bytes are seen by their letter,
-- and that had moved already. What is no letter's, and is not arriving, is nobody's.
delete from letter_chunks c
where not exists (select 1 from letters l where l.bucket = c.bucket and l.content = c.content)
  and not exists (
    select 1 from letter_arrivals a where a.bucket = c.bucket and a.content = c.content);
