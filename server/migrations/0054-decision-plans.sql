-- What a matter costs each household: the frozen plan it refers to (mission B7, B8).
alter table decision_items add column plan_id uuid references fund_plans (id);
create index decision_items_of_plan on decision_items (plan_id) where plan_id is not null;
-- A frozen roll no longer changes: its figures are kept, so that opening a decision counts nothing.
alter table decisions add column roll_figures jsonb;
