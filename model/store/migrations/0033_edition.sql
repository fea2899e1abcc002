-- Editions of the item catalog that were compared and not taken in whole yet, so that the work goes
-- on another day. Of this file alone: they never travel.
CREATE TABLE edition (
    no INTEGER PRIMARY KEY,
    name TEXT NOT NULL,             -- of the sheet
    fingerprint TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    plan TEXT NOT NULL              -- JSON: heads, what they hold, type codes, what it covers
) STRICT;
CREATE TABLE edition_row (
    edition INTEGER NOT NULL,
    number INTEGER NOT NULL,        -- the sheet's own
    cells TEXT NOT NULL,            -- JSON: texts, [text, kind] for what is no text
    PRIMARY KEY (edition, number)
) STRICT, WITHOUT ROWID;
