-- The audit log: who did what, when and where. Its numbers have no gaps, and each entry's hash
-- covers the hash of the one before. What a step changed stands in history, under its command.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,             -- from 1
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,           -- 0: nobody known
    device INTEGER NOT NULL,            -- number of the device; 0 before it joined a county
    what TEXT NOT NULL,                 -- code
    kind INTEGER NOT NULL,              -- the entity's wire id, 0 for none
    record BLOB,
    command INTEGER NOT NULL,           -- of a step; 0 for none
    detail TEXT NOT NULL,               -- msgid; empty where the step's own name tells
    args TEXT NOT NULL,                 -- JSON array of what goes into its places
    steps BLOB,                         -- hash of what the step wrote, or of what left with this entry
    chain BLOB NOT NULL                 -- hash of all this and of the entry before
) STRICT;

-- Entries go by age alone, from the front, once it is kept in meta where the log begins.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is not changed');
END;
CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit
WHEN old.id >= ifnull((SELECT value FROM meta WHERE name = 'audit_first'), 1)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is not cut');
END;

-- Hashes of history that left this file with its records, so that the rest of a step can still be
-- proved. `note` is the entry that tells of it, 0 until there is one; `history` is 0 for the words
-- of the command itself.
CREATE TABLE audit_left (
    command INTEGER NOT NULL,
    history INTEGER NOT NULL,
    hash BLOB NOT NULL,
    note INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (command, history)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_left_note ON audit_left (note);

-- Steps of before there was a log have no entry.
INSERT INTO meta SELECT 'audit_steps_from', max(id) FROM command HAVING max(id) IS NOT NULL;
