-- Cases in depth: who holds a case, what keeps it open, its family, its followers; permissions for what is new.
alter table cases
  add column parent_id uuid references cases (id),
  add column merged_into_id uuid references cases (id),
  -- The state to return to when a merge is undone.
  add column merged_from_state text,
  add column level text not null default 'community' check (level in ('grid', 'community', 'street', 'district')),
  add column level_since timestamptz;
create index cases_parts on cases (parent_id) where parent_id is not null;
create index cases_merged on cases (merged_into_id) where merged_into_id is not null;

-- What must be done or released before the case may close: a whistle's part, an open part, a plan, an order.
create table case_holds (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null,
  thing_id uuid not null,
  say text not null,
  created_at timestamptz not null,
  released_at timestamptz,
  unique (case_id, kind, thing_id)
);
create index case_holds_open on case_holds (case_id) where released_at is null;

-- People who asked to be kept informed, and reporters of merged duplicates.
create table case_followers (
  case_id uuid not null references cases (id),
  person_id uuid not null references persons (id),
  since timestamptz not null,
  why text not null check (why in ('follows', 'merged')),
  primary key (case_id, person_id)
);
create index case_followers_by_person on case_followers (person_id, since desc);

-- Districts that exist already receive the new default permissions and positions.
update positions p
set permissions = p.permissions || array(select unnest(n.added) except select unnest(p.permissions))
from (values
  ('administrator', '{case.merge,whistle.call,whistle.answer,channel.work,board.moderate,photo.redact,hotline.exchange,patrol.plan,patrol.walk,operation.run,hotspot.see,rates.see,emergency.work,whistle.decide,supervision.order,dutylist.edit,rates.review,emergency.command,triage.configure,open311.manage}'::text[]),
  ('districtOfficer', '{case.merge,whistle.call,whistle.decide,supervision.order,photo.redact,hotline.exchange,patrol.plan,dutylist.edit,operation.run,hotspot.see,rates.see,rates.review,emergency.command,emergency.work,triage.configure}'::text[]),
  ('streetOfficer', '{case.merge,whistle.call,whistle.decide,supervision.order,channel.work,board.moderate,photo.redact,hotline.exchange,patrol.plan,patrol.walk,operation.run,hotspot.see,rates.see,emergency.command,emergency.work}'::text[]),
  ('communitySecretary', '{case.merge,whistle.call,whistle.answer,channel.work,board.moderate,photo.redact,hotline.exchange,patrol.plan,patrol.walk,operation.run,hotspot.see,rates.see,emergency.work,mediation.handle}'::text[]),
  ('communityClerk', '{case.merge,whistle.call,whistle.answer,channel.work,board.moderate,photo.redact,hotline.exchange,patrol.plan,patrol.walk,operation.run,hotspot.see,rates.see,emergency.work}'::text[]),
  ('gridLead', '{channel.work,patrol.walk,hotspot.see,emergency.work}'::text[]),
  ('gridWorker', '{channel.work,patrol.walk,emergency.work}'::text[]),
  ('buildingLead', '{patrol.walk,emergency.work}'::text[]),
  ('unitLead', '{patrol.walk,emergency.work}'::text[]),
  ('steward', '{patrol.walk,emergency.work}'::text[]),
  ('propertyManager', '{whistle.answer,patrol.walk}'::text[]),
  ('propertyWorker', '{whistle.answer,patrol.walk}'::text[]),
  ('departmentOfficer', '{whistle.answer,patrol.walk,dutylist.edit}'::text[]),
  ('qualitySupervisor', '{patrol.walk}'::text[])
) n (code, added)
where p.code = n.code and p.is_default;
insert into positions (id, district_id, code, name, organisation_kinds, scope_kinds, permissions, is_default)
select gen_random_uuid(), d.id, n.code, n.name, n.kinds, n.scopes, n.permissions, true
from places d, (values
  ('unitContact', '单位联络员', '{partnerUnit,team,socialOrganisation,station,merchant}'::text[], '{district,street,community}'::text[], '{place.see,case.handle,whistle.answer,patrol.walk}'::text[]),
  ('enforcementOfficer', '执法包片人员', '{department}'::text[], '{district,street,community,grid}'::text[], '{place.see,case.handle,whistle.answer,patrol.walk}'::text[]),
  ('mediator', '调解员', '{communityCommittee,streetOffice,socialOrganisation,residentsCouncil}'::text[], '{district,street,community}'::text[], '{place.see,mediation.handle}'::text[])
) n (code, name, kinds, scopes, permissions)
where d.kind = 'district'
on conflict (district_id, code) do nothing;
