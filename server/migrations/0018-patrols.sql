-- Patrols: checklists, routes with points, visits planned by a job, check-ins, findings. No position of a person is kept:
-- only whether they stood near the point, and a rounded distance.
create table patrol_checklists (
  id uuid primary key,
  district_id uuid not null,
  name text not null,
  items jsonb not null,
  created_at timestamptz not null,
  unique (district_id, name)
);
create table patrol_routes (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  place_id uuid not null references places (id),
  name text not null,
  person_id uuid references persons (id),
  position_code text,
  organisation_id uuid references organisations (id),
  weekdays integer[] not null,
  windows jsonb not null,
  every_weeks integer not null check (every_weeks between 1 and 4),
  rests_on_holidays boolean not null,
  starts_on date not null,
  ends_on date,
  grace_minutes integer not null check (grace_minutes between 0 and 720),
  active boolean not null,
  created_by uuid references persons (id),
  created_at timestamptz not null,
  check (num_nonnulls(person_id, position_code, organisation_id) = 1)
);
create index patrol_routes_by_community on patrol_routes (district_id, community_id, name, id);
create index patrol_routes_walked on patrol_routes (district_id, id) where active;
create table patrol_points (
  id uuid primary key,
  route_id uuid not null references patrol_routes (id),
  sort integer not null,
  name text not null,
  place_id uuid not null references places (id),
  doorcode_id uuid references doorcodes (id),
  lon double precision,
  lat double precision,
  radius integer not null,
  items jsonb not null,
  -- A point taken off a route stays with the visits that had it.
  retired_at timestamptz
);
create index patrol_points_of_route on patrol_points (route_id, sort);
create table patrol_visits (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  place_id uuid not null,
  route_id uuid not null references patrol_routes (id),
  kind text not null check (kind in ('round', 'sweep')),
  aim text,
  day date not null,
  slot integer not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  miss_at timestamptz not null,
  state text not null check (state in ('planned', 'underway', 'done', 'missed', 'cancelled')),
  late boolean not null default false,
  arrived_later boolean not null default false,
  points integer not null,
  checked integer not null default 0,
  findings integer not null default 0,
  cases integer not null default 0,
  walker_id uuid references persons (id),
  started_at timestamptz,
  finished_at timestamptz,
  words text
);
-- One visit of a route in one window of a day, however often the planning job runs.
create unique index patrol_visits_planned on patrol_visits (route_id, day, slot) where kind = 'round';
create index patrol_visits_by_day on patrol_visits (district_id, day desc, from_at desc, id desc);
create index patrol_visits_by_route on patrol_visits (route_id, day desc);
create index patrol_visits_to_miss on patrol_visits (miss_at) where state in ('planned', 'underway');
create table patrol_visit_units (
  visit_id uuid not null references patrol_visits (id),
  organisation_id uuid not null references organisations (id),
  people text not null,
  primary key (visit_id, organisation_id)
);
create index patrol_visit_units_by_organisation on patrol_visit_units (organisation_id);
create table patrol_misses (
  id uuid primary key,
  visit_id uuid not null unique references patrol_visits (id),
  due_at timestamptz not null,
  noted_at timestamptz not null,
  -- The walk arrived after all, from a phone without a signal.
  explained_at timestamptz
);
create table patrol_checkins (
  id uuid primary key,
  visit_id uuid not null references patrol_visits (id),
  point_id uuid not null references patrol_points (id),
  person_id uuid not null references persons (id),
  organisation_id uuid references organisations (id),
  walked_at timestamptz not null,
  received_at timestamptz not null,
  proof text not null check (proof in ('code', 'place', 'none')),
  proved boolean not null,
  distance_m integer,
  ok_items text[] not null,
  problem_items text[] not null,
  note text
);
-- Each point once a visit; in a joint sweep once for each unit.
create unique index patrol_checkins_once
  on patrol_checkins (visit_id, point_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid));
create table patrol_findings (
  id uuid primary key,
  visit_id uuid not null references patrol_visits (id),
  point_id uuid not null references patrol_points (id),
  item text not null,
  words text not null,
  photos uuid[] not null,
  person_id uuid not null references persons (id),
  organisation_id uuid references organisations (id),
  found_at timestamptz not null,
  case_id uuid references cases (id)
);
create index patrol_findings_of_visit on patrol_findings (visit_id);

-- Joint operations of several units: what was planned, who came, what was found, what came of it.
create table operations (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid,
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  place_id uuid not null references places (id),
  name text not null,
  aim text not null,
  day date not null,
  lead_id uuid not null references organisations (id),
  state text not null check (state in ('planned', 'underway', 'closed', 'cancelled')),
  results jsonb not null default '[]',
  words text,
  created_by uuid references persons (id),
  created_at timestamptz not null,
  closed_at timestamptz
);
create index operations_by_day on operations (district_id, day desc, id desc);
create table operation_units (
  operation_id uuid not null references operations (id),
  organisation_id uuid not null references organisations (id),
  people text not null,
  task text not null,
  primary key (operation_id, organisation_id)
);
create index operation_units_by_organisation on operation_units (organisation_id);
create table operation_findings (
  id uuid primary key,
  operation_id uuid not null references operations (id),
  organisation_id uuid references organisations (id),
  place_id uuid not null references places (id),
  words text not null,
  photos uuid[] not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  case_id uuid references cases (id)
);
create index operation_findings_of on operation_findings (operation_id, at);
