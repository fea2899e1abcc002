#pragma once

#include "model/schema/entity.h"

namespace model {

/// By whom a unit is led; see the assessment matrix.
enum class UnitCategory {
    county_department,
    vertical,
    agency,
    township,
    village,
    enterprise,
    intermediary,
    contractor,
    other
};

template <>
inline constexpr std::array choices_of<UnitCategory>{
    Choice{"county_department", msgid("County department")},
    Choice{"vertical", msgid("Vertically managed unit")},
    Choice{"agency", msgid("Hall office")},
    Choice{"township", msgid("Township or street")},
    Choice{"village", msgid("Village or community")},
    Choice{"enterprise", msgid("Enterprise, bank or post")},
    Choice{"intermediary", msgid("Intermediary")},
    Choice{"contractor", msgid("Contractor for purchased service")},
    Choice{"other", msgid("Other")},
};

/// An organisation that sends staff or has items at the hall. Its category decides who grades its
/// staff (the data matrix of assessment).
struct Unit {
    Uuid id;
    std::string name;
    std::string short_name;
    std::string credit_code;
    std::optional<UnitCategory> category;
    std::optional<Uuid> parent;
    std::string phone;
    std::string contact;
    std::string address;
    std::optional<Date> closed;
    std::string closed_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Unit>();

template <>
std::span<const Field<Unit>> fields_of<Unit>();

} // namespace model
