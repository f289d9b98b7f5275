-- What every module stands on: journal, idempotency, files, calendar.

create table journal (
  id bigint generated always as identity primary key,
  district_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  thing_kind text not null,
  thing_id text not null,
  seq integer not null,
  canonical text not null,
  prev_hash text not null,
  hash text not null,
  unique (thing_kind, thing_id, seq)
);
create index journal_by_time on journal (district_id, id desc);
create index journal_by_actor on journal (actor_id, id desc);

-- Days are found by their pages: nearly free to write, since entries come in the order of time.
create index journal_by_moment on journal using brin (at) with (pages_per_range = 16);

create table journal_roots (
  district_id uuid not null,
  day date not null,
  entries integer not null,
  root text not null,
  at timestamptz not null default now(),
  primary key (district_id, day)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger journal_append_only before update or delete on journal for each row execute function refuse_change();
create trigger journal_no_truncate before truncate on journal for each statement execute function refuse_change();
create trigger journal_roots_append_only before update or delete on journal_roots for each row execute function refuse_change();

-- Appends one entry to the chain of its thing; the advisory lock makes writers of one thing queue.
create function journal_append(p_district uuid, p_at timestamptz, p_actor uuid, p_action text, p_kind text, p_thing text, p_canonical text)
returns integer language plpgsql as $$
declare
  v_seq integer;
  v_prev text;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_kind || ':' || p_thing, 7));
  select j.seq, j.hash into v_seq, v_prev from journal j
    where j.thing_kind = p_kind and j.thing_id = p_thing order by j.seq desc limit 1;
  v_seq := coalesce(v_seq, 0) + 1;
  v_prev := coalesce(v_prev, '');
  insert into journal (district_id, at, actor_id, action, thing_kind, thing_id, seq, canonical, prev_hash, hash)
    values (p_district, p_at, p_actor, p_action, p_kind, p_thing, v_seq, p_canonical, v_prev,
            encode(sha256(convert_to(v_prev || E'\n' || p_canonical, 'UTF8')), 'hex'));
  return v_seq;
end $$;

create table idempotency (
  actor text not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status integer,
  answer text,
  at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_by_time on idempotency (at);

create table files (
  id uuid primary key,
  district_id uuid not null,
  uploader_id uuid not null,
  kind text not null check (kind in ('photo', 'voice')),
  mime text not null,
  bytes integer not null,
  width integer,
  height integer,
  sha256 text not null,
  stored_as text not null,
  thumbnail_as text,
  -- What it belongs to; the module of that kind decides who may see it. Null until attached: uploader only.
  thing_kind text,
  thing_id uuid,
  created_at timestamptz not null default now()
);
create index files_by_thing on files (thing_kind, thing_id);
create index files_unattached on files (created_at) where thing_id is null;

create table calendar_days (
  district_id uuid not null,
  day date not null,
  working boolean not null,
  name text not null,
  primary key (district_id, day)
);
create table calendar_weeks (
  district_id uuid primary key,
  -- [{from, to}] minutes of the day
  periods jsonb not null,
  weekdays integer[] not null
);
