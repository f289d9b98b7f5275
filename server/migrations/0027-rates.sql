-- The three rates: what was promised, an outbox of changed cases, what each case counts, daily counters, months, exclusions.
-- The due moment a clock last showed: a clock that stands has none, and still the reporter was promised it.
alter table case_clocks add column promised_at timestamptz;
update case_clocks set promised_at = coalesce(due_at, spent_at, stopped_at);
create function keep_promised_at() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.promised_at := coalesce(new.due_at, new.promised_at);
  else
    new.promised_at := coalesce(new.due_at, old.promised_at);
  end if;
  return new;
end $$;
create trigger case_clocks_keep_promise before insert or update of due_at on case_clocks
  for each row execute function keep_promised_at();

-- Written with the change itself, taken by the job that counts: each once.
create table rate_changes (
  id bigint generated always as identity primary key,
  case_id uuid not null
);
create function note_cases_added() returns trigger language plpgsql as $$
begin
  insert into rate_changes (case_id) select id from added;
  return null;
end $$;
create function note_misses_added() returns trigger language plpgsql as $$
begin
  insert into rate_changes (case_id) select case_id from added;
  return null;
end $$;
create function note_case_changed() returns trigger language plpgsql as $$
begin
  insert into rate_changes (case_id) values (new.id);
  return null;
end $$;
create function note_of_case_changed() returns trigger language plpgsql as $$
begin
  insert into rate_changes (case_id) values (new.case_id);
  return null;
end $$;
create trigger cases_added_for_rates after insert on cases
  referencing new table as added for each statement execute function note_cases_added();
create trigger cases_changed_for_rates after update on cases for each row
  when ((old.state, old.handler_id, old.category_id, old.rating, old.merged_into_id, old.community_id, old.street_id)
    is distinct from (new.state, new.handler_id, new.category_id, new.rating, new.merged_into_id, new.community_id, new.street_id))
  execute function note_case_changed();
create trigger case_clocks_changed_for_rates after update on case_clocks for each row
  when ((old.promised_at, old.due_at, old.stopped_at) is distinct from (new.promised_at, new.due_at, new.stopped_at))
  execute function note_of_case_changed();
create trigger case_misses_added_for_rates after insert on case_misses
  referencing new table as added for each statement execute function note_misses_added();
create trigger recheck_items_changed_for_rates after update on recheck_items for each row
  when (old.result is distinct from new.result) execute function note_of_case_changed();
create trigger recheck_items_taken_for_rates after insert on recheck_items for each row
  when (new.result is not null) execute function note_of_case_changed();

-- What one case counts. A merged duplicate counts by its rating alone, where and when the case it was merged into is due.
create table rate_facts (
  case_id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  category_id uuid not null,
  respond_day date,
  respond_body uuid,
  responded boolean not null,
  resolve_day date,
  resolve_body uuid,
  resolved boolean not null,
  silent_unchecked boolean not null,
  waiting boolean not null,
  rated boolean not null,
  satisfied boolean not null,
  merged boolean not null,
  excluded boolean not null
);
create index rate_facts_district_respond on rate_facts (district_id, respond_day, case_id) where respond_day is not null;
create index rate_facts_district_resolve on rate_facts (district_id, resolve_day, case_id) where resolve_day is not null;
create index rate_facts_street_respond on rate_facts (street_id, respond_day, case_id) where respond_day is not null;
create index rate_facts_street_resolve on rate_facts (street_id, resolve_day, case_id) where resolve_day is not null;
create index rate_facts_community_respond on rate_facts (community_id, respond_day, case_id) where respond_day is not null;
create index rate_facts_community_resolve on rate_facts (community_id, resolve_day, case_id) where resolve_day is not null;
create index rate_facts_body_respond on rate_facts (respond_body, respond_day, case_id) where respond_day is not null;
create index rate_facts_body_resolve on rate_facts (resolve_body, resolve_day, case_id) where resolve_day is not null;

-- A day's sums of a district, street or community: of all its cases, by body, by category.
create table rate_days (
  district_id uuid not null,
  scope_id uuid not null,
  axis text not null check (axis in ('all', 'body', 'category')),
  -- The nil UUID: all together, or handed to nobody yet.
  key_id uuid not null,
  day date not null,
  respond_due integer not null,
  responded integer not null,
  respond_excluded integer not null,
  resolve_due integer not null,
  resolved integer not null,
  silent_unchecked integer not null,
  waiting integer not null,
  resolve_excluded integer not null,
  rated integer not null,
  satisfied integer not null,
  primary key (scope_id, axis, key_id, day)
);
create index rate_days_by_day on rate_days (scope_id, axis, day);

create table rate_months (
  district_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  formula text not null,
  published_by uuid references persons (id),
  published_at timestamptz not null,
  counted_to date not null,
  primary key (district_id, month)
);
-- Sums and cases as they stood when the month was published: written once.
create table rate_month_sums (
  district_id uuid not null,
  month text not null,
  scope_id uuid not null,
  axis text not null,
  key_id uuid not null,
  respond_due integer not null,
  responded integer not null,
  respond_excluded integer not null,
  resolve_due integer not null,
  resolved integer not null,
  silent_unchecked integer not null,
  waiting integer not null,
  resolve_excluded integer not null,
  rated integer not null,
  satisfied integer not null,
  primary key (scope_id, month, axis, key_id)
);
create table rate_month_facts (
  month text not null,
  case_id uuid not null,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  category_id uuid not null,
  respond_day date,
  respond_body uuid,
  responded boolean not null,
  resolve_day date,
  resolve_body uuid,
  resolved boolean not null,
  silent_unchecked boolean not null,
  waiting boolean not null,
  rated boolean not null,
  satisfied boolean not null,
  merged boolean not null,
  excluded boolean not null,
  primary key (district_id, month, case_id)
);
create index rate_month_facts_by_community on rate_month_facts (community_id, month, case_id);
create trigger rate_months_written_once before update or delete on rate_months for each row execute function refuse_change();
create trigger rate_month_sums_written_once before update or delete on rate_month_sums for each row execute function refuse_change();
create trigger rate_month_facts_written_once before update or delete on rate_month_facts for each row execute function refuse_change();

create table rate_exclusions (
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
  body_id uuid not null references organisations (id),
  ground text not null,
  words text not null,
  photos uuid[] not null default '{}',
  applicant_id uuid references persons (id),
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'granted', 'refused')),
  reviewer_id uuid references persons (id),
  decision text,
  decided_at timestamptz,
  check (reviewer_id is null or reviewer_id <> applicant_id)
);
create index rate_exclusions_by_day on rate_exclusions (district_id, asked_at desc, id desc);
create index rate_exclusions_to_review on rate_exclusions (district_id, asked_at, id) where state = 'asked';
-- One application of a case at a time; a refused one may be followed by another.
create unique index rate_exclusions_one on rate_exclusions (case_id) where state in ('asked', 'granted');

-- From which device a rating came: a keyed hash only, kept for a year, to find many ratings from one device.
create table rating_origins (
  case_id uuid primary key references cases (id),
  device_hash text not null,
  at timestamptz not null
);
create index rating_origins_by_day on rating_origins (at);
-- Signs of gaming, found every night for this month and the last.
create table rate_signs (
  id uuid primary key,
  district_id uuid not null,
  month text not null,
  kind text not null,
  body_id uuid,
  counted integer not null,
  of_all integer not null,
  case_ids uuid[] not null,
  found_at timestamptz not null
);
create index rate_signs_of_month on rate_signs (district_id, month, kind, counted desc, id);
-- Cases that are there already are counted by the first run of the job.
insert into rate_changes (case_id) select id from cases;
