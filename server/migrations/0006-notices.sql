-- Inbox messages, phone messages, templates.
create table messages (
  id uuid primary key,
  -- (tx, seq) is the order of the stream: only rows whose transaction is older than every running one are read.
  seq bigint generated always as identity,
  tx xid8 not null default pg_current_xact_id(),
  district_id uuid not null,
  person_id uuid not null references persons (id),
  event text not null,
  title text not null,
  body text not null,
  thing_kind text,
  thing_id uuid,
  at timestamptz not null,
  read_at timestamptz
);
create index messages_inbox on messages (person_id, at desc, id desc);
create index messages_stream on messages (person_id, tx, seq);
create index messages_unread on messages (person_id) where read_at is null;

create table sms_messages (
  id uuid primary key,
  district_id uuid not null,
  person_id uuid,
  phone_sealed text not null,
  -- Words as sent; a sign-in code is kept only in demo mode.
  text text not null,
  provider text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'demo')),
  not_before timestamptz not null,
  sent_at timestamptz,
  failure text,
  at timestamptz not null
);
create index sms_messages_newest on sms_messages (at desc);

create table message_templates (
  id uuid primary key,
  district_id uuid not null,
  event text not null,
  audience text not null,
  title text not null,
  body text not null,
  sms boolean not null default false,
  unique (district_id, event, audience)
);
