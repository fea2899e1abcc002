-- What became of places: merged, split, moved, renamed or closed.
CREATE TABLE "place_change" (
    rid INTEGER PRIMARY KEY,
    "place" BLOB,
    "kind" TEXT,
    "successor" BLOB,
    "old_name" TEXT,
    "new_name" TEXT,
    "old_parent" TEXT,
    "new_parent" TEXT,
    "old_address" TEXT,
    "new_address" TEXT,
    "old_region" TEXT,
    "new_region" TEXT,
    "day" TEXT,
    "document" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX place_change_place ON "place_change" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX place_change_successor ON "place_change" ("successor") WHERE "successor" IS NOT NULL;
