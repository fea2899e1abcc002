-- Which units serve at a window, and when; the numbers a window had before.
DROP INDEX window_unit; -- of the column, whose name the table takes
CREATE INDEX window_of_unit ON "window" (unit, number);
CREATE TABLE "window_unit" (
    rid INTEGER PRIMARY KEY,
    "window" BLOB,
    "unit" BLOB,
    "sharing" TEXT,
    "contact" TEXT,
    "phone" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX window_unit_window ON "window_unit" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX window_unit_unit ON "window_unit" ("unit") WHERE "unit" IS NOT NULL;

ALTER TABLE "window" ADD COLUMN "former_numbers" TEXT;
CREATE INDEX window_former_numbers ON "window" ("former_numbers") WHERE "former_numbers" IS NOT NULL;
