#include "model/commands/rights.h"

#include "model/commands/grants.h"
#include "model/store/placement.h"

#include <algorithm>

namespace model {

bool is_answered_by_units(const EntityDef& def)
{
    const bool is_of_unit = !def.home_via.empty() && def.home_via != "id";
    const auto* title = def.find(def.title);
    return is_of_unit && title && title->owner == Owner::agency;
}

bool may_enter(const Permission& permission, const EntityDef& def, const FieldDef& field,
    const Surroundings& where)
{
    const auto extent = permission.extent(Action::enter, def, field.personal);
    return extent.holds(where.scope, where.home)
        && (!extent.unit || field.owner == Owner::home_unit || !is_answered_by_units(def));
}

Surroundings Rights::around_new(const Record& record)
{
    Meta meta{.id = record.id, .def = record.def};
    Placement(store_.rows(), self_.scope()).place_new(meta, record, self_.org);
    return around(meta);
}

Surroundings Rights::around_changed(Meta meta, const Record& after)
{
    Placement(store_.rows(), self_.scope()).place(meta, after);
    return around(meta);
}

std::string Rights::name_of(const Org& owner)
{
    if (const auto id = Uuid::parse(owner.id); id && owner.role == Role::unit)
        return store_.title_of(*id);
    const auto* place = store_.catalog().find("place");
    if (owner.role != Role::outlet || !place)
        return owner.id;
    std::string name;
    for (const auto* tail : {"", "000"})
        for (const auto& record : store_.where(*place, "region", owner.id + tail)) {
            const auto type = to_text(record["type"]);
            if (type == "township_centre" || type == "village_station")
                return record.title();
            if (name.empty())
                name = record.title();
        }
    return name.empty() ? owner.id : name;
}

Message Rights::asks_for_document(const Org& owner)
{
    if (owner.role == Role::upstream)
        return {msgid("This is entered on behalf of the city or province: state the document it "
                      "rests on")};
    const auto name = name_of(owner);
    if (name != owner.id)
        return {msgid("This is entered on behalf of {1}: state the document it rests on"), {name}};
    return {msgid("This is entered on behalf of the office with the code {1}: state the document "
                  "it rests on"),
        {owner.id}};
}

Message Rights::why_not(const EntityDef& def, const FieldDef& field, const Surroundings& where)
{
    if (is_filled_by_the_program(def, field))
        return {msgid("The clean-up of personal information fills in this field")};
    if (!permission_.may(Action::enter, def, where, field.personal))
        return permission_.why_not(Action::enter);
    const auto owner = owner_of(field, where);
    if (!owner)
        return {msgid("This record belongs to another office: it can be read here, not changed")};
    switch (owner->role) {
    case Role::unit:
        return {msgid("{1} keeps this field: ask there to have it changed"), {name_of(*owner)}};
    case Role::outlet:
        return {msgid("The township keeps this field ({1}): ask there to have it changed"),
            {name_of(*owner)}};
    case Role::upstream:
        return {msgid("This field comes from the catalog of the city or province: it is changed "
                      "there, or by the hall office of the county")};
    case Role::agency:
        break;
    }
    return {msgid("The hall office of the county keeps this field: ask there to have it changed")};
}

std::optional<Message> Rights::why_not_back(const Meta& meta)
{
    const auto& title = *meta.def->find(meta.def->title);
    const auto where = around(meta);
    if (may(*meta.def, title, where))
        return std::nullopt;
    if (!permission_.may(Action::enter, *meta.def, where))
        return permission_.why_not(Action::enter);
    const auto name = store_.title_of(meta.id);
    const auto owner = owner_of(title, where);
    if (!owner)
        return Message{msgid("“{1}” was deleted by the office it belongs to: it decides whether it "
                             "comes back"),
            {name}};
    switch (owner->role) {
    case Role::agency:
        return Message{msgid("“{1}” was deleted: the hall office of the county decides whether it "
                             "comes back; ask there"),
            {name}};
    case Role::upstream:
        return Message{msgid("“{1}” was deleted: the city or province decides whether it comes "
                             "back; ask the hall office of the county"),
            {name}};
    case Role::unit:
    case Role::outlet:
        break;
    }
    return Message{msgid("“{1}” was deleted: {2} decides whether it comes back; ask there"),
        {name, name_of(*owner)}};
}

Findings Rights::check(
    const EntityDef& def, std::span<const FieldEdit> edits, const Surroundings& where)
{
    Findings findings;
    for (const auto& edit : edits)
        if (!may(def, *edit.field, where))
            findings.push_back({.rule = "rights",
                .field = edit.field->name,
                .message = why_not(def, *edit.field, where)});
    return findings;
}

Findings Rights::check_account(
    const EntityDef& def, std::span<const FieldEdit> edits, const Surroundings& where)
{
    Findings findings;
    for (const auto& edit : edits)
        if (!permission_.may(Action::enter, def, where, edit.field->personal))
            findings.push_back({.rule = "rights",
                .field = edit.field->name,
                .message = permission_.why_not(Action::enter)});
    return findings;
}

Findings Rights::check_new(
    const EntityDef& def, std::span<const FieldEdit> edits, const Surroundings& where)
{
    if (def.anyone_creates)
        return check_account(def, edits, where);
    auto findings = check(def, edits, where);
    if (const auto& title = *def.find(def.title); findings.empty() && !may(def, title, where))
        findings.push_back(
            {.rule = "rights", .field = title.name, .message = why_not(def, title, where)});
    return findings;
}

Findings Rights::check_account_change(
    const Record* before, const Record& after, std::span<const Record> others)
{
    if (!after.def->administrative)
        return {};
    const bool is_lower = self_.org.role == Role::outlet || self_.org.role == Role::unit;
    const auto office = is_lower ? Region::of(self_.region) : std::optional<Region>{};
    auto findings = check_grants(store_, permission_, office, before, after);
    if (findings.empty()) {
        std::vector<Record> all(others.begin(), others.end());
        all.push_back(after);
        findings = check_manager_stays(store_, all);
    }
    return findings;
}

std::optional<Message> Rights::why_not_gone(const Meta& meta)
{
    if (meta.def->administrative)
        return why_no_deletion_of_account();
    if (meta.def->name != "place")
        return std::nullopt;
    auto findings = check_manager_stays(store_, {}, meta.id);
    return findings.empty() ? std::nullopt : std::optional(std::move(findings.front().message));
}

Findings Rights::on_behalf(std::span<const FieldEdit> edits, const Surroundings& where,
    bool declared, const std::string& document)
{
    if (self_.org.role != Role::agency) {
        if (!declared)
            return {};
        return {{.rule = "on_behalf",
            .message = {msgid("Only the hall office of the county enters on behalf of others")}}};
    }
    if (declared && document.empty())
        return {{.rule = "on_behalf",
            .message = {msgid("An entry on behalf of the owner needs the document it rests on")}}};
    Findings findings;
    std::vector<Org> owners;
    for (const auto& edit : edits) {
        const auto owner = owner_of(*edit.field, where);
        if (declared || !owner || is_owner(self_.org, owner)
            || std::ranges::find(owners, *owner) != owners.end())
            continue;
        owners.push_back(*owner);
        findings.push_back({.rule = "on_behalf",
            .level = Level::remind,
            .field = edit.field->name,
            .message = asks_for_document(*owner)});
    }
    return findings;
}

} // namespace model
