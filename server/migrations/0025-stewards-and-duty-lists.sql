-- Name cards of stewards (mission E3), the three duty lists of departments (E6), and dispatch by them.
create table name_cards (
  person_id uuid primary key references persons (id),
  district_id uuid not null,
  show_photo boolean not null default false,
  show_phone boolean not null default false,
  -- Sealed like every phone number; null: the number of the account.
  work_phone_sealed text,
  photo_id uuid,
  line text,
  updated_at timestamptz not null
);

create table duty_items (
  id uuid primary key,
  district_id uuid not null,
  organisation_id uuid not null references organisations (id),
  list text not null check (list in ('broughtIn', 'handedDown', 'enforcement')),
  sort integer not null default 0,
  name text not null,
  description text not null,
  contact text not null,
  legal_basis text not null,
  search tsvector not null default ''::tsvector,
  updated_at timestamptz not null
);
create index duty_items_in_order on duty_items (district_id, organisation_id, list, sort, id);
create index duty_items_search on duty_items using gin (search);
create table duty_item_categories (
  item_id uuid not null references duty_items (id) on delete cascade,
  category_id uuid not null references categories (id),
  primary key (item_id, category_id)
);
create index duty_item_categories_by_category on duty_item_categories (category_id);
create table duty_item_places (
  item_id uuid not null references duty_items (id) on delete cascade,
  place_id uuid not null references places (id),
  primary key (item_id, place_id)
);

alter table dispatch_rules drop constraint dispatch_rules_target_check;
alter table dispatch_rules add constraint dispatch_rules_target_check
  check (target in ('organisation', 'estateProperty', 'community', 'street', 'dutyList'));
