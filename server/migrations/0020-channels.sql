-- Channels: opinion boxes, boards, complaint meetings, door knocks, riders' clues and thanks, the hotline (mission A2, A4).
alter table doorcodes drop constraint doorcodes_kind_check;
alter table doorcodes add constraint doorcodes_kind_check
  check (kind in ('unit', 'building', 'estate', 'station', 'facility', 'box'));

create table opinion_boxes (
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
  doorcode_id uuid not null references doorcodes (id),
  created_at timestamptz not null,
  created_by uuid not null references persons (id),
  removed_at timestamptz,
  removed_reason text
);
create index opinion_boxes_by_district on opinion_boxes (district_id, id desc);
create table box_emptyings (
  id uuid primary key,
  district_id uuid not null,
  box_id uuid not null references opinion_boxes (id),
  emptied_on date not null,
  slip_count integer not null check (slip_count between 0 and 500),
  by_person uuid not null references persons (id),
  by_name text not null,
  created_at timestamptz not null
);
create index box_emptyings_by_box on box_emptyings (box_id, id desc);
-- A slip became a case, or was filed without one, with the reason.
create table box_slips (
  id uuid primary key,
  district_id uuid not null,
  emptying_id uuid not null references box_emptyings (id),
  seq integer not null,
  words text not null,
  case_id uuid references cases (id),
  filed_as text check (filed_as in ('thanks', 'unclear', 'known', 'private')),
  reason text,
  created_at timestamptz not null,
  check ((case_id is null) <> (filed_as is null)),
  unique (emptying_id, seq)
);

create table complaint_sittings (
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
  held_on date not null,
  chair text not null,
  present integer not null check (present between 0 and 10000),
  version integer not null default 1,
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  committed_at timestamptz
);
create index complaint_sittings_by_district on complaint_sittings (district_id, id desc);
create table complaint_rows (
  sitting_id uuid not null references complaint_sittings (id),
  seq integer not null,
  words text not null,
  place_id uuid,
  place_note text,
  kind text,
  who_name text,
  who_phone_sealed text,
  who_consent boolean not null default false,
  case_id uuid references cases (id),
  primary key (sitting_id, seq)
);

create table knock_lists (
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
  until_on date,
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  closed_at timestamptz
);
create index knock_lists_by_district on knock_lists (district_id, id desc);
-- Only what happened at the door and which kinds of needs: no words about people, their opinions or their health.
create table knock_visits (
  id uuid primary key,
  district_id uuid not null,
  list_id uuid not null references knock_lists (id),
  home_id uuid not null references places (id),
  seq integer not null,
  state text not null default 'notYet' check (state in ('notYet', 'done', 'absent', 'refused')),
  revisit boolean not null default false,
  needs text[] not null default '{}',
  tries integer not null default 0,
  cases integer not null default 0,
  assigned_to uuid references persons (id),
  visited_at timestamptz,
  visited_by uuid references persons (id),
  unique (list_id, home_id)
);
create index knock_visits_by_list on knock_visits (list_id, seq);
create index knock_visits_assigned on knock_visits (assigned_to, list_id) where assigned_to is not null;

create table estate_board_settings (
  estate_id uuid primary key references places (id),
  district_id uuid not null,
  premoderated boolean not null,
  changed_by uuid not null references persons (id),
  changed_at timestamptz not null
);
create table board_posts (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid,
  community_id uuid,
  estate_id uuid not null references places (id),
  parent_id uuid references board_posts (id),
  author_id uuid not null references persons (id),
  shown_name text not null,
  organisation_name text,
  words text not null,
  state text not null check (state in ('waiting', 'shown', 'hidden', 'withdrawn')),
  reason text,
  decided_by uuid references persons (id),
  decided_at timestamptz,
  case_id uuid references cases (id),
  replies integer not null default 0,
  reports integer not null default 0,
  created_at timestamptz not null
);
create index board_posts_thread on board_posts (estate_id, id desc) where parent_id is null;
create index board_posts_replies on board_posts (parent_id, id) where parent_id is not null;
create index board_posts_to_moderate on board_posts (district_id, id desc) where state = 'waiting' or reports > 0;
create index board_posts_by_district on board_posts (district_id, id desc);
create index board_posts_by_author on board_posts (author_id, id desc);
create table board_reports (
  post_id uuid not null references board_posts (id),
  person_id uuid not null references persons (id),
  reason text not null,
  at timestamptz not null,
  settled_at timestamptz,
  primary key (post_id, person_id)
);

create table clues (
  id uuid primary key,
  district_id uuid not null,
  case_id uuid not null unique references cases (id),
  rider_id uuid not null references persons (id),
  station_id uuid references organisations (id),
  kind text not null,
  created_at timestamptz not null,
  taken_up_at timestamptz,
  solved_at timestamptz
);
create index clues_by_rider on clues (rider_id, id desc);
create index clues_unsolved on clues (district_id, id) where solved_at is null;
create index clues_by_station on clues (station_id) where station_id is not null;
create table rider_stations (
  person_id uuid primary key references persons (id),
  district_id uuid not null,
  station_id uuid not null references organisations (id),
  since timestamptz not null
);
-- Thanks are events that points are later counted from: who, for what, and with which weight.
create table thanks (
  id uuid primary key,
  district_id uuid not null,
  person_id uuid not null references persons (id),
  kind text not null,
  weight integer not null check (weight between 0 and 1000),
  thing_kind text not null,
  thing_id uuid not null,
  at timestamptz not null,
  unique (person_id, kind, thing_id)
);
create index thanks_by_person on thanks (person_id, at desc);

-- One order of the 12345 hotline is one case, however often it is sent.
create table hotline_orders (
  id uuid primary key,
  district_id uuid not null,
  number text not null,
  case_id uuid not null unique references cases (id),
  words text not null,
  received_at timestamptz,
  reply_due_at timestamptz,
  warned_at timestamptz,
  missed_at timestamptz,
  returned_at timestamptz,
  returned_state text,
  source text not null check (source in ('sheet', 'interface')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (district_id, number)
);
create index hotline_orders_newest on hotline_orders (district_id, id desc);
create index hotline_orders_due on hotline_orders (district_id, reply_due_at) where returned_at is null and reply_due_at is not null;
create table hotline_imports (
  id uuid primary key,
  district_id uuid not null,
  file_name text not null,
  headers text[] not null,
  mapping jsonb not null,
  -- The rows with callers' numbers, sealed; emptied when written or after a week.
  rows_sealed text not null,
  row_count integer not null,
  state text not null check (state in ('previewed', 'committed', 'forgotten')),
  created integer not null default 0,
  updated integer not null default 0,
  by_person uuid not null references persons (id),
  by_name text not null,
  at timestamptz not null
);
create index hotline_imports_by_person on hotline_imports (by_person, id desc);
create index hotline_imports_previewed on hotline_imports (at) where state = 'previewed';
create table hotline_returns (
  id uuid primary key,
  district_id uuid not null,
  by_person uuid references persons (id),
  by_name text not null,
  at timestamptz not null,
  line_count integer not null
);
create index hotline_returns_newest on hotline_returns (district_id, id desc);
create table hotline_return_lines (
  return_id uuid not null references hotline_returns (id),
  order_id uuid not null references hotline_orders (id),
  state text not null,
  words text not null,
  primary key (return_id, order_id)
);
create table hotline_keys (
  id uuid primary key,
  district_id uuid not null,
  place_id uuid not null references places (id),
  name text not null,
  hash text not null unique,
  tail text not null,
  scopes text[] not null,
  per_minute integer not null check (per_minute between 1 and 6000),
  minute timestamptz,
  used_in_minute integer not null default 0,
  last_used_at timestamptz,
  created_by uuid not null references persons (id),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index hotline_keys_by_district on hotline_keys (district_id, id desc);
