-- What this file knows of itself: ids of office, device and server, the hybrid clock, cursors.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;
