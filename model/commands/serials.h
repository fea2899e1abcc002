#pragma once

#include "model/store/record_store.h"

#include <map>
#include <optional>
#include <string>

namespace model {

/// What a new record of the register is numbered with, where nobody types a number:
/// "投诉〔2026〕012号", at a computer that has joined a county "投诉〔2026〕3-012号" with that
/// computer's number, so that two that are offline never give the same one out. The year is that of
/// the record's own day (when it was received, set, done), of today (in China) where it has none.
/// SerialNumbers begin anew each year and count on from the greatest that is or was here, the recycle bin
/// included and whatever its digits. Nothing for a register that keeps no such numbers: word, day
/// and digits of each stand in assets/codes/serials.csv, and numbers of documents (文号) are typed
/// from the document. Throws StoreError.
std::optional<std::string> next_serial(RecordStore& store, const Record& record);

/// The same for many records of one step: what is there is looked at once.
class SerialNumbers {
public:
    explicit SerialNumbers(RecordStore& store) : store_(store) {}

    std::optional<std::string> next(const Record& record);

private:
    std::int64_t greatest(const FieldDef& field, const EntityDef& def, const std::string& before);

    RecordStore& store_;
    std::map<std::string, std::int64_t> greatest_; ///< by what stands before the serial
};

/// The field it stands in; nullptr for such a register.
const FieldDef* serial_field(const EntityDef& def);

/// "投诉〔2026〕012号": a number of the register, at a computer without a number of its own; empty
/// for a register that keeps none.
std::string serial_text(const EntityDef& def, int year, std::int64_t serial);

} // namespace model
