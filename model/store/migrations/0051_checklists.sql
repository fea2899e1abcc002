-- Check-lists as data, and what their lines say in inspections and on joining and leaving.
CREATE TABLE "checklist" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "kind" TEXT,
    "source" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "checklist_line" (
    rid INTEGER PRIMARY KEY,
    "checklist" BLOB,
    "order" INTEGER,
    "category" TEXT,
    "text" TEXT,
    "matter" TEXT,
    "evidence" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX checklist_line_checklist ON "checklist_line" ("checklist") WHERE "checklist" IS NOT NULL;

ALTER TABLE "inspection_line" ADD COLUMN "category" TEXT;
ALTER TABLE "inspection_line" ADD COLUMN "evidence" INTEGER;
ALTER TABLE "handover_check" ADD COLUMN "text" TEXT;
