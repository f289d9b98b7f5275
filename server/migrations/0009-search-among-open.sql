-- The search of a work queue looks among open cases only: their own index is fifty times smaller than that of all.
-- The state list stands here literally, as in the other indexes of open cases (0005).
create index cases_open_search on cases using gin (search) where state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened');
