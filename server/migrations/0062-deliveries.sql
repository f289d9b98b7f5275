-- Silence as the rules of procedure of an estate may adopt it: proof, owner by owner, that the ballot reached them.
create table decision_deliveries (
  id uuid primary key,
  decision_id uuid not null references decisions (id),
  owner_key text not null,
  how text not null check (how in ('signature', 'registered', 'app')),
  delivered_on date not null,
  at timestamptz not null,
  photos uuid[] not null default '{}',
  -- The owner, where they said so themselves in the app; else whoever of the convener's side wrote it down.
  acknowledged_by uuid,
  recorded_by uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  taken_back_reason text
);
create unique index decision_deliveries_once on decision_deliveries (decision_id, owner_key) where taken_back_at is null;
create index decision_deliveries_of_person on decision_deliveries (acknowledged_by) where acknowledged_by is not null;
-- The list as it was counted and published, and its hash.
alter table decisions add column deliveries_text text;
alter table decisions add column deliveries_hash text;
