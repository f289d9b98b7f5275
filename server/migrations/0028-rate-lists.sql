-- Lists of the rare cases behind a figure of a whole district or street: what was missed, left out or still waits.
create index rate_facts_district_unresolved on rate_facts (district_id, resolve_day, case_id) where not resolved;
create index rate_facts_street_unresolved on rate_facts (street_id, resolve_day, case_id) where not resolved;
create index rate_facts_district_late on rate_facts (district_id, respond_day, case_id) where not responded;
create index rate_facts_street_late on rate_facts (street_id, respond_day, case_id) where not responded;
create index rate_facts_district_excluded on rate_facts (district_id, resolve_day, case_id) where excluded;
create index rate_facts_district_unsatisfied on rate_facts (district_id, resolve_day, case_id) where rated and not satisfied;
