-- Triage: models trained on past decisions, what each category lets them do, and every suggestion with what became of it.
create table triage_models (
  id uuid primary key,
  district_id uuid not null,
  subject text not null check (subject in ('category', 'handler')),
  trained_at timestamptz not null,
  examples integer not null,
  macro_f1 double precision not null,
  accuracy double precision not null,
  -- Per class: label, examples, precision, recall, f1.
  figures jsonb not null,
  is_current boolean not null,
  -- Null once a newer model has long been in use; its figures stay.
  model bytea,
  bytes integer not null
);
create unique index triage_models_current on triage_models (district_id, subject) where is_current;
create index triage_models_newest on triage_models (district_id, trained_at desc);

create table triage_settings (
  district_id uuid not null,
  category_id uuid not null references categories (id),
  mode text not null check (mode in ('off', 'suggest', 'automatic')),
  least_confidence double precision not null,
  primary key (district_id, category_id)
);

create table triage_suggestions (
  id uuid primary key,
  district_id uuid not null,
  case_id uuid not null references cases (id),
  model_id uuid not null references triage_models (id),
  at timestamptz not null,
  category_id uuid not null references categories (id),
  confidence double precision not null,
  because text[] not null,
  mode text not null,
  -- Set without a person, because the district had switched the category to automatic.
  is_applied boolean not null,
  handler_model_id uuid references triage_models (id),
  -- An organisation's id, or `kind:propertyCompany`: the one of that kind that serves the place.
  handler_label text,
  handler_confidence double precision,
  handler_because text[],
  -- What people decided, once the case has left the desk.
  chosen_category_id uuid,
  chosen_handler_label text,
  decided_at timestamptz
);
create index triage_suggestions_by_case on triage_suggestions (case_id, at desc);
create index triage_suggestions_open on triage_suggestions (at) where decided_at is null;
create index triage_suggestions_by_model on triage_suggestions (model_id);
create index triage_suggestions_by_handler_model on triage_suggestions (handler_model_id) where handler_model_id is not null;
