-- Fields that offices add to registers themselves. Their values stand in columns of those registers'
-- tables, called x and the field's wire id, which come and go with the definitions
-- (model/store/file_catalog.h).
CREATE TABLE "local_field" (
    rid INTEGER PRIMARY KEY,
    "register" TEXT,
    "label" TEXT,
    "kind" TEXT,
    "choices" TEXT,
    "required" INTEGER,
    "personal" INTEGER,
    "hint" TEXT,
    "position" INTEGER,
    "office" TEXT,
    "region" TEXT,
    "retired" TEXT,
    "remark" TEXT
) STRICT;

-- The columns there are, and what stands in them.
CREATE TABLE extra_column (
    "register" TEXT NOT NULL,
    fid INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY ("register", fid)
) STRICT, WITHOUT ROWID;

-- Whoever changes a definition, in whichever program, draws anew what tells the others of it.
CREATE TRIGGER local_field_added AFTER INSERT ON "local_field"
BEGIN
    INSERT OR REPLACE INTO meta VALUES ('local_fields', hex(randomblob(8)));
END;
CREATE TRIGGER local_field_changed AFTER UPDATE ON "local_field"
BEGIN
    INSERT OR REPLACE INTO meta VALUES ('local_fields', hex(randomblob(8)));
END;
CREATE TRIGGER local_field_gone AFTER DELETE ON "local_field"
BEGIN
    INSERT OR REPLACE INTO meta VALUES ('local_fields', hex(randomblob(8)));
END;
CREATE TRIGGER local_field_deleted AFTER UPDATE OF deleted ON rec
WHEN new.kind = 74 AND new.deleted <> old.deleted
BEGIN
    INSERT OR REPLACE INTO meta VALUES ('local_fields', hex(randomblob(8)));
END;
