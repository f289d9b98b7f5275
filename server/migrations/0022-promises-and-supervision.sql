-- Promises: everything anybody undertook, with owner and day; plans of hard cases are made of them (mission A6, A10).
create table promises (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  case_id uuid references cases (id),
  -- What it belongs to: a case, a plan, a supervision order, a settlement.
  thing_kind text not null,
  thing_id uuid not null,
  sort integer not null default 0,
  what text not null,
  owner_id uuid not null references organisations (id),
  due_on date not null,
  state text not null check (state in ('open', 'kept', 'released')),
  public boolean not null default true,
  made_by uuid references persons (id),
  made_at timestamptz not null,
  ended_by uuid references persons (id),
  ended_at timestamptz,
  ended_words text,
  photos uuid[] not null default '{}',
  warned_at timestamptz,
  missed_at timestamptz
);
create index promises_by_thing on promises (thing_kind, thing_id, sort);
create index promises_by_case on promises (case_id) where case_id is not null;
create index promises_open_owner on promises (owner_id, due_on, id) where state = 'open';
create index promises_open_community on promises (community_id, due_on, id) where state = 'open';
create index promises_open_district on promises (district_id, due_on, id) where state = 'open';
create index promises_district on promises (district_id, due_on desc, id desc);

create table case_plans (
  id uuid primary key,
  case_id uuid not null references cases (id),
  aim text not null,
  state text not null check (state in ('active', 'done', 'dropped')),
  made_by uuid references persons (id),
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_words text
);
create unique index case_plans_active on case_plans (case_id) where state = 'active';

-- A hard case handed to deliberation; a body takes it up and its outcome comes back.
create table case_hand_overs (
  id uuid primary key,
  district_id uuid not null,
  community_id uuid not null,
  case_id uuid not null references cases (id),
  body_id uuid references organisations (id),
  reason text not null,
  state text not null check (state in ('waiting', 'returned')),
  outcome text,
  handed_by uuid references persons (id),
  handed_at timestamptz not null,
  returned_at timestamptz
);
create unique index case_hand_overs_waiting on case_hand_overs (case_id) where state = 'waiting';
create index case_hand_overs_by_community on case_hand_overs (community_id, handed_at desc, id desc);

-- Supervision orders: beside the case's own state, with a reply and a sign-off.
create table supervision_orders (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  case_id uuid not null references cases (id),
  level text not null check (level in ('community', 'street', 'district')),
  ordered_by uuid references persons (id),
  orderer_id uuid not null references organisations (id),
  answerer_id uuid not null references organisations (id),
  words text not null,
  before_closing boolean not null default false,
  due_at timestamptz not null,
  state text not null check (state in ('issued', 'replied', 'sentBack', 'signedOff', 'withdrawn')),
  reply text,
  replied_by uuid references persons (id),
  replied_at timestamptz,
  photos uuid[] not null default '{}',
  ended_words text,
  ended_at timestamptz,
  warned_at timestamptz,
  missed_at timestamptz,
  created_at timestamptz not null
);
create index supervision_orders_by_case on supervision_orders (case_id);
create index supervision_orders_open_answerer on supervision_orders (answerer_id, due_at, id) where state in ('issued', 'sentBack', 'replied');
create index supervision_orders_open_community on supervision_orders (community_id, due_at, id) where state in ('issued', 'sentBack', 'replied');
create index supervision_orders_open_street on supervision_orders (street_id, due_at, id) where state in ('issued', 'sentBack', 'replied');
create index supervision_orders_open_district on supervision_orders (district_id, due_at, id) where state in ('issued', 'sentBack', 'replied');
create index supervision_orders_newest on supervision_orders (district_id, created_at desc, id desc);
-- One record per miss of a reply.
create table supervision_misses (
  order_id uuid not null references supervision_orders (id),
  due_at timestamptz not null,
  organisation_id uuid not null,
  noted_at timestamptz not null,
  primary key (order_id, due_at)
);

-- Random re-checks of closed cases: anyone with the seed draws the same ones.
create table recheck_settings (
  district_id uuid primary key,
  share_permille integer not null check (share_permille between 0 and 1000)
);
create table recheck_rounds (
  id uuid primary key,
  district_id uuid not null,
  from_on date not null,
  to_on date not null,
  share_permille integer not null,
  seed text not null,
  population integer not null,
  drawn integer not null,
  drawn_by uuid references persons (id),
  drawn_at timestamptz not null,
  unique (district_id, from_on, to_on)
);
create table recheck_items (
  id uuid primary key,
  round_id uuid not null references recheck_rounds (id),
  district_id uuid not null,
  case_id uuid not null references cases (id),
  rank integer not null,
  result text check (result in ('passed', 'failed')),
  words text,
  photos uuid[] not null default '{}',
  checked_by uuid references persons (id),
  checked_at timestamptz,
  order_id uuid references supervision_orders (id),
  unique (round_id, case_id)
);
create index recheck_items_by_round on recheck_items (round_id, rank);
create index recheck_items_by_case on recheck_items (case_id);
create index cases_closed_between on cases (district_id, closed_at) where closed_at is not null;
