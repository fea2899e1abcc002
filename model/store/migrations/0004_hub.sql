-- What only a county server keeps: its devices, their codes, and what left a scope.
CREATE TABLE hub_device (
    no INTEGER PRIMARY KEY,             -- of table device
    secret BLOB NOT NULL,
    public_key BLOB,
    incarnation INTEGER NOT NULL,
    last_seq INTEGER NOT NULL DEFAULT 0,
    chain BLOB NOT NULL,
    last_hlc INTEGER NOT NULL DEFAULT 0,
    hello_at INTEGER NOT NULL DEFAULT 0,      -- of the sync under way
    hello_before INTEGER NOT NULL DEFAULT 0,  -- of the sync before it
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

-- One-time codes; only their hash is kept.
CREATE TABLE hub_code (
    hash BLOB PRIMARY KEY,
    role TEXT NOT NULL,
    org TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    expires INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A record that moved away: devices that saw it there and do not see it where it is now drop it.
CREATE TABLE departure (
    gseq INTEGER NOT NULL,
    record BLOB NOT NULL,
    scope INTEGER NOT NULL,
    home BLOB,
    ver INTEGER NOT NULL,               -- of the op that moved it
    PRIMARY KEY (gseq, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX departure_record ON departure (record, gseq);

-- Ops whose result their device could not foresee, until it is known to have heard of it.
CREATE TABLE hub_outcome (
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
