-- Places: one table for both trees. Each row carries the ids of its ancestors (and its own), so a scope is one comparison.
create table places (
  id uuid primary key,
  district_id uuid not null,
  kind text not null,
  parent_id uuid references places (id),
  name text not null,
  path text not null,
  code text,
  sort integer not null default 0,
  street_id uuid,
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  floor integer,
  area integer check (area > 0),
  area_source text check (area_source in ('register', 'survey', 'contract')),
  lon double precision,
  lat double precision,
  boundary jsonb,
  active boolean not null default true,
  search tsvector not null default ''::tsvector,
  -- The path with every number padded to eight digits: 3号楼 stands before 10号楼.
  path_order text collate "C" not null generated always as
    (regexp_replace(regexp_replace(path, '\d+', '0000000\&', 'g'), '\d+(\d{8})', '\1', 'g')) stored,
  created_at timestamptz not null default now(),
  check ((kind = 'district') = (parent_id is null))
);
create unique index places_name on places (parent_id, kind, name) where active;
-- The counts of trees are answered from these indexes alone.
create index places_by_parent on places (parent_id) include (active);
create index places_by_community on places (community_id, kind) include (active);
create index places_by_grid on places (grid_id, kind) include (active);
create index places_by_estate on places (estate_id, kind) include (active);
create index places_by_building on places (building_id, kind) include (active);
create index places_by_unit on places (unit_id, kind) include (active);
create index places_by_district on places (district_id, kind) include (active);
create index places_by_street on places (street_id, kind) include (active);
-- Lists of homes in the order of the tree; a query must repeat the kinds literally for the planner to use these.
create index places_homes_district on places (district_id, path_order, id) where kind in ('home', 'shop', 'parking') and active;
create index places_homes_street on places (street_id, path_order, id) where kind in ('home', 'shop', 'parking') and active;
create index places_homes_community on places (community_id, path_order, id) where kind in ('home', 'shop', 'parking') and active;
create index places_search on places using gin (search);

create table home_people (
  id uuid primary key,
  district_id uuid not null,
  home_id uuid not null references places (id),
  person_id uuid not null,
  relation text not null check (relation in ('owner', 'occupant')),
  state text not null check (state in ('claimed', 'confirmed', 'refused', 'ended')),
  reason text,
  since timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz
);
create unique index home_people_once on home_people (home_id, person_id, relation) where state in ('claimed', 'confirmed');
create index home_people_by_person on home_people (person_id);
create index home_people_claims on home_people (district_id, since) where state = 'claimed';
