-- The registers of the hall: one table an entity, one row a record; rid is this file's own number
-- for a record and never travels.

CREATE TABLE "place" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "type" TEXT,
    "parent" BLOB,
    "region" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "responsible" TEXT,
    "floor_area" INTEGER,
    "public_area" INTEGER,
    "floors" INTEGER,
    "opening_hours" TEXT,
    "zones" TEXT,
    "sign_status" TEXT,
    "sign_date" TEXT,
    "basis_document" TEXT,
    "basis_date" TEXT,
    "opened" TEXT,
    "closed" TEXT,
    "closed_reason" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "unit" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "short_name" TEXT,
    "credit_code" TEXT,
    "category" TEXT,
    "parent" BLOB,
    "phone" TEXT,
    "contact" TEXT,
    "address" TEXT,
    "closed" TEXT,
    "closed_reason" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "item" (
    rid INTEGER PRIMARY KEY,
    "code" TEXT,
    "name" TEXT,
    "unit" BLOB,
    "type" TEXT,
    "main_item" TEXT,
    "implementer_code" TEXT,
    "region" TEXT,
    "basic_code" TEXT,
    "levels" TEXT,
    "basis" TEXT,
    "legal_days" INTEGER,
    "legal_unit" TEXT,
    "promised_days" INTEGER,
    "promised_unit" TEXT,
    "handling" TEXT,
    "forms" TEXT,
    "objects" TEXT,
    "visits" INTEGER,
    "fee" INTEGER,
    "fee_basis" TEXT,
    "served_area" TEXT,
    "online" INTEGER,
    "stationing" TEXT,
    "not_stationed_reason" TEXT,
    "approval_document" TEXT,
    "approved" TEXT,
    "handled_at" TEXT,
    "handled_time" TEXT,
    "enquiries" TEXT,
    "complaints" TEXT,
    "result_name" TEXT,
    "state" TEXT,
    "version" TEXT,
    "effective" TEXT,
    "cancelled" TEXT,
    "cancelled_reason" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "person" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "sex" TEXT,
    "id_number" TEXT,
    "birth" TEXT,
    "ethnicity" TEXT,
    "phone" TEXT,
    "political_status" TEXT,
    "party_transferred" TEXT,
    "education" TEXT,
    "major" TEXT,
    "rank" TEXT,
    "working_since" TEXT,
    "badge" TEXT,
    "skill_level" TEXT,
    "skill_certificate" TEXT,
    "skill_valid_until" TEXT,
    "own_uniform" INTEGER,
    "address" TEXT,
    "emergency_contact" TEXT,
    "emergency_phone" TEXT,
    "photo" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "window" (
    rid INTEGER PRIMARY KEY,
    "number" TEXT,
    "name" TEXT,
    "place" BLOB,
    "unit" BLOB,
    "business" TEXT,
    "types" TEXT,
    "status" TEXT,
    "phone" TEXT,
    "floor" TEXT,
    "zone" TEXT,
    "service_hours" TEXT,
    "equipment" TEXT,
    "network" TEXT,
    "assessment_group" TEXT,
    "opened" TEXT,
    "closed" TEXT,
    "closed_reason" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "posting" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "unit" BLOB,
    "place" BLOB,
    "source" TEXT,
    "identity" TEXT,
    "post" TEXT,
    "status" TEXT,
    "chief" INTEGER,
    "from" TEXT,
    "trial_until" TEXT,
    "to" TEXT,
    "end_kind" TEXT,
    "end_reason" TEXT,
    "document" TEXT,
    "approver" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "window_item" (
    rid INTEGER PRIMARY KEY,
    "window" BLOB,
    "item" BLOB,
    "duties" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;

CREATE TABLE "window_staff" (
    rid INTEGER PRIMARY KEY,
    "window" BLOB,
    "person" BLOB,
    "slot" TEXT,
    "shift" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;

-- How imports and rules find records.
CREATE INDEX place_name ON place (name);
CREATE INDEX place_parent ON place (parent) WHERE parent IS NOT NULL;
CREATE INDEX unit_name ON unit (name);
CREATE INDEX unit_credit_code ON unit (credit_code) WHERE credit_code IS NOT NULL;
CREATE INDEX item_code ON item (code);
CREATE INDEX item_unit ON item (unit) WHERE unit IS NOT NULL;
CREATE INDEX person_name ON person (name);
CREATE INDEX person_id_number ON person (id_number) WHERE id_number IS NOT NULL;
CREATE INDEX window_place ON "window" (place, number);
CREATE INDEX window_unit ON "window" (unit, number);
CREATE INDEX posting_person ON posting (person);
CREATE INDEX posting_place ON posting (place);
CREATE INDEX posting_unit ON posting (unit);
CREATE INDEX window_item_window ON window_item ("window");
CREATE INDEX window_item_item ON window_item (item);
CREATE INDEX window_staff_window ON window_staff ("window");
CREATE INDEX window_staff_person ON window_staff (person);
