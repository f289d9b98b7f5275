-- Signed short codes on doors.
create table doorcodes (
  id uuid primary key,
  district_id uuid not null,
  code text not null unique,
  kind text not null check (kind in ('unit', 'building', 'estate', 'station', 'facility')),
  label text not null,
  place_id uuid not null references places (id),
  issued_at timestamptz not null,
  issued_by uuid not null references persons (id),
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_reason text,
  scans integer not null default 0
);
create index doorcodes_by_place on doorcodes (place_id) where revoked_at is null;
create unique index doorcodes_one_per_door on doorcodes (place_id, kind) where revoked_at is null and kind in ('unit', 'building', 'estate');
