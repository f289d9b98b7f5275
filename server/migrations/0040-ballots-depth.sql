-- Owners' decisions in depth (mission B7): designation among co-owners, mandates on paper, a second paper for a spoiled one,
-- shares as the roll states them, one reminder, and votes here that were a consultation beside the city's own system.
alter table decisions add column reminded_at timestamptz;
alter table decisions add column consultation jsonb;
create index decisions_to_remind on decisions (closes_at) where state = 'open' and reminded_at is null;
alter table decision_parts add column shares text not null default '';
-- Since when the co-owners of this owner differ; empty again when they agree or have named one.
alter table decision_owners add column differs_at timestamptz;
create index decision_owners_differing on decision_owners (decision_id, sort) where differs_at is not null;

-- Each co-owner names one of them; when all name the same, that one's ballots speak for all.
create table decision_designations (
  decision_id uuid not null references decisions (id),
  owner_key text not null,
  by_person uuid not null,
  person_id uuid not null,
  -- Whoever wrote down a designation on paper.
  recorded_by uuid,
  photos uuid[] not null default '{}',
  at timestamptz not null,
  primary key (decision_id, owner_key, by_person)
);
create index decision_designations_by_person on decision_designations (by_person);
create index decision_designations_of_person on decision_designations (person_id);

alter table decision_mandates add column recorded_by uuid;
alter table decision_mandates add column photos uuid[] not null default '{}';

-- A spoiled paper stays on record; its owner may get another one.
alter table decision_papers drop constraint decision_papers_pkey;
alter table decision_papers add primary key (decision_id, code);
create unique index decision_papers_in_hand on decision_papers (decision_id, owner_key) where state <> 'spoiled';
