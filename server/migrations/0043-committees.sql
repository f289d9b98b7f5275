-- Committees of estates (mission B10, B11): formation, candidates, terms, members; which estates need not have one yet.
create sequence committee_numbers start 9001;
create table committees (
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
  number bigint not null default nextval('committee_numbers'),
  kind text not null check (kind in ('ownersCommittee', 'managementCommittee')),
  state text not null check (state in ('preparing', 'reviewing', 'published', 'electing', 'seated', 'ended', 'dropped')),
  state_at timestamptz not null,
  -- A by-election fills the empty seats of that committee.
  fills_id uuid references committees (id),
  seats integer not null check (seats between 1 and 31),
  -- Why a management committee stands in; the filing number of a committee that was recorded.
  ground text,
  needs_no_arrears boolean not null,
  -- The rules as they stood when it was begun.
  rules jsonb not null,
  nominations_until date,
  list_notice_id uuid,
  list_until date,
  decision_id uuid references decisions (id),
  organisation_id uuid references organisations (id),
  term_from date,
  term_to date,
  warned_on date,
  ended_words text,
  created_by uuid,
  created_at timestamptz not null,
  check (state <> 'seated' or (organisation_id is not null and term_from is not null and term_to is not null and term_from <= term_to))
);
create index committees_by_district on committees (district_id, created_at desc, id desc);
create index committees_by_community on committees (community_id, created_at desc, id desc);
create index committees_by_estate on committees (estate_id, created_at desc, id desc);
create index committees_by_decision on committees (decision_id) where decision_id is not null;
create index committees_by_term on committees (term_to) where state = 'seated';
create unique index committees_one_seated on committees (place_id) where state = 'seated';
create unique index committees_one_forming on committees (place_id, (fills_id is null)) where state in ('preparing', 'reviewing', 'published', 'electing');

create table committee_group (
  id uuid primary key,
  committee_id uuid not null references committees (id),
  sort integer not null,
  name text not null,
  side text not null,
  is_lead boolean not null
);
create index committee_group_of on committee_group (committee_id, sort);

create table committee_candidates (
  id uuid primary key,
  committee_id uuid not null references committees (id),
  person_id uuid not null references persons (id),
  name text not null,
  proposed_as text not null check (proposed_as in ('self', 'owners', 'community')),
  proposed_by uuid references persons (id),
  statement text not null,
  is_party_member boolean not null,
  state text not null check (state in ('proposed', 'accepted', 'refused', 'withdrawn')),
  review jsonb,
  review_words text,
  reviewed_by uuid references persons (id),
  reviewed_at timestamptz,
  item_id uuid,
  result text check (result in ('elected', 'reserve', 'notElected', 'tied')),
  rank integer,
  created_at timestamptz not null
);
create index committee_candidates_of on committee_candidates (committee_id, created_at, id);
create index committee_candidates_person on committee_candidates (person_id);
create unique index committee_candidates_once on committee_candidates (committee_id, person_id) where state <> 'withdrawn';

create table committee_members (
  id uuid primary key,
  committee_id uuid not null references committees (id),
  sort integer not null,
  person_id uuid references persons (id),
  name text not null,
  side text not null,
  duty text not null check (duty in ('chair', 'viceChair', 'member')),
  is_party_member boolean not null,
  from_on date not null,
  to_on date not null,
  candidate_id uuid references committee_candidates (id),
  appointment_id uuid,
  left_words text
);
create index committee_members_of on committee_members (committee_id, sort);
create index committee_members_person on committee_members (person_id);

create table committee_objections (
  id uuid primary key,
  committee_id uuid not null references committees (id),
  person_id uuid not null references persons (id),
  words text not null,
  at timestamptz not null,
  answer text,
  answered_at timestamptz
);
create index committee_objections_of on committee_objections (committee_id, at);
create index committee_objections_person on committee_objections (person_id);

create table committee_exemptions (
  place_id uuid primary key references places (id),
  district_id uuid not null,
  words text not null,
  made_by uuid not null references persons (id),
  made_at timestamptz not null
);

-- Districts that exist already receive the permissions on their default positions.
update positions p
set permissions = p.permissions || array(select unnest(n.added) except select unnest(p.permissions))
from (values
  ('administrator', '{committee.see,committee.run,committee.review}'::text[]),
  ('districtOfficer', '{committee.see,committee.review}'::text[]),
  ('streetOfficer', '{committee.see,committee.run,committee.review}'::text[]),
  ('communitySecretary', '{committee.see,committee.run,committee.review}'::text[]),
  ('communityClerk', '{committee.see,committee.run}'::text[]),
  ('ownersCommitteeMember', '{committee.see}'::text[])
) n (code, added)
where p.code = n.code and p.is_default;
