#pragma once

#include "model/entities/assessed_kind.h"
#include "model/schema/entity.h"

namespace model {

/// An event of the assessment ledger: who, when, by which rule, how often, with the points as they
/// were computed when it was entered. It is never changed: an entry that adjusts it names it, says
/// why and who approved.
struct LedgerEntry {
    Uuid id;
    std::optional<Uuid> place;
    std::optional<Uuid> method;
    std::optional<AssessedKind> kind;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::optional<Uuid> outlet;
    std::optional<Date> day;
    std::string line;
    std::string text;
    std::optional<std::int64_t> count;
    std::optional<std::int64_t> minutes;
    std::optional<Decimal> each;
    std::optional<Decimal> points;
    std::optional<Uuid> adjusts;
    std::string reason;
    std::string approver;
    std::string recorder;
    std::optional<Date> recorded;
    std::string evidence;
    std::string source; ///< "attendance_day/…": the register and the record it comes from
    std::string remark;
};

template <>
const EntityDef& def_of<LedgerEntry>();

template <>
std::span<const Field<LedgerEntry>> fields_of<LedgerEntry>();

} // namespace model
