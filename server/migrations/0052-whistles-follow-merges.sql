-- A unit called for a duplicate goes on working for the case it was merged into, and comes back when that is undone.
alter table whistle_parts add column moved_from uuid references cases (id);
create index whistle_parts_moved on whistle_parts (moved_from) where moved_from is not null;
-- A unit called for both cases has a part of each until one is done.
drop index whistle_parts_once;
create unique index whistle_parts_once on whistle_parts (case_id, organisation_id, coalesce(moved_from, case_id))
  where state in ('called', 'refused', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack');
