#include "model/entities/agency_case.h"
#include "model/entities/annual_grade.h"
#include "model/entities/approval.h"
#include "model/entities/attachment.h"
#include "model/entities/attendance_day.h"
#include "model/entities/authorisation.h"
#include "model/entities/authorised_item.h"
#include "model/entities/award.h"
#include "model/entities/bad_rating.h"
#include "model/entities/ballot.h"
#include "model/entities/basis_document.h"
#include "model/entities/bundle.h"
#include "model/entities/bundle_item.h"
#include "model/entities/calendar_day.h"
#include "model/entities/case_count.h"
#include "model/entities/catalog.h"
#include "model/entities/certificate.h"
#include "model/entities/chain_step.h"
#include "model/entities/checklist.h"
#include "model/entities/checklist_line.h"
#include "model/entities/commitment.h"
#include "model/entities/complaint.h"
#include "model/entities/credential.h"
#include "model/entities/equipment.h"
#include "model/entities/equipment_patrol.h"
#include "model/entities/finding.h"
#include "model/entities/handover_check.h"
#include "model/entities/impact_assessment.h"
#include "model/entities/inspection.h"
#include "model/entities/inspection_line.h"
#include "model/entities/item.h"
#include "model/entities/item_change.h"
#include "model/entities/item_fee.h"
#include "model/entities/item_material.h"
#include "model/entities/leave.h"
#include "model/entities/ledger_entry.h"
#include "model/entities/local_field.h"
#include "model/entities/method.h"
#include "model/entities/method_text.h"
#include "model/entities/negative_entry.h"
#include "model/entities/objection.h"
#include "model/entities/outlet_item.h"
#include "model/entities/outlet_patrol.h"
#include "model/entities/period.h"
#include "model/entities/period_basis.h"
#include "model/entities/person.h"
#include "model/entities/place.h"
#include "model/entities/place_change.h"
#include "model/entities/posting.h"
#include "model/entities/posting_change.h"
#include "model/entities/provision.h"
#include "model/entities/reporter.h"
#include "model/entities/retention.h"
#include "model/entities/roll_call.h"
#include "model/entities/roster.h"
#include "model/entities/score.h"
#include "model/entities/setting.h"
#include "model/entities/task.h"
#include "model/entities/tip.h"
#include "model/entities/training.h"
#include "model/entities/type_code.h"
#include "model/entities/unable_case.h"
#include "model/entities/unit.h"
#include "model/entities/unit_change.h"
#include "model/entities/user.h"
#include "model/entities/window.h"
#include "model/entities/window_item.h"
#include "model/entities/window_position.h"
#include "model/entities/window_staff.h"
#include "model/entities/window_unit.h"
#include "model/store/database.h"
#include "tests/support/print.h"
#include "tests/support/where.h"

#include <boost/pfr/core.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

using namespace model;

using Entities = std::tuple<Place, Unit, Window, Person, Posting, Item, WindowItem, WindowStaff,
    User, ImpactAssessment, Provision, Retention, BasisDocument, Equipment, EquipmentPatrol,
    Authorisation, AuthorisedItem, Leave, AttendanceDay, Training, Certificate, Award,
    HandoverCheck, PostingChange, Roster, RollCall, ItemChange, Approval, ItemMaterial, ItemFee,
    Bundle, BundleItem, NegativeEntry, UnitChange, PlaceChange, OutletItem, AgencyCase,
    OutletPatrol, Inspection, InspectionLine, ProblemFound, Complaint, BadRating, UnableCase, Tip,
    Reporter, Commitment, Task, CaseCount, CalendarEntry, Setting, LocalField, WindowPosition,
    Credential, AttachedFile, Checklist, ChecklistLine, ChainStep, WindowUnit, TypeCode, Method,
    MethodText, Period, LedgerEntry, ScoreRecord, PeriodBasis, Ballot, Objection, GradeRecord>;

BOOST_AUTO_TEST_SUITE(entities_test)

BOOST_AUTO_TEST_CASE_TEMPLATE(every_member_but_the_id_is_described, E, Entities)
{
    BOOST_TEST(fields_of<E>().size() + 1 == boost::pfr::tuple_size_v<E>);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(names_and_ids_are_unique_and_labels_are_there, E, Entities)
{
    std::set<std::string_view> names;
    std::set<int> ids(def_of<E>().retired.begin(), def_of<E>().retired.end());
    for (const auto& field : def_of<E>().fields) {
        BOOST_TEST(names.insert(field.name).second, field.name);
        BOOST_TEST(ids.insert(field.id).second, field.name);
        BOOST_TEST(std::string_view(field.label) != "", field.name);
        if (field.type == Type::reference && !belongs_to_any(def_of<E>()))
            BOOST_TEST(hall_catalog().find(field.refers_to) != nullptr, field.name);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_a_definition_names_is_one_of_its_fields, E, Entities)
{
    const auto& def = def_of<E>();
    for (const auto name : {def.title, def.subtitle, def.end, def.end_reason})
        if (!name.empty())
            BOOST_TEST(def.find(name) != nullptr, def.name << "." << name);
    for (const auto list : {def.identity, def.match})
        for (const auto group : list) {
            std::istringstream parts{std::string(group)};
            for (std::string name; std::getline(parts, name, '+');)
                BOOST_TEST(def.find(name) != nullptr, def.name << "." << name);
        }
}

BOOST_AUTO_TEST_CASE(wire_ids_mean_what_they_always_meant)
{
    std::map<std::string, std::string> now; // "person 3" -> "id_number text"
    for (const auto* def : hall_catalog().every()) {
        now["entity " + std::to_string(def->id)] = std::string(def->name);
        for (const auto& field : def->fields)
            now[std::string(def->name) + ' ' + std::to_string(field.id)] =
                std::string(field.name) + ' ' + std::string(type_name(field.type));
        for (const int id : def->retired)
            now[std::string(def->name) + ' ' + std::to_string(id)] = "retired";
    }

    std::ifstream ledger(tests::source_dir() + "/tests/data/wire_ids.txt");
    std::set<std::string> known;
    for (std::string line; std::getline(ledger, line);) {
        const auto colon = line.find(": ");
        const auto key = line.substr(0, colon);
        const auto meaning = line.substr(colon + 2);
        known.insert(key);
        BOOST_TEST((now[key] == meaning || now[key] == "retired"),
            key << " was " << meaning << " and is " << now[key]);
    }
    for (const auto& [key, meaning] : now)
        BOOST_TEST(
            known.contains(key), "add to tests/data/wire_ids.txt: " << key << ": " << meaning);
}

BOOST_AUTO_TEST_CASE(a_record_holds_everything_its_struct_holds)
{
    using namespace std::chrono;
    Posting posting;
    posting.status = PostingStatus::seconded;
    posting.from = 2026y / June / 30;
    posting.chief = true;

    const auto record = to_record(posting);

    BOOST_TEST(record["status"] == Value{std::string("seconded")});
    BOOST_TEST(record["from"] == (Value{2026y / June / 30}));
    BOOST_TEST(to_record(from_record<Posting>(record)) == record);
}

BOOST_AUTO_TEST_CASE(a_code_of_a_newer_version_stays_in_the_record_and_has_no_typed_value)
{
    auto record = Record::empty(def_of<Posting>(), {});
    record["status"] = std::string("on_the_moon");
    BOOST_TEST((from_record<Posting>(record).status == std::nullopt));
    BOOST_TEST(to_text(record["status"]) == "on_the_moon");
}

BOOST_AUTO_TEST_CASE(the_schema_has_a_column_for_every_field_and_no_other)
{
    auto db = Database::in_memory();
    for (const auto* def : hall_catalog().every()) {
        std::set<std::string> expected{"rid"};
        for (const auto& field : def->fields)
            expected.emplace(field.name);

        std::set<std::string> actual;
        SQLite::Statement columns(db.handle(), "SELECT name FROM pragma_table_info(?)");
        columns.bind(1, std::string(def->name));
        while (columns.executeStep())
            actual.insert(columns.getColumn(0).getString());

        BOOST_TEST(actual == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_SUITE_END()
