-- Mediation (mission A12): confidential, in tables of its own that no list, map, board, search or export of cases reads.
create sequence mediation_numbers start 5001;
create table mediations (
  id uuid primary key,
  district_id uuid not null,
  street_id uuid not null,
  community_id uuid not null,
  grid_id uuid,
  micro_grid_id uuid,
  estate_id uuid,
  building_id uuid,
  unit_id uuid,
  place_id uuid not null references places (id),
  number bigint not null default nextval('mediation_numbers'),
  case_id uuid references cases (id),
  subject text not null,
  state text not null check (state in ('opened', 'agreedToMediate', 'inSession', 'settlementDrafted', 'signed', 'fulfilled', 'failed', 'withdrawn')),
  state_at timestamptz not null,
  -- The draft to be signed, then the settlement in force.
  settlement_id uuid,
  ended_words text,
  ways text[] not null default '{}',
  opened_by uuid references persons (id),
  opened_at timestamptz not null
);
create unique index mediations_open_of_case on mediations (case_id)
  where case_id is not null and state in ('opened', 'agreedToMediate', 'inSession', 'settlementDrafted', 'signed');
create index mediations_by_district on mediations (district_id, state);
create index mediations_by_community on mediations (community_id, state);
create index mediations_by_street on mediations (street_id, state);

create table mediation_mediators (
  mediation_id uuid not null references mediations (id),
  person_id uuid not null references persons (id),
  added_by uuid references persons (id),
  added_at timestamptz not null,
  primary key (mediation_id, person_id)
);
create index mediation_mediators_by_person on mediation_mediators (person_id, mediation_id desc);

create table mediation_parties (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  sort integer not null,
  person_id uuid not null references persons (id),
  name text not null,
  role text not null,
  consent text not null default 'asked' check (consent in ('asked', 'given', 'refused')),
  consent_at timestamptz,
  unique (mediation_id, person_id),
  unique (mediation_id, sort)
);
create index mediation_parties_by_person on mediation_parties (person_id, mediation_id desc);

-- What was said and found; written once.
create table mediation_entries (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  kind text not null check (kind in ('statement', 'fact', 'proposal', 'note')),
  audience text not null check (audience in ('shared', 'party', 'mediators')),
  -- Whom it is from, or for, where one party alone reads it with the mediators.
  party_id uuid references mediation_parties (id),
  by_mediator boolean not null,
  actor_id uuid,
  actor_name text not null,
  words text not null,
  photos uuid[] not null default '{}',
  at timestamptz not null,
  check (audience <> 'party' or party_id is not null)
);
create index mediation_entries_in_order on mediation_entries (mediation_id, at, id);
create trigger mediation_entries_append_only before update or delete on mediation_entries for each row execute function refuse_change_but_name('actor_name');

create table mediation_sessions (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  at timestamptz not null,
  place text not null,
  present uuid[] not null default '{}',
  said text,
  agreed text,
  held_at timestamptz,
  reminded_at timestamptz
);
create index mediation_sessions_in_order on mediation_sessions (mediation_id, at);
create index mediation_sessions_ahead on mediation_sessions (at) where held_at is null and reminded_at is null;

-- The agreement word for word, without names: parties stand in it as 甲方 and 乙方. Written once, with its hash.
create table mediation_settlements (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  version integer not null,
  text text not null,
  hash text not null,
  drafted_at timestamptz not null,
  unique (mediation_id, version)
);
create function refuse_settlement_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger mediation_settlements_append_only before update or delete on mediation_settlements for each row execute function refuse_settlement_change();
create table mediation_clauses (
  id uuid primary key,
  settlement_id uuid not null references mediation_settlements (id),
  sort integer not null,
  kind text not null check (kind in ('compensation', 'repair', 'other')),
  from_id uuid not null references mediation_parties (id),
  to_id uuid references mediation_parties (id),
  amount_fen bigint check (amount_fen > 0),
  what text not null,
  due_on date not null,
  unique (settlement_id, sort),
  check (from_id <> to_id),
  check ((kind = 'compensation') = (amount_fen is not null))
);
create trigger mediation_clauses_append_only before update or delete on mediation_clauses for each row execute function refuse_settlement_change();
create table mediation_signatures (
  settlement_id uuid not null references mediation_settlements (id),
  party_id uuid not null references mediation_parties (id),
  person_id uuid not null,
  actor_name text not null,
  hash text not null,
  -- How the signer was recognised: the masked number the fresh code went to.
  phone_masked text not null,
  at timestamptz not null,
  primary key (settlement_id, party_id)
);
create trigger mediation_signatures_append_only before update or delete on mediation_signatures for each row execute function refuse_change_but_name('actor_name');

-- What a signed settlement promises: followed up here and only counted elsewhere, never in the public list of promises.
create table mediation_promises (
  clause_id uuid primary key references mediation_clauses (id),
  mediation_id uuid not null references mediations (id),
  due_on date not null,
  state text not null check (state in ('open', 'saidKept', 'kept')),
  kept_words text,
  kept_at timestamptz,
  disputed_words text,
  confirmed_at timestamptz,
  warned_at timestamptz,
  missed_at timestamptz
);
create index mediation_promises_of on mediation_promises (mediation_id);
create index mediation_promises_open on mediation_promises (due_on) where state <> 'kept';

-- A code is for one purpose: one for signing opens no session, one for signing in signs nothing.
alter table phone_codes add column purpose text not null default 'sign-in';
