#include "model/rules/finding.h"

#include "model/entities/catalog.h"
#include "model/rules/approval_rules.h"
#include "model/rules/calendar_rules.h"
#include "model/rules/career_rules.h"
#include "model/rules/catalog_rules.h"
#include "model/rules/change_rules.h"
#include "model/rules/chief_rules.h"
#include "model/rules/cover_rules.h"
#include "model/rules/day_rules.h"
#include "model/rules/duty_rules.h"
#include "model/rules/figure_rules.h"
#include "model/rules/item_rules.h"
#include "model/rules/layer_rules.h"
#include "model/rules/leave_days.h"
#include "model/rules/link_rules.h"
#include "model/rules/local_field_rules.h"
#include "model/rules/outlet_rules.h"
#include "model/rules/person_rules.h"
#include "model/rules/personal_information_rules.h"
#include "model/rules/place_rules.h"
#include "model/rules/position_rules.h"
#include "model/rules/posting_rules.h"
#include "model/rules/reach_rules.h"
#include "model/rules/setting_rules.h"
#include "model/rules/station_rules.h"
#include "model/rules/status_rules.h"
#include "model/rules/supervision_rules.h"
#include "model/rules/term_rules.h"
#include "model/rules/unit_rules.h"
#include "model/rules/user_rules.h"
#include "model/rules/value_rules.h"
#include "model/rules/voice_rules.h"
#include "model/rules/window_rules.h"

#include <algorithm>

namespace model {

namespace {

struct EntityRules {
    const EntityDef* def;
    Findings (*check)(const Record&, const Context&);
};

/// The entity's own rules, and `others` that join it with other registers.
template <class E, Findings (*... others)(const E&, const Context&)>
EntityRules rules_of()
{
    return {&def_of<E>(), [](const Record& record, const Context& context) {
                const auto entity = from_record<E>(record);
                auto findings = check_rules(entity, context);
                (std::ranges::move(others(entity, context), std::back_inserter(findings)), ...);
                return findings;
            }};
}

std::optional<Finding> is_of_the_list(const FieldDef& field, const Value& value)
{
    const auto* code = std::get_if<std::string>(&value);
    if (field.type != Type::choice || !code || label_of(field.choices, *code))
        return std::nullopt;
    return Finding{.rule = "D02",
        .level = Level::remind,
        .field = field.name,
        .message = {msgid("\"{1}\" is not on the list of this version of the program: choose one "
                          "of the list, or leave it if an office with a newer version entered it"),
            {*code}}};
}

std::optional<Finding> refers_to_something(
    const FieldDef& field, const Value& value, Lookup& lookup)
{
    const auto* id = std::get_if<Uuid>(&value);
    const auto* other =
        field.type == Type::reference ? hall_catalog().find(field.refers_to) : nullptr;
    if (!id || !other || lookup.has(*other, *id) || lookup.may_lie_elsewhere(*other, *id))
        return std::nullopt;
    return Finding{.rule = "D03",
        .level = Level::warn,
        .field = field.name,
        .message = {
            msgid("The record named here is not in this file: it was deleted, or it belongs "
                  "to another office; restore it or choose another")}};
}

} // namespace

std::string_view level_name(Level level)
{
    constexpr std::string_view names[] = {"remind", "warn", "refuse"};
    return names[static_cast<std::size_t>(level)];
}

bool meets(const Record& record, const Condition& condition)
{
    const auto& value = record[condition.field];
    if (condition.is == Condition::Is::same)
        return value == condition.value;
    if (is_empty(value))
        return true;
    const auto& day = std::get<Date>(value);
    const auto& bound = std::get<Date>(condition.value);
    return condition.is == Condition::Is::from ? day >= bound : day <= bound;
}

std::vector<Record> Lookup::matching(const EntityDef& def, const std::vector<Condition>& conditions)
{
    auto records = where(def, conditions.front().field, conditions.front().value);
    std::erase_if(records, [&](const Record& record) {
        return !std::ranges::all_of(
            conditions, [&](const Condition& condition) { return meets(record, condition); });
    });
    return records;
}

std::optional<Record> Lookup::another(
    const EntityDef& def, std::string_view field, const Value& value, const Uuid& except)
{
    for (auto& record : where(def, field, value))
        if (record.id != except)
            return std::move(record);
    return std::nullopt;
}

Findings check_definition(const Record& record, Lookup& lookup)
{
    Findings findings;
    for (std::size_t i = 0; const auto& field : record.def->fields) {
        const auto& value = record.values[i++];
        if (is_empty(value)) {
            if (field.required)
                findings.push_back({.rule = "D01",
                    .field = field.name,
                    .message = {msgid("Please fill in this field")}});
            continue;
        }
        if (auto finding = is_of_the_list(field, value))
            findings.push_back(std::move(*finding));
        if (auto finding = refers_to_something(field, value, lookup))
            findings.push_back(std::move(*finding));
    }
    return findings;
}

Findings check(const Record& record, Lookup& lookup, Date today)
{
    static const std::array all{rules_of<Place, check_reach, check_duty_leader>(), rules_of<Unit>(),
        rules_of<Item, check_stationing, check_layers>(), rules_of<Person>(),
        rules_of<Window, check_cover>(), rules_of<Posting, check_terms, check_status>(),
        rules_of<WindowItem>(), rules_of<WindowStaff, check_cover>(), rules_of<User>(),
        rules_of<ImpactAssessment>(), rules_of<Provision>(), rules_of<Retention>(),
        rules_of<BasisDocument>(), rules_of<Equipment>(), rules_of<EquipmentPatrol>(),
        rules_of<Authorisation>(), rules_of<AuthorisedItem>(),
        rules_of<Leave, check_leave_days, check_steps>(), rules_of<AttendanceDay>(),
        rules_of<Training>(), rules_of<Certificate>(), rules_of<Award>(), rules_of<HandoverCheck>(),
        rules_of<PostingChange, check_steps, check_moved>(), rules_of<Roster, check_duty>(),
        rules_of<RollCall>(), rules_of<ItemChange, check_steps>(), rules_of<ChainStep>(),
        rules_of<Approval>(), rules_of<ItemMaterial>(), rules_of<ItemFee>(), rules_of<Bundle>(),
        rules_of<BundleItem>(), rules_of<NegativeEntry>(), rules_of<UnitChange>(),
        rules_of<PlaceChange>(), rules_of<OutletItem>(), rules_of<AgencyCase>(),
        rules_of<OutletPatrol>(), rules_of<Inspection>(), rules_of<InspectionLine>(),
        rules_of<Checklist>(), rules_of<ChecklistLine>(), rules_of<ProblemFound>(),
        rules_of<Complaint>(), rules_of<BadRating>(), rules_of<UnableCase>(), rules_of<Tip>(),
        rules_of<Reporter>(), rules_of<Commitment>(), rules_of<Task>(), rules_of<CaseCount>(),
        rules_of<CalendarEntry>(), rules_of<Setting>(), rules_of<WindowPosition>(),
        rules_of<LocalField>(), rules_of<WindowUnit>(), rules_of<TypeCode>()};
    auto findings = check_definition(record, lookup);
    std::ranges::move(check_values(record, today), std::back_inserter(findings));
    const auto found = std::ranges::find(
        all, record.def->id, [](const EntityRules& rules) { return rules.def->id; });
    if (found != all.end())
        for (auto& finding : found->check(record, {lookup, today}))
            findings.push_back(std::move(finding));
    return findings;
}

std::span<const Area> areas()
{
    static const std::array all{
        Area{"place", msgid("Places and outlets"), {"place", "place_change", "basis_document"}},
        Area{"unit", msgid("Sending units"), {"unit", "unit_change"}},
        Area{"item", msgid("Service items"),
            {"item", "item_material", "item_fee", "bundle", "bundle_item", "item_change",
                "negative_entry", "case_count", "type_code"}},
        Area{"window", msgid("Windows"),
            {"window", "window_item", "window_unit", "window_staff", "window_position"}},
        Area{"staff", msgid("Staff at the hall"),
            {"person", "posting", "authorisation", "authorised_item", "posting_change",
                "handover_check", "training", "certificate", "award"}},
        Area{"day", msgid("Duty and attendance"),
            {"roll_call", "attendance_day", "leave", "roster", "chain_step", "approval"}},
        Area{"outlet", msgid("Outlets"), {"outlet_item", "agency_case", "outlet_patrol"}},
        Area{"equipment", msgid("Equipment"), {"equipment", "equipment_patrol"}},
        Area{"supervision", msgid("Supervision"),
            {"checklist", "checklist_line", "inspection", "inspection_line", "finding", "complaint",
                "bad_rating", "unable_case", "tip", "reporter", "commitment", "task"}},
        Area{"assessment", msgid("Assessments"),
            {"method", "period", "ledger_entry", "score", "ballot", "objection", "annual_grade"}},
        Area{"account", msgid("Accounts"), {"user"}},
        Area{"personal", msgid("Personal information"),
            {"impact_assessment", "provision", "retention"}},
        Area{
            "setting", msgid("Calendar and deadlines"), {"calendar_day", "setting", "local_field"}},
    };
    return all;
}

const Area* find_area(std::string_view name)
{
    const auto found = std::ranges::find(areas(), name, &Area::name);
    return found == areas().end() ? nullptr : &*found;
}

bool may_save(
    const Findings& findings, const EntityDef& def, const Org& org, const Surroundings& where)
{
    return std::ranges::none_of(findings, [&](const Finding& finding) {
        const auto* field = def.find(finding.field);
        return finding.level == Level::refuse && (!field || may_write(org, *field, where));
    });
}

} // namespace model
