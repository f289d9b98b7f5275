-- Spreadsheets uploaded, previewed row by row, and committed.
create table imports (
  id uuid primary key,
  district_id uuid not null,
  kind text not null,
  file_name text not null,
  state text not null check (state in ('previewed', 'committed')),
  rows integer not null,
  good integer not null,
  bad integer not null,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  by_person uuid not null references persons (id),
  at timestamptz not null,
  committed_at timestamptz
);
create index imports_newest on imports (district_id, at desc, id desc);
create table import_rows (
  import_id uuid not null references imports (id),
  row integer not null,
  cells jsonb not null,
  does text not null check (does in ('create', 'update', 'nothing', 'error')),
  errors jsonb not null default '[]',
  primary key (import_id, row)
);
create index import_rows_errors on import_rows (import_id, row) where does = 'error';
