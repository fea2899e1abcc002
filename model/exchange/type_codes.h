#pragma once

#include "model/exchange/import_plan.h"
#include "model/store/record_store.h"

#include <map>
#include <string>
#include <vector>

namespace model {

/// The item type codes of a sheet that are of another list than ours, such as a province's own: as
/// the sheet writes them to ours.
using TypeCodes = std::map<std::string, std::string>;

/// What the office's own table says (entities/type_code.h).
TypeCodes type_codes_of(RecordStore& store);

/// A code that stands in the column of item types, in how many rows, and what it is taken for:
/// empty for one that is in no list.
struct TypeCodeUse {
    std::string code;
    int rows = 0;
    std::string meaning;
};

/// What a sheet that has a column of codes beside one of words says itself: a code that goes with
/// one and the same word in every row means what the word means. Only codes that would mean
/// something else, or nothing, by our list are told.
TypeCodes learn_type_codes(const ImportPlan& plan, const std::vector<SheetRow>& rows,
    const std::vector<Translate>& languages);

/// Puts our codes in the place of the sheet's.
void put_type_codes(const ImportPlan& plan, SheetRow& row, const TypeCodes& codes);

/// The codes of the sheet and what they mean with these; words are no codes.
std::vector<TypeCodeUse> type_codes_used(const ImportPlan& plan, const std::vector<SheetRow>& rows,
    const TypeCodes& codes, const std::vector<Translate>& languages);

/// Reads "03=02,06=05" or "03=行政处罚". Throws UsageError for what is no type of ours.
TypeCodes parse_type_codes(const std::string& text, const std::vector<Translate>& languages);

} // namespace model
