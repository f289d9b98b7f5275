-- The ladder grid → community → street → district: its rungs as data, and one record per escalation.
create table escalation_rungs (
  district_id uuid not null references places (id),
  level text not null check (level in ('grid', 'community', 'street', 'district')),
  unit text not null,
  amount integer not null check (amount > 0),
  by_clock boolean not null default true,
  primary key (district_id, level)
);
create table case_escalations (
  id uuid primary key,
  district_id uuid not null references places (id),
  case_id uuid not null references cases (id),
  at timestamptz not null,
  by text not null check (by in ('person', 'clock')),
  actor_id uuid,
  actor_name text not null,
  from_level text not null,
  to_level text not null,
  reason text not null
);
create index case_escalations_by_case on case_escalations (case_id, at);
-- The timer asks for open cases that have been at a level since before a moment.
create index cases_level_open on cases (district_id, level, (coalesce(level_since, created_at)))
  where state in ('submitted', 'accepted', 'dispatched', 'takenUp', 'inProgress', 'suspended', 'returned', 'closureRequested', 'reopenAsked', 'reopened');
-- What came up to a street or a district is little: its own index.
create index cases_came_up on cases (street_id, level, due_at, id)
  where level in ('street', 'district') and state in ('submitted', 'accepted', 'dispatched', 'takenUp', 'inProgress', 'suspended', 'returned', 'closureRequested', 'reopenAsked', 'reopened');
