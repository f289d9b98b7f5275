-- Open311 GeoReport v2: keys, services, what came in by it, and other endpoints we exchange with.
create table open311_keys (
  id uuid primary key,
  district_id uuid not null,
  name text not null,
  key_hash text not null unique,
  -- The first characters, so that people can tell keys apart.
  hint text not null,
  -- Requests by this key must lie here.
  scope_id uuid not null references places (id),
  may_report boolean not null,
  may_update boolean not null,
  active boolean not null default true,
  made_by uuid not null references persons (id),
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index open311_keys_by_district on open311_keys (district_id, made_at desc);

create table open311_services (
  id uuid primary key,
  district_id uuid not null,
  category_id uuid not null references categories (id),
  code text not null,
  description text not null,
  keywords text not null default '',
  is_open boolean not null default true,
  sort integer not null default 0,
  unique (district_id, code),
  unique (category_id)
);
create table open311_attributes (
  id uuid primary key,
  service_id uuid not null references open311_services (id) on delete cascade,
  code text not null,
  sort integer not null,
  variable boolean not null,
  datatype text not null check (datatype in ('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist')),
  required boolean not null,
  description text not null,
  datatype_description text not null default '',
  choices jsonb not null default '[]',
  unique (service_id, code)
);

-- What came in by the interface besides the case; whom to contact is sealed.
create table open311_requests (
  case_id uuid primary key references cases (id),
  district_id uuid not null,
  key_id uuid references open311_keys (id),
  token uuid not null unique,
  attributes jsonb not null default '[]',
  contact_sealed text,
  address_string text,
  media_url text,
  requested_at timestamptz not null
);

-- Updates: ours at each change of state that others may read, theirs as they post them.
create table open311_updates (
  id uuid primary key,
  district_id uuid not null,
  case_id uuid not null references cases (id),
  key_id uuid references open311_keys (id),
  external_id text,
  status text not null check (status in ('open', 'closed')),
  description text not null,
  media_url text,
  happened_at timestamptz not null,
  received_at timestamptz not null
);
create unique index open311_updates_once on open311_updates (key_id, external_id) where external_id is not null;
create index open311_updates_by_time on open311_updates (district_id, happened_at, id);
create index open311_updates_by_case on open311_updates (case_id, happened_at);
create index case_events_by_time on case_events (at, id) where audience = 'public' and to_state is not null;

-- Other endpoints: nothing is asked of them unless a district has written one here and switched it on.
create table open311_peers (
  id uuid primary key,
  district_id uuid not null,
  name text not null,
  url text not null,
  jurisdiction text,
  key_sealed text,
  -- Where imported requests go when their address is not found.
  place_id uuid not null references places (id),
  imports boolean not null,
  forwards boolean not null,
  active boolean not null,
  seen_until timestamptz,
  polled_at timestamptz,
  last_error text,
  made_by uuid not null references persons (id),
  made_at timestamptz not null
);
create table open311_peer_services (
  peer_id uuid not null references open311_peers (id) on delete cascade,
  service_code text not null,
  category_id uuid not null references categories (id),
  -- New cases of this category go to the other side by themselves.
  automatic boolean not null default false,
  primary key (peer_id, service_code)
);
-- Which case is which request on the other side; a pair is made once.
create table open311_links (
  id uuid primary key,
  district_id uuid not null,
  peer_id uuid not null references open311_peers (id),
  case_id uuid not null references cases (id),
  direction text not null check (direction in ('in', 'out')),
  state text not null check (state in ('waiting', 'sent', 'failed')),
  remote_id text,
  remote_token text,
  remote_status text,
  tries integer not null default 0,
  last_error text,
  made_at timestamptz not null,
  sent_at timestamptz,
  unique (peer_id, case_id)
);
create unique index open311_links_remote on open311_links (peer_id, remote_id) where remote_id is not null;
create index open311_links_waiting on open311_links (made_at) where state = 'waiting';
create index open311_links_by_case on open311_links (case_id);
