-- Cases: one row per matter, its append-only timeline, its clocks, and what dispatches it.
create table categories (
  id uuid primary key,
  district_id uuid not null,
  parent_id uuid references categories (id),
  name text not null,
  kind text not null,
  keywords text[] not null default '{}',
  sort integer not null default 0,
  active boolean not null default true
);
create unique index categories_name on categories (district_id, name) where active;

create table dispatch_rules (
  id uuid primary key,
  district_id uuid not null,
  sort integer not null,
  name text not null,
  category_id uuid references categories (id),
  kind text,
  place_id uuid references places (id),
  target text not null check (target in ('organisation', 'estateProperty', 'community', 'street')),
  organisation_id uuid references organisations (id),
  active boolean not null default true,
  check ((target = 'organisation') = (organisation_id is not null))
);
create index dispatch_rules_in_order on dispatch_rules (district_id, sort, id);

create table deadline_policies (
  district_id uuid not null,
  kind text not null,
  respond_unit text not null,
  respond_amount integer not null,
  resolve_unit text not null,
  resolve_amount integer not null,
  primary key (district_id, kind)
);

create sequence case_numbers start 100001;
create table cases (
  id uuid primary key,
  number bigint not null default nextval('case_numbers') unique,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  place_id uuid not null references places (id),
  place_kind text not null,
  place_name text not null,
  place_path text not null,
  place_note text,
  lon double precision,
  lat double precision,
  kind text not null,
  category_id uuid not null references categories (id),
  channel text not null,
  words text not null,
  photos uuid[] not null default '{}',
  voice uuid,
  reporter_id uuid references persons (id),
  name_hidden boolean not null default false,
  filed_by uuid references persons (id),
  behalf_name text,
  behalf_phone_sealed text,
  behalf_consent boolean,
  state text not null,
  state_at timestamptz not null,
  handler_id uuid references organisations (id),
  proposed_id uuid references organisations (id),
  proposed_rule text,
  proposed_why text,
  -- The person who asked for closure: may not verify it.
  doer_id uuid references persons (id),
  due_at timestamptz,
  due_kind text,
  overdue boolean not null default false,
  suspend_until timestamptz,
  suspensions integer not null default 0,
  closed_at timestamptz,
  rating integer check (rating between 1 and 5),
  rating_reasons text[] not null default '{}',
  search tsvector not null default ''::tsvector,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- The state list stands here literally; a query must repeat it literally for the planner to use these.
create index cases_open_community on cases (community_id, due_at, id) where state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
create index cases_open_handler on cases (handler_id, due_at, id) where state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
create index cases_open_grid on cases (grid_id, due_at, id) where state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
create index cases_open_street on cases (street_id, due_at, id) where state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
create index cases_open_district on cases (district_id, due_at, id) where state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
create index cases_community_newest on cases (community_id, created_at desc, id desc);
create index cases_handler_newest on cases (handler_id, created_at desc, id desc);
create index cases_street_newest on cases (street_id, created_at desc, id desc);
create index cases_district_newest on cases (district_id, created_at desc, id desc);
create index cases_grid_newest on cases (grid_id, created_at desc, id desc);
create index cases_reporter on cases (reporter_id, created_at desc, id desc);
create index cases_filed_by on cases (filed_by, created_at desc) where filed_by is not null;
create index cases_place on cases (place_id);
create index cases_suspended on cases (suspend_until) where state = 'suspended';
create index cases_closed on cases (closed_at) where state = 'closed';
create index cases_search on cases using gin (search);

create table case_events (
  id uuid primary key,
  case_id uuid not null references cases (id),
  at timestamptz not null,
  step text not null,
  from_state text,
  to_state text,
  actor_id uuid,
  actor_name text not null,
  organisation_name text,
  words text,
  audience text not null check (audience in ('public', 'internal')),
  photos uuid[] not null default '{}',
  data jsonb
);
create index case_events_by_case on case_events (case_id, at, id);
create trigger case_events_append_only before update or delete on case_events for each row execute function refuse_change();

create table case_clocks (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('respond', 'resolve')),
  organisation_id uuid,
  unit text not null,
  amount integer not null,
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
  unique (case_id, kind, started_at)
);
create index case_clocks_due on case_clocks (due_at) where stopped_at is null and missed_at is null and due_at is not null;
create index case_clocks_warn on case_clocks (warn_at) where stopped_at is null and warned_at is null and warn_at is not null;

-- One record per miss.
create table case_misses (
  id uuid primary key,
  case_id uuid not null references cases (id),
  clock_id uuid not null unique references case_clocks (id),
  kind text not null,
  organisation_id uuid,
  due_at timestamptz not null,
  noted_at timestamptz not null
);
create table case_views (
  id uuid primary key,
  district_id uuid not null,
  person_id uuid not null references persons (id),
  name text not null,
  query jsonb not null,
  organisation_id uuid
);
create index case_views_by_person on case_views (person_id);
