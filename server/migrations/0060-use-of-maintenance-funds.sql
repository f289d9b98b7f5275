-- Every use of a maintenance fund is the owners' to decide (Civil Code art. 278 para. 1 no. 5): never without a limit.
update funds set decide_above = 0 where kind = 'maintenanceFund' and decide_above is null;
-- Their decision is the ground; a meeting's is not asked for besides.
update funds set deliberate_above = null where kind = 'maintenanceFund';
alter table funds add constraint funds_maintenance_is_decided check (kind <> 'maintenanceFund' or decide_above is not null);
