-- What was agreed for the time after the owners' vote waits on the resolution; items added later are no part of minutes
-- that stand already.
alter table resolutions add column planned jsonb not null default '[]';
alter table action_items add column is_later boolean not null default false;
-- A topic nobody answers is told once to those who select.
alter table topics add column warned_at timestamptz;
create index topics_unanswered on topics (district_id, state_at) where state = 'proposed' and warned_at is null;
