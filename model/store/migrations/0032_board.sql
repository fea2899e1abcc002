-- Numbers of records that were changed, in the order of the changes, so that whoever keeps something
-- about all records in memory looks at these alone. Only the newest stay (Rows): who is behind them
-- looks at everything. New records are not noted; their rid is beyond the last one that was seen.
CREATE TABLE touched (
    no INTEGER PRIMARY KEY,
    rid INTEGER NOT NULL
) STRICT;

-- Lines of the board that are put off. Of this file alone: they never travel.
CREATE TABLE snooze (
    record BLOB NOT NULL,   -- sixteen zero bytes for what concerns no record
    rule TEXT NOT NULL,
    field TEXT NOT NULL,    -- empty: the record as a whole
    until TEXT NOT NULL,    -- the day on which the line is back
    reason TEXT,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    PRIMARY KEY (record, rule, field)
) STRICT, WITHOUT ROWID;
