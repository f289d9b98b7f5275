-- The monthly figures of public boards are counted from this index alone: at twenty million cases they took seconds.
create index cases_on_boards on cases (community_id, created_at) include (state, estate_id)
  where openness <> 'withheld' and merged_into_id is null and state <> 'withdrawn';
