-- What ended without a result is counted when it ended, disposed of or not.
-- outside a transaction
create index concurrently if not exists dossiers_ended_without on dossiers (closed_at) where closed_at is not null;
