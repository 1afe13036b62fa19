-- outside a transaction
-- What the planner remembered of identity numbers in clear (0014) lies in the file of its table until that is written anew.
vacuum (full) pg_statistic;
