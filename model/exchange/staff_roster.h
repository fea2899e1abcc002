#pragma once

#include "model/schema/entity.h"

#include <array>

namespace model {

/// The staff roster as offices keep it (花名册): a line for each person, with what our registers
/// keep apart standing side by side. It is no register, but is read like one: its fields are those
/// of the three registers it is made of, as the file has them.
struct StaffRoster {
    EntityDef def; ///< "staff_roster", for heads, columns and templates

    /// In the order in which a line is taken in: each refers to those before it.
    enum Part { person, posting, window_staff, parts };
    std::array<const EntityDef*, parts> registers{};

    struct Origin {
        Part part = person;
        const FieldDef* field = nullptr;
    };

    /// Of which register a field of `def` is, and which one there.
    Origin origin(const FieldDef& field) const;

    std::vector<FieldDef> fields; ///< those of `def`
    std::vector<Origin> origins;
};

constexpr std::string_view staff_roster_name = "staff_roster";

/// The roster of the registers of that catalog; the same ones give the same object, which lives as
/// long as the program, so that threads may share it.
const StaffRoster& staff_roster(const Catalog& catalog);

/// The roster whose def it is; nullptr for a register.
const StaffRoster* roster_of(const EntityDef& def);

/// The register of that name, or what an import calls the roster; nullptr where there is neither.
const EntityDef* find_imported(const Catalog& catalog, std::string_view name);

/// Whose words for heads (assets/codes/heads.csv) count for the entity: its own, and for a roster
/// then those of the registers it is made of.
std::vector<std::string_view> head_registers(const EntityDef& def);

} // namespace model
