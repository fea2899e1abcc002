-- The version that a change wrote over, where it was not the record's birth: what this file has seen
-- it knows for good, also when nothing else names it any more.
ALTER TABLE history ADD COLUMN old_ver INTEGER;
