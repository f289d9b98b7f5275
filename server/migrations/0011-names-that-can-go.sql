-- Names leave with the people who bore them: they lie beside the hashed journal, and go out of the timelines of cases.

-- Words of a person inside before and after of an entry. The entry's hashed text holds only their seal:
-- sha256(salt, a line feed, words). While they are kept they are provable; erased, nothing can be guessed from the seal.
create table journal_words (
  token uuid primary key,
  person_id uuid not null,
  salt text not null,
  words text not null
);
create index journal_words_by_person on journal_words (person_id);

-- For rows written once that hold a name: only the name of somebody who had their data erased may be put into the column.
create function refuse_change_but_name() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) ->> tg_argv[0] = '已注销用户'
    and to_jsonb(new) - tg_argv[0] = to_jsonb(old) - tg_argv[0] then
    return new;
  end if;
  raise exception 'rows of % are written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;
drop trigger case_events_append_only on case_events;
create trigger case_events_append_only before update or delete on case_events for each row execute function refuse_change_but_name('actor_name');

update persons set name = '已注销用户' where erased_at is not null;
update case_events e set actor_name = '已注销用户' from persons p where p.id = e.actor_id and p.erased_at is not null;
