-- Consultations (issue 4, point 7): they bind nobody; one answer per person, counted by option, never shown with a name.
create sequence poll_numbers start 9701;
create table polls (
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
  number bigint not null default nextval('poll_numbers'),
  title text not null,
  words text not null,
  asked_by text not null,
  audience text not null check (audience in ('residents', 'owners')),
  state text not null check (state in ('draft', 'open', 'closed', 'withdrawn')),
  state_at timestamptz not null,
  closes_on date not null,
  answered integer not null default 0 check (answered >= 0),
  ended_words text,
  topic_id uuid references topics (id),
  decision_id uuid references decisions (id),
  created_by uuid,
  created_at timestamptz not null
);
create index polls_by_district on polls (district_id, created_at desc, id desc);
create index polls_by_community on polls (community_id, created_at desc, id desc);
create index polls_by_place on polls (place_id, created_at desc, id desc);
create index polls_to_close on polls (closes_on) where state = 'open';
create table poll_questions (
  id uuid primary key,
  poll_id uuid not null references polls (id),
  sort integer not null,
  words text not null,
  is_many boolean not null
);
create index poll_questions_of on poll_questions (poll_id, sort);
create table poll_options (
  id uuid primary key,
  poll_id uuid not null references polls (id),
  question_id uuid not null references poll_questions (id),
  sort integer not null,
  words text not null,
  -- A maintained sum of the answers.
  answers integer not null default 0 check (answers >= 0)
);
create index poll_options_of on poll_options (poll_id, sort);
create table poll_answers (
  poll_id uuid not null references polls (id),
  person_id uuid not null references persons (id),
  option_ids uuid[] not null,
  words text not null,
  at timestamptz not null,
  primary key (poll_id, person_id)
);
create index poll_answers_person on poll_answers (person_id);
update positions p
set permissions = p.permissions || array(select unnest(n.added) except select unnest(p.permissions))
from (values
  ('administrator', '{poll.run}'::text[]),
  ('streetOfficer', '{poll.run}'::text[]),
  ('communitySecretary', '{poll.run}'::text[]),
  ('communityClerk', '{poll.run}'::text[]),
  ('ownersCommitteeMember', '{poll.run}'::text[])
) n (code, added)
where p.code = n.code and p.is_default;
