-- Spending that the owners decide (mission B7, B12): above which amount a fund asks for their decision, which money and
-- how much of it an item of a vote is about, and the certified decision an application rests on.
alter table funds add column decide_above bigint check (decide_above >= 0);
update funds set decide_above = 1000000 where kind = 'commonIncome';
alter table decision_items
  add column fund_id uuid references funds (id),
  add column amount_fen bigint check (amount_fen > 0),
  add constraint decision_items_fund_and_amount check ((fund_id is null) = (amount_fen is null));
create index decision_items_of_fund on decision_items (fund_id) where fund_id is not null;
alter table fund_applications
  add column decision_id uuid references decisions (id),
  add column decision_title text,
  add constraint fund_applications_decision check ((decision_id is null) = (decision_title is null));
create index fund_applications_of_decision on fund_applications (decision_id) where decision_id is not null;
