-- How a case was rated before it was merged: undone, it stands as it stood. What its reporter gave meanwhile was for the
-- case it went into, and stays in both histories.
alter table cases
  add column merged_from_rating integer,
  add column merged_from_reasons text[];
update cases set merged_from_rating = rating, merged_from_reasons = rating_reasons
where merged_into_id is not null and rating is not null
  and not exists (select 1 from case_events e where e.case_id = cases.id and e.step = 'mergedRating');
