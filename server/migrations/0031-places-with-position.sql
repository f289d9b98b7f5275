-- Which known place is nearest to a position that came from outside.
create index places_with_position on places (district_id, lat, lon) where kind in ('building', 'estate') and lon is not null;
