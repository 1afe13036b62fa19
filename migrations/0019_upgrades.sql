-- Which upgrades older programs cannot work with, so that one that still runs sees that it has been replaced.
-- Row-level security: none; names of files only.

create table schema_stops (
  name text primary key references schema_migrations
);
comment on table schema_stops is 'Migrations that stop programs of earlier releases; one that runs and does not know such a name lets nobody in any more.';
revoke insert, update, delete, truncate on schema_stops from motcua_app;
