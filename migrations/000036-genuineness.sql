-- What was entered in the public log of letters, so that anybody who holds one can ask whether it is
-- genuine: a mark for each acceptance, sealing anew and end (docs/specs/verify.md §5). It lies in the bucket
-- of the fact that it is of.
create table if not exists letter_marks (
  bucket smallint not null,
  -- The fact of the letter.
  fact uuid not null,
  letter uuid not null,
  -- The body whose letter it is.
  authority text not null,
  -- The unit that sent it, as the key directory names it; 'person' for whoever is no unit.
  sender text not null,
  state text not null,
  -- Of the sealed file, base64.
  sha256 text not null,
  at timestamptz not null,
  -- The public fact in which the mark stands.
  entered uuid not null,
  primary key (bucket, fact)
);
create index if not exists letter_marks_of_letter on letter_marks (letter, at);
create index if not exists letter_marks_in_order on letter_marks (authority, at desc);

do $$
begin
  -- Only whoever knows code and hash is told, by the program.
  call fence('letter_marks', 'false');
end $$;
