-- Sharing a cost (mission B8; Civil Code art. 283): a plan, its frozen text, a line per household, what was paid.
create sequence fund_plan_numbers start 8001;
create table fund_plans (
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
  fund_id uuid not null references funds (id),
  number bigint not null default nextval('fund_plan_numbers'),
  title text not null,
  reason text not null,
  case_id uuid references cases (id),
  method text not null check (method in ('area', 'household', 'factors', 'agreed')),
  total bigint not null check (total > 0 and total <= 1000000000000),
  subsidy bigint not null default 0 check (subsidy >= 0 and subsidy <= total),
  uses_accounts boolean not null,
  state text not null check (state in ('draft', 'asked', 'collecting', 'settling', 'settled', 'dropped')),
  state_at timestamptz not null,
  answer_by date,
  due_on date,
  frozen_text text,
  frozen_hash text,
  frozen_at timestamptz,
  -- What allows the collection: everybody agreed, or a decision or resolution in words.
  basis text check (basis in ('allAgreed', 'decision')),
  basis_words text,
  decision_id uuid,
  subsidy_received bigint not null default 0,
  final_total bigint check (final_total > 0 and final_total <= 1000000000000),
  final_words text,
  final_photos uuid[] not null default '{}',
  reminded_at timestamptz,
  created_by uuid references persons (id),
  created_at timestamptz not null
);
create index fund_plans_by_district on fund_plans (district_id, number desc);
create index fund_plans_by_street on fund_plans (street_id, number desc);
create index fund_plans_by_community on fund_plans (community_id, number desc);
create index fund_plans_by_estate on fund_plans (estate_id, number desc);
create index fund_plans_by_fund on fund_plans (fund_id);
alter table fund_applications add constraint fund_applications_of_plan foreign key (plan_id) references fund_plans (id);
alter table fund_accounts add constraint fund_accounts_of_plan foreign key (plan_id) references fund_plans (id);

create table fund_plan_lines (
  id uuid primary key,
  plan_id uuid not null references fund_plans (id),
  home_id uuid not null references places (id),
  sort integer not null,
  label text not null,
  floor integer,
  area integer,
  -- Thousandths; only where the plan has factors.
  factor integer,
  weight bigint not null check (weight >= 0),
  share bigint not null,
  from_account bigint not null default 0,
  -- Paid by the household, less what went back.
  paid bigint not null default 0,
  covered bigint not null default 0,
  final_share bigint,
  answer text check (answer in ('agree', 'object')),
  answer_words text,
  answered_by uuid references persons (id),
  answered_at timestamptz,
  unique (plan_id, home_id)
);
create index fund_plan_lines_in_order on fund_plan_lines (plan_id, sort);
create index fund_plan_lines_by_home on fund_plan_lines (home_id);
-- What was frozen stays: shares, weights and the text with its hash.
create function refuse_frozen_line() returns trigger language plpgsql as $$
begin
  if (select state from fund_plans where id = old.plan_id) = 'draft' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or (old.plan_id, old.home_id, old.sort, old.label, old.floor, old.area, old.factor, old.weight, old.share)
    is distinct from (new.plan_id, new.home_id, new.sort, new.label, new.floor, new.area, new.factor, new.weight, new.share) then
    raise exception 'shares of a frozen plan do not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger fund_plan_lines_frozen before update or delete on fund_plan_lines for each row execute function refuse_frozen_line();
create function refuse_frozen_plan() returns trigger language plpgsql as $$
begin
  if old.frozen_hash is not null and (old.frozen_text, old.frozen_hash, old.total, old.subsidy, old.method, old.place_id)
    is distinct from (new.frozen_text, new.frozen_hash, new.total, new.subsidy, new.method, new.place_id) then
    raise exception 'a frozen plan does not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger fund_plans_frozen before update on fund_plans for each row execute function refuse_frozen_plan();
