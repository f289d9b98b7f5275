-- An index of owners keeps no list of rows still to be sorted in: after a roll of 20,000 every look into it read the
-- whole list, and the first ballots of an opening waited for a second each.
alter index decision_owners_of_person set (fastupdate = off);
alter index decision_parts_of_person set (fastupdate = off);
select gin_clean_pending_list('decision_owners_of_person'), gin_clean_pending_list('decision_parts_of_person');
