-- The district's own English of a message; without it the delivered English is sent.
alter table message_templates
  add column title_en text,
  add column body_en text,
  add constraint message_templates_english check ((title_en is null) = (body_en is null));
