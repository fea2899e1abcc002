#pragma once

#include "model/schema/entity.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// What an extra field holds.
enum class ExtraKind { text, number, decimal, date, choice };

template <>
inline constexpr std::array choices_of<ExtraKind>{
    Choice{"text", msgid("Text")},
    Choice{"number", msgid("Whole number")},
    Choice{"decimal", msgid("Number with two decimals")},
    Choice{"date", msgid("Date")},
    Choice{"choice", msgid("Choice of a list")},
};

/// A field that an office added to a register itself, as its definition says (本地扩展字段).
struct ExtraField {
    int id = 0;              ///< on the wire, made of the definition's identity: extra_field_id()
    std::string office = {}; ///< whose it is
    Region region = {};      ///< whose records it is for; none: of the whole county
    std::string label = {};
    ExtraKind kind = ExtraKind::text;
    std::vector<std::string> choices = {}; ///< of a choice, in their order
    bool required = false;
    bool personal = false;
    std::string hint = {};
    std::string region_code = {}; ///< as the definition has it

    bool operator==(const ExtraField&) const = default;

    /// Whether it is for a record of that place.
    bool applies_to(Scope scope) const;

    Type type() const;
};

/// The least id of an extra field; the program's own fields have smaller ones.
constexpr int first_extra_field = 200'000;

/// The wire id that the definition of that identity gives its field: the same on every machine, and
/// of six digits, which is as many as older programs pass on.
int extra_field_id(const Uuid& definition);

/// "上午|下午|其他" as three, trimmed, without empty ones; also parted by 、 and by lines.
std::vector<std::string> choices_in(std::string_view text);

/// The entity with these fields behind its own. The same fields give the same object, which is
/// never changed and lives as long as the program, so that threads may share it. Labels that are
/// alike are told apart by their offices.
const EntityDef& extended(const EntityDef& def, const std::vector<ExtraField>& extras);

/// What is known of the field as an extra one; nullptr for the program's own.
const ExtraField* extra_of(const FieldDef& field);

/// Whether records of the county's office itself are for all offices below it, too: definitions of
/// extra fields are.
inline bool is_for_those_below(const EntityDef& def)
{
    return def.name == "local_field";
}

/// The record with the fields of another state of the catalog; values of fields that are not in it
/// are left out.
Record fitted(const EntityDef& def, const Record& record);

/// The same entities in a list that lives as long as the program.
std::span<const EntityDef* const> kept_list(const std::vector<const EntityDef*>& entities);

} // namespace model
