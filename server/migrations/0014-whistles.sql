-- Whistles: several units called to one case; each unit's part with its clocks, lateness, history and ratings.
create table whistles (
  id uuid primary key,
  district_id uuid not null references places (id),
  case_id uuid not null unique references cases (id),
  why text not null,
  called_by uuid references persons (id),
  called_at timestamptz not null
);
create table whistle_parts (
  id uuid primary key,
  whistle_id uuid not null references whistles (id),
  case_id uuid not null references cases (id),
  organisation_id uuid not null references organisations (id),
  district_id uuid not null references places (id),
  street_id uuid not null,
  community_id uuid not null,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  is_lead boolean not null default false,
  asked text not null,
  state text not null,
  state_at timestamptz not null,
  called_at timestamptz not null,
  called_by uuid references persons (id),
  caller_name text not null,
  caller_organisation text not null,
  -- The level whose people called: a refusal is decided above it.
  caller_level text not null check (caller_level in ('grid', 'community', 'street', 'district')),
  people text,
  expected_at timestamptz,
  was_refused boolean not null default false,
  late_arrival boolean not null default false,
  late_result boolean not null default false,
  -- What bites first among the running clocks.
  due_at timestamptz,
  done_at timestamptz
);
create unique index whistle_parts_once on whistle_parts (case_id, organisation_id)
  where state in ('called', 'refused', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack');
create unique index whistle_parts_one_lead on whistle_parts (whistle_id) where is_lead;
create index whistle_parts_by_case on whistle_parts (case_id, called_at);
create index whistle_parts_open_by_unit on whistle_parts (organisation_id, due_at, id)
  where state in ('called', 'refused', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack');
create index whistle_parts_open_by_community on whistle_parts (community_id, due_at, id)
  where state in ('called', 'refused', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack');
create index whistle_parts_open_by_street on whistle_parts (street_id, due_at, id)
  where state in ('called', 'refused', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack');
create index whistle_parts_refused on whistle_parts (district_id, street_id) where state = 'refused';
create index whistle_parts_by_day on whistle_parts (district_id, called_at);
create index whistle_parts_by_unit on whistle_parts (organisation_id, called_at);
create table whistle_clocks (
  id uuid primary key,
  part_id uuid not null references whistle_parts (id),
  kind text not null check (kind in ('arrival', 'result')),
  unit text not null,
  amount integer not null check (amount > 0),
  started_at timestamptz not null,
  running_since timestamptz,
  paused_at timestamptz,
  elapsed_ms bigint not null default 0,
  elapsed_working_ms bigint not null default 0,
  spent_at timestamptz,
  stopped_at timestamptz,
  due_at timestamptz,
  warn_at timestamptz,
  warned_at timestamptz,
  missed_at timestamptz,
  unique (part_id, kind)
);
create index whistle_clocks_due on whistle_clocks (due_at) where missed_at is null and due_at is not null and stopped_at is null;
create index whistle_clocks_warn on whistle_clocks (warn_at) where stopped_at is null and warned_at is null and missed_at is null;
create index whistle_clocks_running on whistle_clocks (id) where stopped_at is null;
-- One record per unit and clock, whenever and however often it is looked at.
create table whistle_lateness (
  id uuid primary key,
  district_id uuid not null references places (id),
  part_id uuid not null references whistle_parts (id),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('arrival', 'result')),
  due_at timestamptz not null,
  noted_at timestamptz not null,
  -- When the people were reminded: in working hours only.
  told_at timestamptz,
  unique (part_id, kind)
);
create index whistle_lateness_untold on whistle_lateness (noted_at) where told_at is null;
create table whistle_events (
  id uuid primary key,
  part_id uuid not null references whistle_parts (id),
  at timestamptz not null,
  step text not null,
  from_state text,
  to_state text,
  actor_id uuid,
  actor_name text not null,
  organisation_name text,
  words text,
  photos uuid[] not null default '{}',
  proof text
);
create index whistle_events_by_part on whistle_events (part_id, at);
create table whistle_ratings (
  part_id uuid not null references whistle_parts (id),
  by text not null check (by in ('community', 'reporter')),
  rating integer not null check (rating between 1 and 5),
  words text,
  person_id uuid references persons (id),
  at timestamptz not null,
  primary key (part_id, by)
);
create table whistle_settings (
  district_id uuid not null references places (id),
  kind text not null check (kind in ('urgent', 'other')),
  arrival_unit text not null,
  arrival_amount integer not null check (arrival_amount > 0),
  result_unit text not null,
  result_amount integer not null check (result_amount > 0),
  primary key (district_id, kind)
);
