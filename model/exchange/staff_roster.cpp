#include "model/exchange/staff_roster.h"

#include "model/base/message.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

namespace model {

namespace {

constexpr std::array<std::string_view, StaffRoster::parts> names{
    "person", "posting", "window_staff"};

/// Of who holds a window a roster tells no more; the days are those of the posting.
constexpr std::array<std::string_view, 3> of_window{"window", "slot", "shift"};

struct All {
    std::mutex mutex;
    std::map<std::array<const EntityDef*, StaffRoster::parts>, std::unique_ptr<StaffRoster>>
        rosters;
};

All& all()
{
    static All kept;
    return kept;
}

/// References to the person are the line itself, and two remarks would have one head.
bool is_in_rosters(StaffRoster::Part part, const FieldDef& field)
{
    if (field.type == Type::attachment || field.name == "minimised")
        return false;
    if (part == StaffRoster::posting)
        return field.name != "person" && field.name != "remark";
    return part == StaffRoster::person
        || std::ranges::find(of_window, field.name) != of_window.end();
}

void add_fields(StaffRoster& roster, StaffRoster::Part part)
{
    for (const auto& field : roster.registers[part]->fields) {
        if (!is_in_rosters(part, field))
            continue;
        auto& mine = roster.fields.emplace_back(field);
        mine.id = static_cast<int>(roster.fields.size());
        mine.required = field.name == "name" && part == StaffRoster::person;
        roster.origins.push_back({part, &field});
    }
}

std::unique_ptr<StaffRoster> put_together(
    const std::array<const EntityDef*, StaffRoster::parts>& registers)
{
    auto roster = std::make_unique<StaffRoster>();
    roster->registers = registers;
    for (const auto part : {StaffRoster::person, StaffRoster::posting, StaffRoster::window_staff})
        add_fields(*roster, part);
    roster->def = {.name = staff_roster_name,
        .label = msgid("Roster of staff"),
        .plural = msgid("Roster of staff"),
        .fields = roster->fields};
    return roster;
}

} // namespace

StaffRoster::Origin StaffRoster::origin(const FieldDef& field) const
{
    return origins.at(static_cast<std::size_t>(&field - fields.data()));
}

const StaffRoster& staff_roster(const Catalog& catalog)
{
    std::array<const EntityDef*, StaffRoster::parts> registers{};
    for (std::size_t i = 0; i < names.size(); ++i)
        registers[i] = &catalog.get(names[i]);
    auto& kept = all();
    const std::lock_guard lock(kept.mutex);
    auto& roster = kept.rosters[registers];
    if (!roster)
        roster = put_together(registers);
    return *roster;
}

const StaffRoster* roster_of(const EntityDef& def)
{
    if (def.name != staff_roster_name)
        return nullptr;
    auto& kept = all();
    const std::lock_guard lock(kept.mutex);
    const auto found = std::ranges::find_if(
        kept.rosters, [&](const auto& each) { return &each.second->def == &def; });
    return found == kept.rosters.end() ? nullptr : found->second.get();
}

const EntityDef* find_imported(const Catalog& catalog, std::string_view name)
{
    return name == staff_roster_name ? &staff_roster(catalog).def : catalog.find(name);
}

std::vector<std::string_view> head_registers(const EntityDef& def)
{
    std::vector<std::string_view> registers{def.name};
    if (def.name == staff_roster_name)
        registers.insert(registers.end(), names.begin(), names.end());
    return registers;
}

} // namespace model
