-- Wrong codes are counted by the address they come from, and in memory: a code itself counts nothing.
ALTER TABLE hub_code DROP COLUMN tries;
