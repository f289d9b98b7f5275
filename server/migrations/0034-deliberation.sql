-- Deciding together (mission B1–B6, B13): schemes as data, topics, meetings with minutes, resolutions, action items.

-- A district's own wording of a scheme or matter; what is not here is as the product ships it.
create table meeting_schemes (
  district_id uuid not null,
  code text not null,
  data jsonb not null,
  sort integer not null default 100,
  updated_at timestamptz not null,
  primary key (district_id, code)
);
create table deliberation_matters (
  district_id uuid not null,
  code text not null,
  data jsonb not null,
  sort integer not null default 100,
  updated_at timestamptz not null,
  primary key (district_id, code)
);

create sequence deliberation_numbers start 1001;
create table topics (
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
  number bigint not null default nextval('deliberation_numbers'),
  title text not null,
  words text not null,
  source text not null check (source in ('proposal', 'petition', 'case', 'patrol', 'calendar', 'body')),
  matter text,
  scheme_code text,
  -- The next stage it goes through, counted from 0, where the scheme has stages.
  stage integer not null default 0,
  case_id uuid references cases (id),
  state text not null check (state in ('proposed', 'selected', 'onAgenda', 'resolved', 'dropped', 'withdrawn')),
  state_at timestamptz not null,
  reason text,
  proposed_by uuid references persons (id),
  names integer not null default 0,
  meeting_id uuid,
  created_at timestamptz not null
);
create index topics_by_district on topics (district_id, id desc);
create index topics_by_community on topics (community_id, id desc);
create index topics_by_place on topics (place_id, id desc);
create index topics_waiting on topics (place_id, state_at) where state in ('proposed', 'selected');
create index topics_by_case on topics (case_id) where case_id is not null;
create index topics_by_proposer on topics (proposed_by, id desc);
create table topic_names (
  topic_id uuid not null references topics (id),
  person_id uuid not null references persons (id),
  at timestamptz not null,
  primary key (topic_id, person_id)
);
create table topic_steps (
  id uuid primary key,
  topic_id uuid not null references topics (id),
  step text not null,
  words text,
  meeting_id uuid,
  actor_id uuid,
  at timestamptz not null
);
create index topic_steps_by_topic on topic_steps (topic_id, at, id);

create table deliberation_meetings (
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
  number bigint not null default nextval('deliberation_numbers'),
  scheme_code text not null,
  -- The rule as it stood when the meeting was called.
  scheme jsonb not null,
  stage integer,
  title text not null,
  starts_at timestamptz not null,
  held_at text not null,
  notice text not null,
  notice_hash text not null,
  state text not null check (state in ('called', 'inSession', 'drafting', 'circulated', 'signed', 'published', 'cancelled')),
  state_at timestamptz not null,
  reason text,
  check_in_code text not null,
  present integer not null default 0,
  summary text,
  photos uuid[] not null default '{}',
  hash text,
  called_by uuid references persons (id),
  called_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz
);
create index deliberation_meetings_by_district on deliberation_meetings (district_id, starts_at desc, id desc);
create index deliberation_meetings_by_community on deliberation_meetings (community_id, starts_at desc, id desc);
create index deliberation_meetings_by_place on deliberation_meetings (place_id, scheme_code, starts_at desc);
create table deliberation_agenda (
  id uuid primary key,
  meeting_id uuid not null references deliberation_meetings (id),
  sort integer not null,
  title text not null,
  topic_id uuid references topics (id),
  outcome text check (outcome in ('resolved', 'carriedOn', 'later')),
  words text
);
create index deliberation_agenda_by_meeting on deliberation_agenda (meeting_id, sort);
create index deliberation_agenda_by_topic on deliberation_agenda (topic_id) where topic_id is not null;
-- Who was asked and who came. The name is sealed with a salt: minutes hold the seal, so a name can go.
create table deliberation_people (
  id uuid primary key,
  meeting_id uuid not null references deliberation_meetings (id),
  sort integer not null,
  person_id uuid references persons (id),
  name text not null,
  salt text not null,
  seal text not null,
  seat text not null,
  seat_key text,
  organisation_id uuid references organisations (id),
  votes boolean not null,
  invited boolean not null,
  told_at timestamptz,
  seen_at timestamptz,
  answer text check (answer in ('comes', 'cannot')),
  came_at timestamptz,
  came_by text check (came_by in ('code', 'list')),
  signed_at timestamptz,
  signed_hash text
);
create index deliberation_people_by_meeting on deliberation_people (meeting_id, sort);
create unique index deliberation_people_once on deliberation_people (meeting_id, person_id) where person_id is not null;
create index deliberation_people_by_person on deliberation_people (person_id, meeting_id) where person_id is not null;
create table deliberation_speeches (
  id uuid primary key,
  meeting_id uuid not null references deliberation_meetings (id),
  agenda_id uuid references deliberation_agenda (id),
  speaker_id uuid references deliberation_people (id),
  words text not null,
  at timestamptz not null
);
create index deliberation_speeches_by_meeting on deliberation_speeches (meeting_id, at, id);
create table deliberation_corrections (
  id uuid primary key,
  meeting_id uuid not null references deliberation_meetings (id),
  by_id uuid not null references deliberation_people (id),
  words text not null,
  at timestamptz not null,
  accepted boolean,
  answer text,
  answered_at timestamptz
);
create index deliberation_corrections_by_meeting on deliberation_corrections (meeting_id, at, id);

create table resolutions (
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
  number bigint not null default nextval('deliberation_numbers'),
  meeting_id uuid not null references deliberation_meetings (id),
  agenda_id uuid references deliberation_agenda (id),
  topic_id uuid references topics (id),
  scheme_code text not null,
  title text not null,
  words text not null,
  matter text,
  way text not null check (way in ('hands', 'consensus', 'owners')),
  votes_for integer not null default 0 check (votes_for >= 0),
  votes_against integer not null default 0 check (votes_against >= 0),
  votes_abstain integer not null default 0 check (votes_abstain >= 0),
  result text not null check (result in ('adopted', 'rejected', 'sent')),
  -- The owners' decision it was sent to.
  decision_id uuid,
  owners_result text check (owners_result in ('adopted', 'rejected')),
  budget_fen bigint,
  expires_on date,
  amended_by uuid references resolutions (id),
  made_at timestamptz not null
);
create index resolutions_by_district on resolutions (district_id, id desc);
create index resolutions_by_community on resolutions (community_id, id desc);
create index resolutions_by_meeting on resolutions (meeting_id, id);
create index resolutions_by_matter on resolutions (district_id, matter, made_at desc) where matter is not null;

create table action_items (
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
  resolution_id uuid not null references resolutions (id),
  meeting_id uuid not null references deliberation_meetings (id),
  scheme_code text not null,
  sort integer not null,
  what text not null,
  owner_id uuid references organisations (id),
  -- Somebody of the meeting, where no body took it on.
  owner_person_id uuid references deliberation_people (id),
  due_on date,
  budget_fen bigint check (budget_fen >= 0),
  cost_fen bigint not null default 0 check (cost_fen >= 0),
  state text not null check (state in ('noOwner', 'open', 'done', 'accepted', 'released')),
  state_at timestamptz not null,
  done_on date,
  level text not null default 'body' check (level in ('body', 'community', 'street', 'district')),
  level_since timestamptz,
  promise_id uuid references promises (id),
  warned_at timestamptz,
  missed_at timestamptz,
  created_at timestamptz not null
);
create index action_items_by_resolution on action_items (resolution_id, sort);
create index action_items_by_district on action_items (district_id, id desc);
create index action_items_open_community on action_items (community_id, due_on, id) where state in ('noOwner', 'open', 'done');
create index action_items_open_owner on action_items (owner_id, due_on, id) where state in ('noOwner', 'open', 'done');
create index action_items_open_due on action_items (due_on, id) where state in ('noOwner', 'open', 'done');
create table action_steps (
  id uuid primary key,
  item_id uuid not null references action_items (id),
  step text not null,
  words text,
  cost_fen bigint,
  photos uuid[] not null default '{}',
  actor_id uuid,
  at timestamptz not null
);
create index action_steps_by_item on action_steps (item_id, at, id);

-- 践诺述职: a body's yearly report with its figures as they stood, and what residents make of it.
create table duty_reports (
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
  organisation_id uuid not null references organisations (id),
  year integer not null,
  words text not null,
  figures jsonb not null,
  published_by uuid references persons (id),
  published_at timestamptz not null,
  unique (organisation_id, place_id, year)
);
create index duty_reports_by_district on duty_reports (district_id, id desc);
create table duty_report_ratings (
  report_id uuid not null references duty_reports (id),
  person_id uuid not null references persons (id),
  stars integer not null check (stars between 1 and 5),
  words text,
  at timestamptz not null,
  primary key (report_id, person_id)
);

-- Published minutes stand as they are.
create function refuse_after_published() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'deliberation_meetings' then
    if old.state = 'published' then raise exception 'published minutes cannot be changed'; end if;
  elsif exists (select 1 from deliberation_meetings m where m.id = old.meeting_id and m.state = 'published') then
    raise exception 'published minutes cannot be changed';
  end if;
  return coalesce(new, old);
end $$;
create trigger deliberation_meetings_final before update or delete on deliberation_meetings for each row execute function refuse_after_published();
create trigger deliberation_agenda_final before update or delete on deliberation_agenda for each row execute function refuse_after_published();
create trigger deliberation_speeches_final before update or delete on deliberation_speeches for each row execute function refuse_after_published();
create trigger deliberation_corrections_final before update or delete on deliberation_corrections for each row execute function refuse_after_published();
