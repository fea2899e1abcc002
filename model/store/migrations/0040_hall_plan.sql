-- Where windows stand on the drawn floor of their hall.
CREATE TABLE "window_position" (
    rid INTEGER PRIMARY KEY,
    "window" BLOB,
    "x" INTEGER,
    "y" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX window_position_window ON "window_position" ("window") WHERE "window" IS NOT NULL;
