-- Files kept with records. See model/entities/attachment.h.
CREATE TABLE "attachment" (
    rid INTEGER PRIMARY KEY,
    "register" TEXT,
    "record" BLOB,
    "title" TEXT,
    "kind" TEXT,
    "media" TEXT,
    "size" INTEGER,
    "hash" TEXT,
    "day" TEXT,
    "remark" TEXT,
    "minimised" TEXT
) STRICT;
CREATE INDEX attachment_record ON "attachment" (record);
CREATE INDEX attachment_hash ON "attachment" (hash);

-- What these files hold, each content once, by its SHA-256. See model/store/contents.h.
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    whole INTEGER NOT NULL DEFAULT 0,  -- all of it is here and has that hash
    told INTEGER NOT NULL DEFAULT 0,   -- the county has it
    owed INTEGER NOT NULL DEFAULT 0    -- its record left this device before the county had it
) STRICT;

CREATE INDEX content_untold ON content (told) WHERE told = 0;

CREATE TABLE content_piece (
    id INTEGER PRIMARY KEY,
    content INTEGER NOT NULL,
    start INTEGER NOT NULL,            -- the first byte's place in the content
    bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX content_piece_place ON content_piece (content, start);
