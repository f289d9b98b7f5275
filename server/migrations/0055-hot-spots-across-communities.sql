-- A hot spot found in several communities of a street: its parts carry the same id, the smallest of theirs.
alter table hot_spots add column kin_id uuid;
create index hot_spots_kin on hot_spots (kin_id) where kin_id is not null;
create index hot_spots_by_street on hot_spots (street_id, id);
