-- Emergency mode: an area with its own clocks, call-outs, tasks home by home, daily figures, a closing report.

-- Deadlines that hold in an area for a while. What a clock has run stays counted when one begins and when it ends.
create table case_regimes (
  id uuid primary key,
  district_id uuid not null,
  place_id uuid not null references places (id),
  place_kind text not null check (place_kind in ('street', 'community', 'grid', 'estate')),
  budgets jsonb not null,
  from_at timestamptz not null,
  until_at timestamptz
);
create unique index case_regimes_in_force on case_regimes (district_id, place_id) where until_at is null;

-- The district's own emergency deadlines, in minutes day and night; none: the defaults of the rules.
create table emergency_deadlines (
  district_id uuid not null,
  kind text not null,
  respond_minutes integer not null check (respond_minutes > 0),
  resolve_minutes integer not null check (resolve_minutes > 0),
  primary key (district_id, kind)
);
create table emergencies (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  place_id uuid not null references places (id),
  place_kind text not null check (place_kind in ('street', 'community', 'grid', 'estate')),
  name text not null,
  reason text not null,
  advice text,
  begun_by uuid references persons (id),
  begun_at timestamptz not null,
  ended_by uuid references persons (id),
  ended_at timestamptz,
  -- The closing report: figures as they stood at the end, and words.
  report jsonb
);
create index emergencies_by_time on emergencies (district_id, begun_at desc, id desc);
create unique index emergencies_in_force on emergencies (district_id, place_id) where ended_at is null;

create table emergency_callouts (
  id uuid primary key,
  emergency_id uuid not null references emergencies (id),
  words text not null,
  by_id uuid references persons (id),
  at timestamptz not null
);
create index emergency_callouts_of on emergency_callouts (emergency_id, at desc);
create table emergency_calls (
  id uuid primary key,
  callout_id uuid not null references emergency_callouts (id),
  emergency_id uuid not null references emergencies (id),
  person_id uuid not null references persons (id),
  post text not null,
  answer text check (answer in ('coming', 'cannot')),
  eta timestamptz,
  words text,
  answered_at timestamptz,
  unique (callout_id, person_id)
);
create index emergency_calls_of on emergency_calls (emergency_id, id);
create index emergency_calls_by_person on emergency_calls (person_id, id desc);

create table emergency_tasks (
  id uuid primary key,
  emergency_id uuid not null references emergencies (id),
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  home_id uuid not null references places (id),
  kind text not null check (kind in ('supplies', 'check', 'medicine', 'transfer', 'other')),
  words text not null,
  state text not null check (state in ('open', 'done', 'absent', 'refused', 'needs', 'closed', 'handedOn')),
  assignee_id uuid references persons (id),
  requested_by uuid references persons (id),
  created_at timestamptz not null,
  result_words text,
  quantity integer not null default 0,
  done_by uuid references persons (id),
  done_at timestamptz,
  handed_to uuid references organisations (id)
);
create index emergency_tasks_of on emergency_tasks (emergency_id, building_id, state, id);
create index emergency_tasks_open on emergency_tasks (assignee_id, emergency_id) where state in ('open', 'absent', 'needs');
-- A home has one task of a kind open at a time.
create unique index emergency_tasks_once on emergency_tasks (emergency_id, home_id, kind) where state in ('open', 'absent', 'needs');
create index emergency_tasks_requested on emergency_tasks (requested_by, created_at desc) where requested_by is not null;
