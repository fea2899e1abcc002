#pragma once

#include "model/schema/extra_field.h"

namespace model {

/// The registers to which an office may add fields of its own.
enum class ExtendedRegister {
    place,
    unit,
    item,
    person,
    window,
    posting,
    window_item,
    window_staff,
    impact_assessment,
    provision,
    basis_document,
    equipment,
    equipment_patrol,
    authorisation,
    authorised_item,
    leave,
    attendance_day,
    training,
    certificate,
    award,
    handover_check,
    posting_change,
    roster,
    roll_call,
    item_change,
    approval,
    item_material,
    item_fee,
    bundle,
    bundle_item,
    negative_entry,
    unit_change,
    outlet_item,
    agency_case,
    outlet_patrol,
    inspection,
    inspection_line,
    finding,
    complaint,
    bad_rating,
    unable_case,
    commitment,
    task,
    case_count,
};

template <>
inline constexpr std::array choices_of<ExtendedRegister>{
    Choice{"place", msgid("Places")},
    Choice{"unit", msgid("Units")},
    Choice{"item", msgid("Items")},
    Choice{"person", msgid("Staff")},
    Choice{"window", msgid("Windows")},
    Choice{"posting", msgid("Postings")},
    Choice{"window_item", msgid("Items at windows")},
    Choice{"window_staff", msgid("Staff at windows")},
    Choice{"impact_assessment", msgid("Impact assessments")},
    Choice{"provision", msgid("Provided and entrusted")},
    Choice{"basis_document", msgid("Basis documents")},
    Choice{"equipment", msgid("Equipment")},
    Choice{"equipment_patrol", msgid("Patrols of equipment")},
    Choice{"authorisation", msgid("Authorisations")},
    Choice{"authorised_item", msgid("Authorised items")},
    Choice{"leave", msgid("Leave and outings")},
    Choice{"attendance_day", msgid("Attendance")},
    Choice{"training", msgid("Training")},
    Choice{"certificate", msgid("Skill certificates")},
    Choice{"award", msgid("Awards and discipline")},
    Choice{"handover_check", msgid("Joining and leaving")},
    Choice{"posting_change", msgid("Changes of postings")},
    Choice{"roster", msgid("Duty roster")},
    Choice{"roll_call", msgid("Morning roll-calls")},
    Choice{"item_change", msgid("Changes of items")},
    Choice{"approval", msgid("Approvals")},
    Choice{"item_material", msgid("Materials of items")},
    Choice{"item_fee", msgid("Fees of items")},
    Choice{"bundle", msgid("One-thing bundles")},
    Choice{"bundle_item", msgid("Items of bundles")},
    Choice{"negative_entry", msgid("Negative list")},
    Choice{"unit_change", msgid("Changes of units")},
    Choice{"outlet_item", msgid("Items at outlets")},
    Choice{"agency_case", msgid("Help-and-agency cases")},
    Choice{"outlet_patrol", msgid("Patrols of outlets")},
    Choice{"inspection", msgid("Inspections")},
    Choice{"inspection_line", msgid("Lines of inspections")},
    Choice{"finding", msgid("Problems found")},
    Choice{"complaint", msgid("Complaint register")},
    Choice{"bad_rating", msgid("Bad ratings")},
    Choice{"unable_case", msgid("Cases that could not be done")},
    Choice{"commitment", msgid("Commitment letters")},
    Choice{"task", msgid("Tasks")},
    Choice{"case_count", msgid("Case counts")},
};

/// A field that an office added to a register itself (本地扩展字段): what it is called, holds and
/// asks for. Its values stand in the records of that register under the wire id that
/// extra_field_id() makes of this record's identity.
struct LocalField {
    Uuid id;
    std::optional<ExtendedRegister> on;
    std::string label;
    std::optional<ExtraKind> kind;
    std::string choices; ///< of a choice: "上午|下午|其他"
    std::optional<bool> required;
    std::optional<bool> personal;
    std::string hint;
    std::optional<std::int64_t> position;
    std::string office; ///< whose it is
    std::string region; ///< that office's division code: it is for records there and below
    std::optional<Date> retired;
    std::string remark;
};

template <>
const EntityDef& def_of<LocalField>();

template <>
std::span<const Field<LocalField>> fields_of<LocalField>();

} // namespace model
