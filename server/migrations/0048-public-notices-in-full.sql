-- Public notices: whom they are for, where they were put up, what came of them, and drafts printed before posting.
alter table public_notices
  add column audience text not null default 'homes' check (audience in ('homes', 'public')),
  add column posted_where text,
  add column outcome text,
  add column outcome_at timestamptz;
create index public_notices_for_all on public_notices (district_id, created_at desc, id desc) where audience = 'public';
create index public_notices_of_thing on public_notices (thing_id) where thing_id is not null;

-- A draft has its id and number already: the sheet printed from it carries them, and the notice takes them over.
create table public_notice_drafts (
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
  days integer not null check (days > 0),
  audience text not null check (audience in ('homes', 'public')),
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index public_notice_drafts_newest on public_notice_drafts (district_id, created_at desc, id desc);
