-- Public notices 公示 (mission B7, point 10): a publicity clock, proof of posting, comments with answers, an archive.
create sequence public_notice_numbers start 3001;
create table public_notices (
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
  number bigint not null default nextval('public_notice_numbers'),
  title text not null,
  words text not null,
  posted_on date not null,
  days integer not null check (days > 0),
  ends_on date not null,
  posted_by text not null,
  -- What it announces; null for itself.
  thing_kind text,
  thing_id uuid,
  photos uuid[] not null,
  withdrawn_at timestamptz,
  withdrawn_words text,
  created_by uuid,
  created_at timestamptz not null
);
create index public_notices_by_district on public_notices (district_id, created_at desc, id desc);
create index public_notices_by_community on public_notices (community_id, created_at desc, id desc);
create index public_notices_by_estate on public_notices (estate_id, created_at desc, id desc);
create table public_notice_comments (
  id uuid primary key,
  notice_id uuid not null references public_notices (id),
  person_id uuid not null,
  words text not null,
  at timestamptz not null,
  answer text,
  answered_at timestamptz
);
create index public_notice_comments_of on public_notice_comments (notice_id, at, id);
