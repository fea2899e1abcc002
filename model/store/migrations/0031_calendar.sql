-- The county's own days off and working days, and its own figures for limits and deadlines.
CREATE TABLE "calendar_day" (
    rid INTEGER PRIMARY KEY,
    "date" TEXT,
    "kind" TEXT,
    "name" TEXT,
    "document" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX calendar_day_date ON calendar_day (date) WHERE date IS NOT NULL;

CREATE TABLE "setting" (
    rid INTEGER PRIMARY KEY,
    "matter" TEXT,
    "value" INTEGER,
    "unit" TEXT,
    "from" TEXT,
    "document" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX setting_matter ON setting (matter) WHERE matter IS NOT NULL;
