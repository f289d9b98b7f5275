-- People, how they sign in, what they consented to.
create table persons (
  id uuid primary key,
  district_id uuid not null,
  name text not null,
  -- AES-256-GCM of the number, and a keyed hash to find it by
  phone_sealed text,
  phone_hash text,
  phone_masked text,
  login text,
  password_hash text,
  totp_sealed text,
  totp_pending_sealed text,
  totp_last_step bigint,
  language text not null default 'zh-CN',
  large_type boolean not null default false,
  quiet_from text,
  quiet_to text,
  sms_allowed boolean not null default true,
  active boolean not null default true,
  erased_at timestamptz,
  search tsvector not null default ''::tsvector,
  created_by uuid,
  created_at timestamptz not null default now()
);
create unique index persons_phone on persons (district_id, phone_hash) where phone_hash is not null;
create unique index persons_login on persons (district_id, lower(login)) where login is not null;
create index persons_search on persons using gin (search);
create index persons_newest on persons (district_id, created_at desc, id desc);
alter table home_people add foreign key (person_id) references persons (id);

create table sessions (
  id uuid primary key,
  person_id uuid not null references persons (id),
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text not null,
  address text not null
);
create index sessions_by_person on sessions (person_id) where ended_at is null;

create table phone_codes (
  id uuid primary key,
  district_id uuid not null,
  phone_hash text not null,
  address text not null,
  code_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz
);
create index phone_codes_by_phone on phone_codes (phone_hash, sent_at desc);
create index phone_codes_by_address on phone_codes (address, sent_at desc);

create table recovery_codes (
  person_id uuid not null references persons (id),
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
create table consents (
  id uuid primary key,
  person_id uuid not null references persons (id),
  version text not null,
  given boolean not null,
  at timestamptz not null
);
create index consents_by_person on consents (person_id, at desc);

-- Failed sign-ins, counted for unknown logins too, so that a lock tells nothing about who is registered.
create table sign_in_failures (
  key_hash text primary key,
  failures integer not null,
  locked_until timestamptz,
  at timestamptz not null
);
create index sign_in_failures_by_time on sign_in_failures (at);
