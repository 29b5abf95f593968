-- When a letter was opened by its page by post: kept with the letter, so that taking it back and letting it
-- expire say what is known of it (docs/specs/letter-exchange.md, section 6).
alter table letters add column if not exists page_opened_at timestamptz;
update letters l set page_opened_at = f.at from facts f
where f.kind = 'letter.claimed' and f.body ->> 'way' = 'opened' and f.subject = l.id::text;
