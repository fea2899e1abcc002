-- What somebody has typed into a form and not saved yet, so that a crash or a power cut loses none
-- of it. Of this file alone: drafts never travel. `record` is sixteen zero bytes for a new record.
CREATE TABLE draft (
    account BLOB NOT NULL,
    entity INTEGER NOT NULL,            -- the entity's wire id
    record BLOB NOT NULL,
    at INTEGER NOT NULL,
    document TEXT,                      -- what an entry on behalf of the owner rests on
    entries TEXT NOT NULL,              -- JSON: [{"field", "text", "read", "base"}]
    PRIMARY KEY (account, entity, record)
) STRICT, WITHOUT ROWID;
