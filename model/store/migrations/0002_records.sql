-- What every record has besides its fields. `rid` is this file's own number, `id` the identity on
-- every machine. A record's fields stand in the table of its entity, under the same rid.
CREATE TABLE rec (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind INTEGER NOT NULL,              -- the entity's wire id
    scope INTEGER NOT NULL DEFAULT 0,   -- division code of twelve digits, 0 for the whole county
    home BLOB,                          -- the sending unit whose the home_unit fields are
    born INTEGER NOT NULL,              -- version of its creation
    deleted INTEGER NOT NULL DEFAULT 0, -- in the recycle bin
    gseq INTEGER,                       -- hub: number of its last change
    entered INTEGER                     -- hub: number of the change that brought it into its scope
) STRICT;
CREATE INDEX rec_deleted ON rec (rid) WHERE deleted = 1;
CREATE INDEX rec_gseq ON rec (gseq, scope) WHERE gseq IS NOT NULL;

-- Versions of fields changed after creation; a field without a row has the version of the record's
-- birth, or none if it was never filled. Field 0 is "deleted".
CREATE TABLE fver (
    rid INTEGER NOT NULL,
    fid INTEGER NOT NULL,
    ver INTEGER NOT NULL,
    gseq INTEGER,
    PRIMARY KEY (rid, fid)
) STRICT, WITHOUT ROWID;

-- Who made a version, when by his clock, and how it orders.
CREATE TABLE stamp (
    ver INTEGER PRIMARY KEY,
    hlc INTEGER NOT NULL,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    document TEXT
) STRICT;

CREATE TABLE account (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE device (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    org TEXT NOT NULL,
    region TEXT NOT NULL
) STRICT;

-- One thing a user did and may take back. The records it made have the numbers first_rid to
-- last_rid; what it changed stands in history.
CREATE TABLE command (
    id INTEGER PRIMARY KEY,
    grp BLOB NOT NULL,
    label TEXT NOT NULL,                -- msgid
    args TEXT NOT NULL DEFAULT '[]',    -- JSON array of what goes into the label's places
    account INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- do, undo, redo
    target INTEGER,                     -- the command this one undid or redid
    undone INTEGER,                     -- the command that undid this one
    first_rid INTEGER,
    last_rid INTEGER
) STRICT;
CREATE INDEX command_open ON command (id) WHERE kind = 'do' AND undone IS NULL;

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    rid INTEGER NOT NULL,
    fid INTEGER NOT NULL,               -- 0: deleted (1) or restored (0)
    old TEXT,
    new TEXT,
    ver INTEGER NOT NULL,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    document TEXT,
    command INTEGER                     -- none for what sync brought
) STRICT;
CREATE INDEX history_rid ON history (rid, fid);
CREATE INDEX history_command ON history (command) WHERE command IS NOT NULL;

-- What the county has not acknowledged. An op is frozen once sent; until then further edits of its
-- record by the same account go into it. A create holds no fields here: they stand in the row.
CREATE TABLE op (
    seq INTEGER PRIMARY KEY,
    rid INTEGER NOT NULL,
    type TEXT NOT NULL,                 -- create, set, end, delete, restore, resolve
    grp BLOB NOT NULL,
    account INTEGER NOT NULL,
    at INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    document TEXT,
    extra TEXT,                         -- resolve: the inbox item; delete: the versions seen
    payload BLOB                        -- as sent, once frozen
) STRICT;
CREATE INDEX op_rid ON op (rid);

CREATE TABLE op_field (
    seq INTEGER NOT NULL,
    fid INTEGER NOT NULL,
    base INTEGER NOT NULL,              -- the version the edit was based on, 0 if the field was empty
    base_value TEXT,
    value TEXT,
    PRIMARY KEY (seq, fid)
) STRICT, WITHOUT ROWID;

-- The county's value of a field that has an unsent edit of our own on top.
CREATE TABLE shadow (
    rid INTEGER NOT NULL,
    fid INTEGER NOT NULL,
    value TEXT,
    ver INTEGER NOT NULL,
    PRIMARY KEY (rid, fid)
) STRICT, WITHOUT ROWID;

-- Values that did not win, wait for a decision, or were refused. Only the hub makes rows; their id
-- is computed from the record, the field and both versions, so that every replica has the same one.
CREATE TABLE inbox (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,                 -- conflict, after_deletion, on_behalf, refused
    state TEXT NOT NULL,                -- open, settled
    record BLOB NOT NULL,
    entity INTEGER NOT NULL,
    fid INTEGER NOT NULL,
    base TEXT,
    stands TEXT,                        -- the value that stands in the record
    stands_ver INTEGER NOT NULL,
    waits TEXT,                         -- the value that waits here
    waits_ver INTEGER NOT NULL,
    reason TEXT,                        -- refused: msgid
    settled_ver INTEGER,
    scope INTEGER NOT NULL,
    home BLOB,
    gseq INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_record ON inbox (record, fid);
CREATE INDEX inbox_gseq ON inbox (gseq) WHERE gseq IS NOT NULL;

-- Fields and records of a newer version of the program, kept and passed on untouched.
CREATE TABLE ext_field (
    rid INTEGER NOT NULL,
    fid INTEGER NOT NULL,
    value TEXT,
    PRIMARY KEY (rid, fid)
) STRICT, WITHOUT ROWID;

-- The sum of all record hashes of a scope and a home unit: two replicas with equal sums are equal.
CREATE TABLE digest (
    scope INTEGER NOT NULL,
    home BLOB NOT NULL,
    count INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (scope, home)
) STRICT, WITHOUT ROWID;
