-- Whom to contact about a request of the open interface ends with its purpose, or with the person.

-- Keyed hash of the mobile number among the contacts; empty where there is none, null where not looked at yet.
alter table open311_requests add column contact_hash text;
create index open311_requests_by_contact on open311_requests (contact_hash) where contact_sealed is not null;

-- Own data and erasure ask for what one person did in cases.
create index case_events_by_actor on case_events (actor_id) where actor_id is not null;
