-- Layers, further national fields and codes of items; planned versions; codes of item types.
ALTER TABLE "item" ADD COLUMN "part_of" BLOB;
ALTER TABLE "item" ADD COLUMN "layer" TEXT;
ALTER TABLE "item" ADD COLUMN "local_basic_code" TEXT;
ALTER TABLE "item" ADD COLUMN "local_code" TEXT;
ALTER TABLE "item" ADD COLUMN "handling_code" TEXT;
ALTER TABLE "item" ADD COLUMN "power_source" TEXT;
ALTER TABLE "item" ADD COLUMN "implementer_kind" TEXT;
ALTER TABLE "item" ADD COLUMN "entrusted" TEXT;
ALTER TABLE "item" ADD COLUMN "joint_units" TEXT;
ALTER TABLE "item" ADD COLUMN "legal_note" TEXT;
ALTER TABLE "item" ADD COLUMN "promised_note" TEXT;
ALTER TABLE "item" ADD COLUMN "visit_reason" TEXT;
ALTER TABLE "item" ADD COLUMN "online_depth" TEXT;
ALTER TABLE "item" ADD COLUMN "booking" INTEGER;
ALTER TABLE "item" ADD COLUMN "pays_online" INTEGER;
ALTER TABLE "item" ADD COLUMN "by_courier" INTEGER;
ALTER TABLE "item" ADD COLUMN "at_terminals" INTEGER;
ALTER TABLE "item" ADD COLUMN "result_kind" TEXT;
ALTER TABLE "item" ADD COLUMN "hall_name" TEXT;
ALTER TABLE "item" ADD COLUMN "town_code" TEXT;
ALTER TABLE "item" ADD COLUMN "village_code" TEXT;
CREATE INDEX item_part_of ON "item" ("part_of") WHERE "part_of" IS NOT NULL;

ALTER TABLE "item_change" ADD COLUMN "new_version" TEXT;
ALTER TABLE "item_change" ADD COLUMN "new_name" TEXT;
ALTER TABLE "item_change" ADD COLUMN "new_unit" BLOB;
ALTER TABLE "item_change" ADD COLUMN "new_legal_days" INTEGER;
ALTER TABLE "item_change" ADD COLUMN "new_legal_unit" TEXT;
ALTER TABLE "item_change" ADD COLUMN "new_promised_days" INTEGER;
ALTER TABLE "item_change" ADD COLUMN "new_promised_unit" TEXT;
ALTER TABLE "item_change" ADD COLUMN "new_handling" TEXT;
ALTER TABLE "item_change" ADD COLUMN "merged_into" BLOB;
ALTER TABLE "item_change" ADD COLUMN "carried_out" TEXT;
CREATE INDEX item_change_new_unit ON "item_change" ("new_unit") WHERE "new_unit" IS NOT NULL;
CREATE INDEX item_change_merged_into ON "item_change" ("merged_into") WHERE "merged_into" IS NOT NULL;

CREATE TABLE "type_code" (
    rid INTEGER PRIMARY KEY,
    "code" TEXT,
    "type" TEXT,
    "source" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX type_code_code ON "type_code" ("code") WHERE "code" IS NOT NULL;
