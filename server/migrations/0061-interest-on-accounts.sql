-- Interest of a maintenance fund, shared over the accounts in it: an entry of its own kind.
alter table fund_entries drop constraint fund_entries_kind_check;
alter table fund_entries add constraint fund_entries_kind_check
  check (kind in ('income', 'deposit', 'interest', 'spending', 'gift', 'return', 'share', 'cover', 'subsidy', 'refund', 'transfer', 'reversal'));
