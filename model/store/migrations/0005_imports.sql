-- Which sheets were taken in, so that an import can be shown and taken back. `command` is the step
-- that wrote its rows; whether it was undone stands there.
CREATE TABLE import_run (
    run INTEGER PRIMARY KEY,
    command INTEGER NOT NULL,
    entity TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    same INTEGER NOT NULL,
    wrong INTEGER NOT NULL
) STRICT;
