-- The registers of the hall's people, days, items, outlets, supervision and figures.

CREATE TABLE "basis_document" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "document" TEXT,
    "issuer" TEXT,
    "subject" TEXT,
    "place" BLOB,
    "issued" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX basis_document_place ON "basis_document" ("place") WHERE "place" IS NOT NULL;

CREATE TABLE "equipment" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "code" TEXT,
    "kind" TEXT,
    "place" BLOB,
    "window" BLOB,
    "unit" BLOB,
    "keeper" BLOB,
    "state" TEXT,
    "patrol_days" INTEGER,
    "bought" TEXT,
    "warranty_until" TEXT,
    "supplier" TEXT,
    "supplier_phone" TEXT,
    "scrapped" TEXT,
    "scrapped_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX equipment_place ON "equipment" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX equipment_window ON "equipment" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX equipment_unit ON "equipment" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX equipment_keeper ON "equipment" ("keeper") WHERE "keeper" IS NOT NULL;

CREATE TABLE "equipment_patrol" (
    rid INTEGER PRIMARY KEY,
    "equipment" BLOB,
    "day" TEXT,
    "by" TEXT,
    "state" TEXT,
    "fault" TEXT,
    "reported" TEXT,
    "repaired" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX equipment_patrol_equipment ON "equipment_patrol" ("equipment") WHERE "equipment" IS NOT NULL;

CREATE TABLE "authorisation" (
    rid INTEGER PRIMARY KEY,
    "unit" BLOB,
    "person" BLOB,
    "power" TEXT,
    "appointment" TEXT,
    "appointed" TEXT,
    "document" TEXT,
    "seal" INTEGER,
    "filed" TEXT,
    "scope_text" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX authorisation_unit ON "authorisation" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX authorisation_person ON "authorisation" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "authorised_item" (
    rid INTEGER PRIMARY KEY,
    "authorisation" BLOB,
    "item" BLOB,
    "levels" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX authorised_item_authorisation ON "authorised_item" ("authorisation") WHERE "authorisation" IS NOT NULL;
CREATE INDEX authorised_item_item ON "authorised_item" ("item") WHERE "item" IS NOT NULL;

CREATE TABLE "leave" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "kind" TEXT,
    "from" TEXT,
    "from_time" TEXT,
    "to" TEXT,
    "to_time" TEXT,
    "days" INTEGER,
    "reason" TEXT,
    "cover" BLOB,
    "state" TEXT,
    "unit_document" TEXT,
    "approver" TEXT,
    "approved" TEXT,
    "back" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX leave_person ON "leave" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX leave_cover ON "leave" ("cover") WHERE "cover" IS NOT NULL;

CREATE TABLE "attendance_day" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "day" TEXT,
    "state" TEXT,
    "came" TEXT,
    "went" TEXT,
    "minutes" INTEGER,
    "source" TEXT,
    "leave" BLOB,
    "window" BLOB,
    "cover" BLOB,
    "remark" TEXT
) STRICT;
CREATE INDEX attendance_day_person ON "attendance_day" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX attendance_day_leave ON "attendance_day" ("leave") WHERE "leave" IS NOT NULL;
CREATE INDEX attendance_day_window ON "attendance_day" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX attendance_day_cover ON "attendance_day" ("cover") WHERE "cover" IS NOT NULL;

CREATE TABLE "training" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "topic" TEXT,
    "kind" TEXT,
    "organiser" TEXT,
    "from" TEXT,
    "to" TEXT,
    "hours" INTEGER,
    "result" TEXT,
    "certificate" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX training_person ON "training" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "certificate" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "name" TEXT,
    "level" TEXT,
    "number" TEXT,
    "issuer" TEXT,
    "issued" TEXT,
    "valid_until" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX certificate_person ON "certificate" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "award" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "kind" TEXT,
    "name" TEXT,
    "reason" TEXT,
    "decided_by" TEXT,
    "decided" TEXT,
    "document" TEXT,
    "effect_until" TEXT,
    "revoked" TEXT,
    "revoked_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX award_person ON "award" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "handover_check" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "posting" BLOB,
    "kind" TEXT,
    "matter" TEXT,
    "due" TEXT,
    "done" INTEGER,
    "done_on" TEXT,
    "done_by" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX handover_check_person ON "handover_check" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX handover_check_posting ON "handover_check" ("posting") WHERE "posting" IS NOT NULL;

CREATE TABLE "posting_change" (
    rid INTEGER PRIMARY KEY,
    "posting" BLOB,
    "person" BLOB,
    "kind" TEXT,
    "asked_by" TEXT,
    "requested" TEXT,
    "wanted" TEXT,
    "reason" TEXT,
    "successor" BLOB,
    "document" TEXT,
    "unit_opinion" TEXT,
    "office_opinion" TEXT,
    "answered" TEXT,
    "state" TEXT,
    "settled" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX posting_change_posting ON "posting_change" ("posting") WHERE "posting" IS NOT NULL;
CREATE INDEX posting_change_person ON "posting_change" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX posting_change_successor ON "posting_change" ("successor") WHERE "successor" IS NOT NULL;

CREATE TABLE "roster" (
    rid INTEGER PRIMARY KEY,
    "place" BLOB,
    "day" TEXT,
    "kind" TEXT,
    "person" BLOB,
    "from_time" TEXT,
    "to_time" TEXT,
    "swapped_with" BLOB,
    "remark" TEXT
) STRICT;
CREATE INDEX roster_place ON "roster" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX roster_person ON "roster" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX roster_swapped_with ON "roster" ("swapped_with") WHERE "swapped_with" IS NOT NULL;

CREATE TABLE "roll_call" (
    rid INTEGER PRIMARY KEY,
    "place" BLOB,
    "day" TEXT,
    "leader" BLOB,
    "begun" TEXT,
    "finished" TEXT,
    "expected" INTEGER,
    "present" INTEGER,
    "unmanned" INTEGER,
    "dress" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX roll_call_place ON "roll_call" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX roll_call_leader ON "roll_call" ("leader") WHERE "leader" IS NOT NULL;

CREATE TABLE "approval" (
    rid INTEGER PRIMARY KEY,
    "matter" TEXT,
    "place" BLOB,
    "leave" BLOB,
    "change" BLOB,
    "item_change" BLOB,
    "step" INTEGER,
    "approver" TEXT,
    "post" TEXT,
    "decision" TEXT,
    "opinion" TEXT,
    "day" TEXT,
    "on_paper" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX approval_place ON "approval" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX approval_leave ON "approval" ("leave") WHERE "leave" IS NOT NULL;
CREATE INDEX approval_change ON "approval" ("change") WHERE "change" IS NOT NULL;
CREATE INDEX approval_item_change ON "approval" ("item_change") WHERE "item_change" IS NOT NULL;

CREATE TABLE "item_material" (
    rid INTEGER PRIMARY KEY,
    "item" BLOB,
    "name" TEXT,
    "form" TEXT,
    "copies" INTEGER,
    "need" TEXT,
    "source" TEXT,
    "basis" TEXT,
    "condition" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX item_material_item ON "item_material" ("item") WHERE "item" IS NOT NULL;

CREATE TABLE "item_fee" (
    rid INTEGER PRIMARY KEY,
    "item" BLOB,
    "name" TEXT,
    "amount" INTEGER,
    "per" TEXT,
    "basis" TEXT,
    "reduction" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX item_fee_item ON "item_fee" ("item") WHERE "item" IS NOT NULL;

CREATE TABLE "bundle" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "code" TEXT,
    "lead" BLOB,
    "object" TEXT,
    "state" TEXT,
    "days" INTEGER,
    "steps_before" INTEGER,
    "steps_after" INTEGER,
    "materials_before" INTEGER,
    "materials_after" INTEGER,
    "document" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX bundle_lead ON "bundle" ("lead") WHERE "lead" IS NOT NULL;

CREATE TABLE "bundle_item" (
    rid INTEGER PRIMARY KEY,
    "bundle" BLOB,
    "item" BLOB,
    "unit" BLOB,
    "part" TEXT,
    "contact" TEXT,
    "phone" TEXT,
    "days" INTEGER,
    "order" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX bundle_item_bundle ON "bundle_item" ("bundle") WHERE "bundle" IS NOT NULL;
CREATE INDEX bundle_item_item ON "bundle_item" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX bundle_item_unit ON "bundle_item" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "item_change" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "item" BLOB,
    "unit" BLOB,
    "kind" TEXT,
    "requested" TEXT,
    "request_document" TEXT,
    "reason" TEXT,
    "reviewed" TEXT,
    "review_opinion" TEXT,
    "approved" TEXT,
    "approval_document" TEXT,
    "published" TEXT,
    "published_at" TEXT,
    "effective" TEXT,
    "state" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX item_change_item ON "item_change" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX item_change_unit ON "item_change" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "negative_entry" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "item" BLOB,
    "unit" BLOB,
    "reason" TEXT,
    "explanation" TEXT,
    "edition" TEXT,
    "requested" TEXT,
    "request_document" TEXT,
    "reviewed" TEXT,
    "review_opinion" TEXT,
    "approved" TEXT,
    "approval_document" TEXT,
    "published" TEXT,
    "effective" TEXT,
    "state" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX negative_entry_item ON "negative_entry" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX negative_entry_unit ON "negative_entry" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "unit_change" (
    rid INTEGER PRIMARY KEY,
    "unit" BLOB,
    "kind" TEXT,
    "successor" BLOB,
    "old_name" TEXT,
    "new_name" TEXT,
    "day" TEXT,
    "document" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX unit_change_unit ON "unit_change" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX unit_change_successor ON "unit_change" ("successor") WHERE "successor" IS NOT NULL;

CREATE TABLE "outlet_item" (
    rid INTEGER PRIMARY KEY,
    "place" BLOB,
    "item" BLOB,
    "mode" TEXT,
    "person" BLOB,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX outlet_item_place ON "outlet_item" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX outlet_item_item ON "outlet_item" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX outlet_item_person ON "outlet_item" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "agency_case" (
    rid INTEGER PRIMARY KEY,
    "number" TEXT,
    "day" TEXT,
    "place" BLOB,
    "applicant" TEXT,
    "phone" TEXT,
    "id_tail" TEXT,
    "item" BLOB,
    "matter" TEXT,
    "mode" TEXT,
    "agent" BLOB,
    "received" TEXT,
    "sent_to" BLOB,
    "sent" TEXT,
    "returned" TEXT,
    "result" TEXT,
    "result_on" TEXT,
    "satisfaction" TEXT,
    "signature" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX agency_case_place ON "agency_case" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX agency_case_item ON "agency_case" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX agency_case_agent ON "agency_case" ("agent") WHERE "agent" IS NOT NULL;
CREATE INDEX agency_case_sent_to ON "agency_case" ("sent_to") WHERE "sent_to" IS NOT NULL;

CREATE TABLE "outlet_patrol" (
    rid INTEGER PRIMARY KEY,
    "place" BLOB,
    "day" TEXT,
    "by" TEXT,
    "open" INTEGER,
    "staff" INTEGER,
    "items_shown" INTEGER,
    "register_kept" INTEGER,
    "found" TEXT,
    "score" INTEGER,
    "mended" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX outlet_patrol_place ON "outlet_patrol" ("place") WHERE "place" IS NOT NULL;

CREATE TABLE "inspection" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "kind" TEXT,
    "place" BLOB,
    "day" TEXT,
    "time" TEXT,
    "inspectors" TEXT,
    "zone" TEXT,
    "checklist" TEXT,
    "result" TEXT,
    "document" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX inspection_place ON "inspection" ("place") WHERE "place" IS NOT NULL;

CREATE TABLE "inspection_line" (
    rid INTEGER PRIMARY KEY,
    "inspection" BLOB,
    "order" INTEGER,
    "question" TEXT,
    "answer" TEXT,
    "points" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX inspection_line_inspection ON "inspection_line" ("inspection") WHERE "inspection" IS NOT NULL;

CREATE TABLE "finding" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "kinds" TEXT,
    "inspection" BLOB,
    "place" BLOB,
    "window" BLOB,
    "person" BLOB,
    "unit" BLOB,
    "found" TEXT,
    "evidence" TEXT,
    "owner" TEXT,
    "due" TEXT,
    "correction" TEXT,
    "corrected" TEXT,
    "verified" TEXT,
    "verified_by" TEXT,
    "state" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX finding_inspection ON "finding" ("inspection") WHERE "inspection" IS NOT NULL;
CREATE INDEX finding_place ON "finding" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX finding_window ON "finding" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX finding_person ON "finding" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX finding_unit ON "finding" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "complaint" (
    rid INTEGER PRIMARY KEY,
    "number" TEXT,
    "received" TEXT,
    "channel" TEXT,
    "matter" TEXT,
    "place" BLOB,
    "window" BLOB,
    "person" BLOB,
    "unit" BLOB,
    "item" BLOB,
    "named" INTEGER,
    "written" INTEGER,
    "way" TEXT,
    "not_accepted" TEXT,
    "handler" TEXT,
    "contacted" TEXT,
    "due" TEXT,
    "left_for" TEXT,
    "left" TEXT,
    "finding" TEXT,
    "replied" TEXT,
    "reply" TEXT,
    "satisfied" INTEGER,
    "closed" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX complaint_place ON "complaint" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX complaint_window ON "complaint" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX complaint_person ON "complaint" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX complaint_unit ON "complaint" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX complaint_item ON "complaint" ("item") WHERE "item" IS NOT NULL;

CREATE TABLE "bad_rating" (
    rid INTEGER PRIMARY KEY,
    "number" TEXT,
    "rated" TEXT,
    "stars" TEXT,
    "item" BLOB,
    "place" BLOB,
    "window" BLOB,
    "person" BLOB,
    "unit" BLOB,
    "content" TEXT,
    "named" INTEGER,
    "contacted" TEXT,
    "cause" TEXT,
    "due" TEXT,
    "correction" TEXT,
    "corrected" TEXT,
    "called_back" TEXT,
    "second" TEXT,
    "appealed" TEXT,
    "excluded" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX bad_rating_item ON "bad_rating" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX bad_rating_place ON "bad_rating" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX bad_rating_window ON "bad_rating" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX bad_rating_person ON "bad_rating" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX bad_rating_unit ON "bad_rating" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "unable_case" (
    rid INTEGER PRIMARY KEY,
    "number" TEXT,
    "received" TEXT,
    "applicant" TEXT,
    "phone" TEXT,
    "place" BLOB,
    "item" BLOB,
    "unit" BLOB,
    "matter" TEXT,
    "difficulty" TEXT,
    "kind" TEXT,
    "cause" TEXT,
    "sent" TEXT,
    "due" TEXT,
    "extended" TEXT,
    "told" TEXT,
    "left_for" TEXT,
    "left" TEXT,
    "result" TEXT,
    "solved" INTEGER,
    "negative" INTEGER,
    "closed" TEXT,
    "fed_back" TEXT,
    "satisfaction" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX unable_case_place ON "unable_case" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX unable_case_item ON "unable_case" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX unable_case_unit ON "unable_case" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "tip" (
    rid INTEGER PRIMARY KEY,
    "number" TEXT,
    "received" TEXT,
    "channel" TEXT,
    "about_unit" BLOB,
    "about_person" BLOB,
    "content" TEXT,
    "handler" TEXT,
    "handed_to" TEXT,
    "handed" TEXT,
    "result" TEXT,
    "closed" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX tip_about_unit ON "tip" ("about_unit") WHERE "about_unit" IS NOT NULL;
CREATE INDEX tip_about_person ON "tip" ("about_person") WHERE "about_person" IS NOT NULL;

CREATE TABLE "reporter" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "complaint" BLOB,
    "tip" BLOB,
    "wishes" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX reporter_complaint ON "reporter" ("complaint") WHERE "complaint" IS NOT NULL;
CREATE INDEX reporter_tip ON "reporter" ("tip") WHERE "tip" IS NOT NULL;

CREATE TABLE "commitment" (
    rid INTEGER PRIMARY KEY,
    "person" BLOB,
    "unit" BLOB,
    "year" INTEGER,
    "kind" TEXT,
    "signed_on" TEXT,
    "kept_at" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX commitment_person ON "commitment" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX commitment_unit ON "commitment" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "task" (
    rid INTEGER PRIMARY KEY,
    "name" TEXT,
    "number" TEXT,
    "source" TEXT,
    "meeting" TEXT,
    "finding" BLOB,
    "complaint" BLOB,
    "unable_case" BLOB,
    "place" BLOB,
    "unit" BLOB,
    "owner" TEXT,
    "set_on" TEXT,
    "due" TEXT,
    "progress" TEXT,
    "state" TEXT,
    "done_on" TEXT,
    "closed" TEXT,
    "remark" TEXT
) STRICT;
CREATE INDEX task_finding ON "task" ("finding") WHERE "finding" IS NOT NULL;
CREATE INDEX task_complaint ON "task" ("complaint") WHERE "complaint" IS NOT NULL;
CREATE INDEX task_unable_case ON "task" ("unable_case") WHERE "unable_case" IS NOT NULL;
CREATE INDEX task_place ON "task" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX task_unit ON "task" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "case_count" (
    rid INTEGER PRIMARY KEY,
    "month" TEXT,
    "place" BLOB,
    "unit" BLOB,
    "window" BLOB,
    "item" BLOB,
    "received" INTEGER,
    "done" INTEGER,
    "instant" INTEGER,
    "committed" INTEGER,
    "online" INTEGER,
    "on_site" INTEGER,
    "overdue" INTEGER,
    "days" INTEGER,
    "ratings" INTEGER,
    "satisfied" INTEGER,
    "extended" INTEGER,
    "appointments" INTEGER,
    "door" INTEGER,
    "remark" TEXT
) STRICT;
CREATE INDEX case_count_place ON "case_count" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX case_count_unit ON "case_count" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX case_count_window ON "case_count" ("window") WHERE "window" IS NOT NULL;
CREATE INDEX case_count_item ON "case_count" ("item") WHERE "item" IS NOT NULL;
