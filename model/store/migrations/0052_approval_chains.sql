-- Approval chains as data; a step may be about a duty and names the paper it was taken on.
CREATE TABLE "chain_step" (
    rid INTEGER PRIMARY KEY,
    "matter" TEXT,
    "kinds" TEXT,
    "from_days" INTEGER,
    "below_days" INTEGER,
    "step" INTEGER,
    "post" TEXT,
    "sealed" INTEGER,
    "source" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;

ALTER TABLE "approval" ADD COLUMN "roster" BLOB;
ALTER TABLE "approval" ADD COLUMN "document" TEXT;
CREATE INDEX approval_roster ON "approval" ("roster") WHERE "roster" IS NOT NULL;
