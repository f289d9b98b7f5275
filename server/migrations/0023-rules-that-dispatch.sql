-- A rule may dispatch by itself: easy matters go straight to the property company (mission A6).
alter table dispatch_rules add column automatic boolean not null default false;
