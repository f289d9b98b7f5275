-- Which kinds of cases begin at the grid; the others begin at the community (mission A9).
create table case_beginnings (
  district_id uuid primary key references places (id),
  grid_kinds text[] not null default '{}'
);
