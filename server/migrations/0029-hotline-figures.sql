-- Figures of the hotline look at what is open and at what was answered in one month, not at all orders there ever were.
create index hotline_orders_open on hotline_orders (district_id, id) where returned_at is null;
create index hotline_orders_returned on hotline_orders (district_id, returned_at) where returned_at is not null;
