-- When the personal fields of a person who left were emptied for good.
ALTER TABLE person ADD COLUMN "minimised" TEXT;

-- The registers that the protection of personal information asks for, and how long that of people
-- who left is kept.
CREATE TABLE "impact_assessment" (
    rid INTEGER PRIMARY KEY,
    "matter" TEXT,
    "place" BLOB,
    "reasons" TEXT,
    "purpose" TEXT,
    "effects" TEXT,
    "measures" TEXT,
    "fitting" TEXT,
    "conclusion" TEXT,
    "assessed_by" TEXT,
    "assessed" TEXT,
    "document" TEXT,
    "keep_until" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "provision" (
    rid INTEGER PRIMARY KEY,
    "matter" TEXT,
    "kind" TEXT,
    "unit" BLOB,
    "receiver" TEXT,
    "place" BLOB,
    "purpose" TEXT,
    "information" TEXT,
    "persons" INTEGER,
    "legal_basis" TEXT,
    "consent" TEXT,
    "from" TEXT,
    "to" TEXT,
    "document" TEXT,
    "assessment" BLOB,
    "keep_until" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX provision_assessment ON provision (assessment) WHERE assessment IS NOT NULL;

CREATE TABLE "retention" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "subject" TEXT,
    "years" INTEGER,
    "months" INTEGER,
    "from" TEXT,
    "document" TEXT,
    "remark" TEXT
) STRICT;

-- Before this version deleted values were not written over in the pages they stood in.
INSERT INTO meta SELECT 'residue_from_before', 1 WHERE EXISTS (SELECT 1 FROM rec);
