-- Money everyone can read (mission B12): funds with double-entry books that only grow, spending in steps, questions.
create sequence fund_numbers start 3001;
create table funds (
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
  number bigint not null default nextval('fund_numbers'),
  kind text not null check (kind in ('commonIncome', 'maintenanceFund', 'partyServiceFund', 'convenienceFund', 'fundraising')),
  name text not null,
  purpose text not null,
  state text not null check (state in ('open', 'raising', 'failed', 'closed')),
  -- The budget's year, for funds that have one each year.
  year integer check (year between 2000 and 2200),
  budget bigint check (budget > 0 and budget <= 1000000000000),
  target bigint check (target > 0 and target <= 1000000000000),
  ends_on date,
  -- Spending above this needs an approver of the street or the district; null: none does.
  approve_up_to bigint check (approve_up_to >= 0),
  -- Spending above this needs a deliberation on record; null: none does.
  deliberate_above bigint check (deliberate_above >= 0),
  created_by uuid references persons (id),
  created_at timestamptz not null,
  check ((kind in ('partyServiceFund', 'convenienceFund')) = (year is not null and budget is not null)),
  check ((kind = 'fundraising') = (target is not null))
);
create unique index funds_one_budget_a_year on funds (place_id, kind, year) where year is not null;
create index funds_by_district on funds (district_id, number desc);
create index funds_by_street on funds (street_id, number desc);
create index funds_by_community on funds (community_id, number desc);
create index funds_by_estate on funds (estate_id, number desc);

-- The accounts of a fund: its bank, what came in, what went out, and whose the money is.
create table fund_accounts (
  id uuid primary key,
  district_id uuid not null,
  fund_id uuid not null references funds (id),
  kind text not null check (kind in ('asset', 'liability', 'income', 'expense')),
  role text not null check (role in ('bank', 'income', 'spent', 'estate', 'building', 'home', 'gifts', 'plan')),
  place_id uuid references places (id),
  plan_id uuid,
  unique nulls not distinct (fund_id, role, place_id, plan_id)
);
create index fund_accounts_by_place on fund_accounts (place_id) where place_id is not null;

create table fund_entries (
  id uuid primary key,
  district_id uuid not null,
  fund_id uuid not null references funds (id),
  kind text not null check (kind in ('income', 'deposit', 'spending', 'gift', 'return', 'share', 'cover', 'subsidy', 'refund', 'transfer', 'reversal')),
  day date not null,
  purpose text not null,
  -- How many postings belong to it: none can be added later.
  lines integer not null check (lines >= 2),
  reverses_id uuid unique references fund_entries (id),
  thing_kind text check (thing_kind in ('application', 'pledge', 'planLine', 'plan')),
  thing_id uuid,
  photos uuid[] not null default '{}',
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  check ((kind = 'reversal') = (reverses_id is not null))
);
create index fund_entries_in_order on fund_entries (fund_id, day desc, id desc);
create index fund_entries_of_thing on fund_entries (thing_id) where thing_id is not null;
create table fund_postings (
  entry_id uuid not null references fund_entries (id),
  account_id uuid not null references fund_accounts (id),
  -- Fen; debit positive, credit negative.
  amount bigint not null check (amount <> 0 and abs(amount) <= 9007199254740991),
  primary key (entry_id, account_id)
);
create index fund_postings_by_account on fund_postings (account_id, entry_id);
-- Kept by the trigger below, in the transaction of the entry; `GET /api/funds/check` adds everything up again.
create table fund_balances (
  account_id uuid primary key references fund_accounts (id),
  balance bigint not null check (abs(balance) <= 9007199254740991)
);
create trigger fund_entries_append_only before update or delete on fund_entries for each row execute function refuse_change_but_name('actor_name');
create trigger fund_postings_append_only before update or delete on fund_postings for each row execute function refuse_change();
create trigger fund_entries_no_truncate before truncate on fund_entries for each statement execute function refuse_change();
create trigger fund_postings_no_truncate before truncate on fund_postings for each statement execute function refuse_change();

-- Every entry sums to zero when its transaction ends, whoever writes it.
create function fund_entry_balances() returns trigger language plpgsql as $$
declare total numeric; found integer;
begin
  select coalesce(sum(amount), 0), count(*) into total, found from fund_postings where entry_id = new.id;
  if total <> 0 or found <> new.lines then
    raise exception 'entry % has % postings that sum to %', new.id, found, total using errcode = 'check_violation';
  end if;
  if exists (select 1 from fund_postings p join fund_accounts a on a.id = p.account_id where p.entry_id = new.id and a.fund_id <> new.fund_id) then
    raise exception 'entry % posts to another fund', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger fund_entries_balance after insert on fund_entries deferrable initially deferred
  for each row execute function fund_entry_balances();
-- Adds new postings to the balances, and refuses more of them than their entry has.
create function fund_postings_added() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct entry_id from added) a join fund_entries e on e.id = a.entry_id
    where (select count(*) from fund_postings p where p.entry_id = e.id) > e.lines
  ) then
    raise exception 'nothing is added to an entry' using errcode = 'check_violation';
  end if;
  insert into fund_balances (account_id, balance)
  select account_id, sum(amount) from added group by account_id order by account_id
  on conflict (account_id) do update set balance = fund_balances.balance + excluded.balance;
  return null;
end $$;
create trigger fund_postings_added after insert on fund_postings referencing new table as added
  for each statement execute function fund_postings_added();

-- Fund-raising: who promised what, what came, what went back.
create table fund_pledges (
  id uuid primary key,
  district_id uuid not null,
  fund_id uuid not null references funds (id),
  person_id uuid references persons (id),
  -- As it was given; the public sees amounts without names.
  name text not null,
  amount bigint not null check (amount > 0 and amount <= 1000000000000),
  paid bigint not null default 0 check (paid >= 0 and paid <= amount),
  returned bigint not null default 0 check (returned >= 0 and returned <= paid),
  at timestamptz not null,
  withdrawn_at timestamptz
);
create index fund_pledges_in_order on fund_pledges (fund_id, id);
create index fund_pledges_by_person on fund_pledges (person_id);

-- Spending: applied for, approved by somebody else, paid, receipt shown, published.
create sequence fund_application_numbers start 7001;
create table fund_applications (
  id uuid primary key,
  district_id uuid not null,
  fund_id uuid not null references funds (id),
  plan_id uuid,
  -- Whose money of a maintenance fund: the estate's or a building's account.
  account_place_id uuid references places (id),
  number bigint not null default nextval('fund_application_numbers'),
  title text not null,
  reason text not null,
  payee text not null,
  amount bigint not null check (amount > 0 and amount <= 1000000000000),
  resolution_id uuid,
  resolution_words text,
  state text not null check (state in ('applied', 'approved', 'refused', 'withdrawn', 'paid', 'receipted', 'published', 'reversed')),
  state_at timestamptz not null,
  applicant_id uuid not null references persons (id),
  applicant_name text not null,
  approver_id uuid references persons (id),
  approver_name text,
  decided_words text,
  payer_id uuid references persons (id),
  payer_name text,
  entry_id uuid references fund_entries (id),
  receipts uuid[] not null default '{}',
  applied_at timestamptz not null,
  check (approver_id is null or approver_id <> applicant_id)
);
create index fund_applications_by_fund on fund_applications (fund_id, number desc);
create index fund_applications_by_district on fund_applications (district_id, number desc);
create index fund_applications_open on fund_applications (fund_id) where state in ('applied', 'approved');

create table fund_questions (
  id uuid primary key,
  district_id uuid not null,
  fund_id uuid not null references funds (id),
  entry_id uuid references fund_entries (id),
  person_id uuid not null references persons (id),
  words text not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid references persons (id),
  answered_at timestamptz
);
create index fund_questions_in_order on fund_questions (fund_id, id desc);

-- Districts that exist already receive the new default permissions.
update positions p
set permissions = p.permissions || array(select unnest(n.added) except select unnest(p.permissions))
from (values
  ('administrator', '{fund.see,fund.keep,fund.apply,fund.approve,fund.pay,fund.open}'::text[]),
  ('districtOfficer', '{fund.see,fund.approve,fund.open}'::text[]),
  ('streetOfficer', '{fund.see,fund.approve,fund.open}'::text[]),
  ('communitySecretary', '{fund.see,fund.keep,fund.apply,fund.approve,fund.pay,fund.open}'::text[]),
  ('communityClerk', '{fund.see,fund.keep,fund.apply,fund.pay}'::text[]),
  ('propertyManager', '{fund.see,fund.apply}'::text[]),
  ('ownersCommitteeMember', '{fund.see,fund.apply,fund.approve}'::text[])
) n (code, added)
where p.code = n.code and p.is_default;
