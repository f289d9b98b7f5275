-- Owners' decisions (mission B7, B10): the roll, the ballots in one append-only chain, papers, mandates, the result.
create sequence decision_numbers start 6001;
create table decisions (
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
  part_kinds text[] not null,
  number bigint not null default nextval('decision_numbers'),
  title text not null,
  words text not null,
  convener text not null,
  city_system boolean not null,
  seats integer,
  proxy_cap integer not null,
  state text not null check (state in ('draft', 'rollPublished', 'rollFrozen', 'noticed', 'open', 'closed', 'provisional', 'certified', 'failed', 'annulled', 'withdrawn')),
  state_at timestamptz not null,
  -- The rule set as it stood when the decision was prepared.
  rules jsonb not null,
  -- Makes the keys of owners in published files; never published itself.
  salt text not null,
  objections_until date,
  roll_hash text,
  roll_text text,
  roll_frozen_at timestamptz,
  notice_id uuid,
  notice_posted_on date,
  notice_ends_on date,
  opens_from date,
  opens_at timestamptz,
  closes_at timestamptz,
  chain_length integer not null default 0,
  chain_head text not null default '',
  -- Maintained sums; the recount must come to the same.
  total_owners integer not null default 0,
  total_area bigint not null default 0,
  turned_owners integer not null default 0,
  turned_area bigint not null default 0,
  result jsonb,
  result_at timestamptz,
  result_until date,
  city_result jsonb,
  city_reference text,
  certificate text,
  certificate_hash text,
  certified_at timestamptz,
  ended_words text,
  created_by uuid,
  created_at timestamptz not null
);
create index decisions_by_district on decisions (district_id, created_at desc, id desc);
create index decisions_by_community on decisions (community_id, created_at desc, id desc);
create index decisions_by_estate on decisions (estate_id, created_at desc, id desc);
create index decisions_to_close on decisions (closes_at) where state = 'open';

create table decision_items (
  id uuid primary key,
  decision_id uuid not null references decisions (id),
  sort integer not null,
  matter text not null,
  title text not null,
  words text not null,
  cost text not null,
  candidate_name text,
  candidate_is_party_member boolean,
  unique (decision_id, sort)
);
create table decision_parts (
  id uuid primary key,
  decision_id uuid not null references decisions (id),
  sort integer not null,
  place_id uuid references places (id),
  kind text not null check (kind in ('home', 'shop', 'parking')),
  label text not null,
  building text not null,
  area integer check (area > 0),
  area_source text check (area_source in ('register', 'survey', 'contract')),
  is_developers boolean not null,
  -- Persons of the register; empty where nobody is on record.
  owner_ids uuid[] not null,
  -- Under which owner it counts; set when the roll is frozen.
  owner_key text,
  unique (decision_id, sort)
);
create unique index decision_parts_label on decision_parts (decision_id, label);
create index decision_parts_of_person on decision_parts using gin (owner_ids);
create index decision_parts_of_owner on decision_parts (decision_id, owner_key);

-- One row per owner who counts, from the frozen roll.
create table decision_owners (
  decision_id uuid not null references decisions (id),
  -- The salted key that the published files carry; 'developer' for the developer.
  key text not null,
  sort integer not null,
  person_ids uuid[] not null,
  area bigint not null,
  voted_at timestamptz,
  primary key (decision_id, key)
);
create index decision_owners_of_person on decision_owners using gin (person_ids);
create index decision_owners_waiting on decision_owners (decision_id, sort) where voted_at is null;

-- Every ballot as it came, written once; what was marked lies sealed in the canonical text.
create table decision_ballots (
  id uuid primary key,
  decision_id uuid not null references decisions (id),
  seq integer not null,
  owner_key text not null,
  channel text not null check (channel in ('electronic', 'paper', 'assisted', 'proxy')),
  received_at timestamptz not null,
  by_person uuid,
  sealed text not null,
  prev_hash text not null,
  hash text not null,
  unique (decision_id, seq)
);
create index decision_ballots_of_owner on decision_ballots (decision_id, owner_key, seq);
create function refuse_ballot_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger decision_ballots_append_only before update or delete on decision_ballots for each row execute function refuse_ballot_change();
create table decision_heads (
  decision_id uuid not null references decisions (id),
  day date not null,
  length integer not null,
  head text not null,
  primary key (decision_id, day)
);
create trigger decision_heads_append_only before update or delete on decision_heads for each row execute function refuse_ballot_change();

create table decision_mandates (
  id uuid primary key,
  decision_id uuid not null references decisions (id),
  owner_key text not null,
  from_person uuid not null,
  to_person uuid not null,
  item_ids uuid[] not null,
  at timestamptz not null,
  revoked_at timestamptz
);
create unique index decision_mandates_once on decision_mandates (decision_id, owner_key, from_person) where revoked_at is null;
create index decision_mandates_to on decision_mandates (to_person, decision_id) where revoked_at is null;

create table decision_papers (
  decision_id uuid not null references decisions (id),
  owner_key text not null,
  sort integer not null,
  code text not null unique,
  state text not null check (state in ('out', 'once', 'entered', 'conflict', 'spoiled')),
  reason text,
  -- The first of two entries, sealed until the second.
  first_by uuid,
  first_sealed text,
  photos uuid[] not null default '{}',
  state_at timestamptz not null,
  primary key (decision_id, owner_key)
);
create index decision_papers_in_order on decision_papers (decision_id, sort);

create table decision_objections (
  id uuid primary key,
  decision_id uuid not null references decisions (id),
  about text not null check (about in ('roll', 'result')),
  person_id uuid not null,
  words text not null,
  at timestamptz not null,
  answer text,
  answered_at timestamptz
);
create index decision_objections_of on decision_objections (decision_id, at);

update positions p
set permissions = p.permissions || array(select unnest(n.added) except select unnest(p.permissions))
from (values
  ('administrator', '{decision.see,decision.convene,decision.count,publicNotice.post}'::text[]),
  ('districtOfficer', '{decision.see}'::text[]),
  ('streetOfficer', '{decision.see,publicNotice.post}'::text[]),
  ('communitySecretary', '{decision.see,decision.convene,decision.count,publicNotice.post}'::text[]),
  ('communityClerk', '{decision.see,decision.convene,decision.count,publicNotice.post}'::text[]),
  ('ownersCommitteeMember', '{decision.see,decision.convene,decision.count,publicNotice.post}'::text[])
) n (code, added)
where p.code = n.code and p.is_default;
