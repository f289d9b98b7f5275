-- What the public may see: the board of a community, links to one case, photos released after redaction.
alter table cases
  -- plain: category, place and state; summary: also words staff released; withheld: not public at all.
  add column openness text not null default 'plain' check (openness in ('plain', 'summary', 'withheld'));
create index cases_estate_newest on cases (estate_id, created_at desc, id desc) where estate_id is not null;
create index cases_changed on cases (district_id, updated_at desc, id desc);

-- Communities whose board the district has switched off; no row means on.
create table board_settings (
  community_id uuid primary key references places (id),
  district_id uuid not null,
  is_on boolean not null,
  reason text not null,
  changed_by uuid not null references persons (id),
  changed_at timestamptz not null
);

-- The words released for a case, or why it is not public.
create table case_publications (
  case_id uuid primary key references cases (id),
  district_id uuid not null,
  summary text,
  withheld_reason text,
  changed_by uuid references persons (id),
  changed_at timestamptz not null
);

-- Links that show one case without signing in; only the hash of the token is kept.
create table case_links (
  id uuid primary key,
  district_id uuid not null,
  case_id uuid not null references cases (id),
  token_hash text not null unique,
  made_as text not null check (made_as in ('reporter', 'staff')),
  made_by uuid not null references persons (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index case_links_by_case on case_links (case_id, made_at desc);

-- A redacted copy of a photo: what was covered, in pixels of the original.
create table photo_redactions (
  id uuid primary key,
  district_id uuid not null,
  case_id uuid not null references cases (id),
  file_id uuid not null references files (id),
  redacted_id uuid not null references files (id),
  areas jsonb not null,
  made_by uuid not null references persons (id),
  made_at timestamptz not null
);
create index photo_redactions_by_case on photo_redactions (case_id, made_at desc);

-- A photo is public while it has a release that is not revoked.
create table photo_releases (
  id uuid primary key,
  district_id uuid not null,
  case_id uuid not null references cases (id),
  file_id uuid not null references files (id),
  shown_id uuid not null references files (id),
  redacted boolean not null,
  released_by uuid not null references persons (id),
  released_at timestamptz not null,
  revoked_by uuid references persons (id),
  revoked_at timestamptz,
  revoke_reason text
);
create unique index photo_releases_standing on photo_releases (file_id) where revoked_at is null;
create index photo_releases_by_case on photo_releases (case_id, released_at);

-- The district decides whether a community has a board.
update positions
set permissions = permissions || '{board.moderate}'::text[]
where code = 'districtOfficer' and is_default and not 'board.moderate' = any (permissions);
