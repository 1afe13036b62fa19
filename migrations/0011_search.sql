-- New entries of a search index wait in a list that every search reads through: short, so that searching stays quick
-- while dossiers are received.
alter index dossiers_words set (gin_pending_list_limit = 128);
alter index dossiers_search set (gin_pending_list_limit = 128);
