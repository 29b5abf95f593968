-- A program of a unit opens its mailbox by a key of its own (`program`): nobody's mailbox reads that way, and
-- `recipient` is to whom a later seed is wrapped.
alter table keyslots drop constraint if exists keyslots_purpose_check;
alter table keyslots add constraint keyslots_purpose_check
  check (purpose in ('own', 'custodian', 'member', 'delegate', 'contact', 'kin', 'program')) not valid;
alter table keyslots validate constraint keyslots_purpose_check;
alter table keyslots drop constraint if exists keyslots_check;
alter table keyslots add constraint keyslots_check
  check ((purpose in ('own', 'program')) = (reader is null)) not valid;
alter table keyslots validate constraint keyslots_check;
