-- Assessments: methods, periods, the ledger, scores, ballots, objections and annual grades.
CREATE TABLE "method" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "code" TEXT,
    "version" TEXT,
    "objects" TEXT,
    "period" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "lines" INTEGER,
    "partial" INTEGER,
    "document" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "method_text" (
    rid INTEGER PRIMARY KEY,
    "method" BLOB,
    "content" TEXT
) STRICT;
CREATE INDEX method_text_method ON "method_text" ("method") WHERE "method" IS NOT NULL;

CREATE TABLE "period" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "place" BLOB,
    "method" BLOB,
    "kind" TEXT,
    "first" TEXT,
    "state" TEXT,
    "noticed" TEXT,
    "object_until" TEXT,
    "public_from" TEXT,
    "public_until" TEXT,
    "locked" TEXT,
    "locked_by" TEXT,
    "published" TEXT,
    "document" TEXT,
    "reopened" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX period_place ON "period" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX period_method ON "period" ("method") WHERE "method" IS NOT NULL;

CREATE TABLE "ledger_entry" (
    rid INTEGER PRIMARY KEY,
    "place" BLOB,
    "method" BLOB,
    "kind" TEXT,
    "window" BLOB,
    "person" BLOB,
    "unit" BLOB,
    "outlet" BLOB,
    "day" TEXT,
    "line" TEXT,
    "text" TEXT,
    "count" INTEGER,
    "minutes" INTEGER,
    "each" INTEGER,
    "points" INTEGER,
    "adjusts" BLOB,
    "reason" TEXT,
    "approver" TEXT,
    "recorder" TEXT,
    "recorded" TEXT,
    "evidence" TEXT,
    "source" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX ledger_entry_place ON "ledger_entry" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX ledger_entry_method ON "ledger_entry" ("method") WHERE "method" IS NOT NULL;
CREATE INDEX ledger_entry_window ON "ledger_entry" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX ledger_entry_person ON "ledger_entry" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX ledger_entry_unit ON "ledger_entry" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX ledger_entry_outlet ON "ledger_entry" ("outlet") WHERE "outlet" IS NOT NULL;
CREATE INDEX ledger_entry_adjusts ON "ledger_entry" ("adjusts") WHERE "adjusts" IS NOT NULL;

CREATE TABLE "score" (
    rid INTEGER PRIMARY KEY,
    "period" BLOB,
    "kind" TEXT,
    "window" BLOB,
    "person" BLOB,
    "unit" BLOB,
    "outlet" BLOB,
    "name" TEXT,
    "total" INTEGER,
    "rank" INTEGER,
    "ranked" INTEGER,
    "before" INTEGER,
    "band" TEXT,
    "titles" TEXT,
    "deducted" INTEGER,
    "added" INTEGER,
    "days" INTEGER,
    "barred" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX score_period ON "score" ("period") WHERE "period" IS NOT NULL;
CREATE INDEX score_window ON "score" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX score_person ON "score" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX score_unit ON "score" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX score_outlet ON "score" ("outlet") WHERE "outlet" IS NOT NULL;

CREATE TABLE "period_basis" (
    rid INTEGER PRIMARY KEY,
    "period" BLOB,
    "part" INTEGER,
    "content" TEXT
) STRICT;
CREATE INDEX period_basis_period ON "period_basis" ("period") WHERE "period" IS NOT NULL;

CREATE TABLE "ballot" (
    rid INTEGER PRIMARY KEY,
    "period" BLOB,
    "kind" TEXT,
    "window" BLOB,
    "person" BLOB,
    "unit" BLOB,
    "outlet" BLOB,
    "scorer" TEXT,
    "voter" TEXT,
    "points" INTEGER,
    "cast_on" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX ballot_period ON "ballot" ("period") WHERE "period" IS NOT NULL;
CREATE INDEX ballot_window ON "ballot" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX ballot_person ON "ballot" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX ballot_unit ON "ballot" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX ballot_outlet ON "ballot" ("outlet") WHERE "outlet" IS NOT NULL;

CREATE TABLE "objection" (
    rid INTEGER PRIMARY KEY,
    "number" TEXT,
    "period" BLOB,
    "unit" BLOB,
    "person" BLOB,
    "window" BLOB,
    "made_on" TEXT,
    "reason" TEXT,
    "entry" BLOB,
    "due" TEXT,
    "decision" TEXT,
    "decided_on" TEXT,
    "decided_by" TEXT,
    "answer" TEXT,
    "adjusted_by" BLOB,
    "remark" TEXT
) STRICT;
CREATE INDEX objection_period ON "objection" ("period") WHERE "period" IS NOT NULL;
CREATE INDEX objection_unit ON "objection" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX objection_person ON "objection" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX objection_window ON "objection" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX objection_entry ON "objection" ("entry") WHERE "entry" IS NOT NULL;
CREATE INDEX objection_adjusted_by ON "objection" ("adjusted_by") WHERE "adjusted_by" IS NOT NULL;

CREATE TABLE "annual_grade" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "year" INTEGER,
    "place" BLOB,
    "unit" BLOB,
    "identity" TEXT,
    "proposed" TEXT,
    "proposed_on" TEXT,
    "decided" TEXT,
    "decided_on" TEXT,
    "document" TEXT,
    "reason" TEXT,
    "told_on" TEXT,
    "review_asked" TEXT,
    "review_answered" TEXT,
    "review_result" TEXT,
    "appeal_asked" TEXT,
    "appeal_answered" TEXT,
    "appeal_result" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX annual_grade_person ON "annual_grade" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX annual_grade_place ON "annual_grade" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX annual_grade_unit ON "annual_grade" ("unit") WHERE "unit" IS NOT NULL;
