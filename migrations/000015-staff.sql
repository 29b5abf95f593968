-- Who took a role back, and how a post is held. Rules: docs/specs/people.md.

alter table role_grants add column if not exists revoked_by text;

-- `stands_in`: for a while, in the place of the holder, who holds it again after. `grant_id` is the role
-- that came with the post and ends with it.
alter table post_holdings add column if not exists stands_in boolean not null default false;
alter table post_holdings add column if not exists grant_id uuid;
alter table post_holdings add column if not exists given_by text;
