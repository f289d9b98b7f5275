-- Organisations, positions, appointments.
create table organisations (
  id uuid primary key,
  district_id uuid not null,
  kind text not null,
  name text not null,
  short_name text not null,
  phone text,
  place_id uuid references places (id),
  parent_id uuid references organisations (id),
  active boolean not null default true,
  search tsvector not null default ''::tsvector,
  created_at timestamptz not null default now()
);
create unique index organisations_name on organisations (district_id, kind, name) where active;
create index organisations_by_place on organisations (place_id);
create index organisations_search on organisations using gin (search);

-- Which places an organisation serves: a property company its estates, a department its streets.
create table organisation_places (
  organisation_id uuid not null references organisations (id),
  place_id uuid not null references places (id),
  primary key (organisation_id, place_id)
);
create index organisation_places_by_place on organisation_places (place_id);

create table positions (
  id uuid primary key,
  district_id uuid not null,
  code text not null,
  name text not null,
  organisation_kinds text[] not null,
  scope_kinds text[] not null,
  permissions text[] not null,
  is_default boolean not null default false,
  unique (district_id, code)
);
create table appointments (
  id uuid primary key,
  district_id uuid not null,
  person_id uuid not null references persons (id),
  position_id uuid not null references positions (id),
  organisation_id uuid not null references organisations (id),
  scope_id uuid not null references places (id),
  from_on date not null,
  to_on date,
  created_by uuid,
  created_at timestamptz not null default now(),
  check (to_on is null or to_on >= from_on)
);
create index appointments_by_person on appointments (person_id, from_on);
create index appointments_by_organisation on appointments (organisation_id, from_on);
create index appointments_by_scope on appointments (scope_id);
