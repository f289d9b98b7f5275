-- A closure that is asked for has a time to be verified in: by default two working days, like the other budgets by kind.
alter table deadline_policies
  add column verify_unit text not null default 'working-days',
  add column verify_amount integer not null default 2;
alter table case_clocks drop constraint case_clocks_kind_check;
alter table case_clocks add constraint case_clocks_kind_check check (kind in ('respond', 'resolve', 'verify'));
