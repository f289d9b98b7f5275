-- Trial services 先尝后买 (mission B9): conditions, one mark per household and week, what was done, fee and contract.
create sequence trial_numbers start 9401;
create table trials (
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
  place_name text not null,
  number bigint not null default nextval('trial_numbers'),
  company_id uuid not null references organisations (id),
  state text not null check (state in ('planned', 'serving', 'deciding', 'agreed', 'leaving', 'left', 'cancelled')),
  state_at timestamptz not null,
  conditions text not null,
  -- Fen for each square metre and month, as proposed.
  fee integer not null check (fee > 0),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  decision_id uuid references decisions (id),
  voted_fee integer,
  agreed_fee integer,
  contract_from date,
  contract_to date,
  leaves_on date,
  ended_words text,
  created_by uuid,
  created_at timestamptz not null,
  check (state <> 'agreed' or (agreed_fee is not null and contract_from is not null and contract_to > contract_from))
);
create index trials_by_district on trials (district_id, created_at desc, id desc);
create index trials_by_community on trials (community_id, created_at desc, id desc);
create index trials_by_estate on trials (estate_id, created_at desc, id desc);
create index trials_by_company on trials (company_id, created_at desc, id desc);
create unique index trials_one_at_a_time on trials (place_id) where state in ('planned', 'serving', 'deciding');
create table trial_marks (
  trial_id uuid not null references trials (id),
  home_id uuid not null references places (id),
  -- The Monday of the week.
  week date not null,
  person_id uuid not null references persons (id),
  mark integer not null check (mark between 1 and 5),
  words text not null,
  at timestamptz not null,
  primary key (trial_id, home_id, week)
);
create index trial_marks_person on trial_marks (person_id);
create table trial_log (
  id uuid primary key,
  trial_id uuid not null references trials (id),
  day date not null,
  words text not null,
  photos uuid[] not null,
  by_name text not null,
  by_person uuid references persons (id),
  at timestamptz not null
);
create index trial_log_of on trial_log (trial_id, day);
update positions p
set permissions = p.permissions || array(select unnest(n.added) except select unnest(p.permissions))
from (values
  ('administrator', '{trial.see,trial.run,trial.serve}'::text[]),
  ('districtOfficer', '{trial.see}'::text[]),
  ('streetOfficer', '{trial.see}'::text[]),
  ('communitySecretary', '{trial.see,trial.run,trial.serve}'::text[]),
  ('communityClerk', '{trial.see,trial.run}'::text[]),
  ('propertyManager', '{trial.see,trial.serve}'::text[]),
  ('ownersCommitteeMember', '{trial.see}'::text[])
) n (code, added)
where p.code = n.code and p.is_default;
