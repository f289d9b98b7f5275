-- Like cases: indexes that find the newest open cases around a place, and hot spots of growing groups.
-- The state list stands here literally; a query must repeat it literally for the planner to use these.
create index cases_open_newest_community on cases (community_id, created_at desc) where state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
create index cases_open_newest_estate on cases (estate_id, created_at desc) where estate_id is not null and state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
-- Cells of about 500 metres: nine of them hold everything within 300 metres.
create index cases_open_cell on cases ((floor(lat * 200)::int), (floor(lon * 200)::int), created_at desc) where lat is not null and state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');

create table hot_spots (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null references places (id),
  -- The narrower places that hold at least half of its cases.
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  -- Where most of its cases lie: an estate, else the community.
  place_id uuid not null references places (id),
  place_name text not null,
  title text not null,
  shared text[] not null,
  case_count integer not null,
  -- Cases of each week, oldest first; the last week ends with found_at.
  weeks integer[] not null,
  growth double precision not null,
  closeness double precision not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  state text not null check (state in ('new', 'seen', 'opened', 'dismissed')),
  reason text,
  -- How many cases it had when it was dismissed: it comes back when it has grown by half.
  dismissed_at_count integer,
  root_case_id uuid references cases (id),
  decided_by uuid references persons (id),
  decided_at timestamptz,
  found_at timestamptz not null
);
create index hot_spots_by_community on hot_spots (community_id, growth desc, id);
create index hot_spots_by_district on hot_spots (district_id, growth desc, id);
create table hot_spot_cases (
  hot_spot_id uuid not null references hot_spots (id) on delete cascade,
  case_id uuid not null references cases (id),
  primary key (hot_spot_id, case_id)
);
create index hot_spot_cases_by_case on hot_spot_cases (case_id);
