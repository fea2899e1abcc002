#pragma once

#include "model/entities/handover_check.h"
#include "model/entities/posting.h"
#include "model/store/record_store.h"

namespace model {

/// What the file knows of a matter that is to be settled when the person of the posting leaves, one
/// text for each thing: "桃审授〔2026〕3号（县市场监管局）", "A01窗口A岗". Empty where it knows
/// nothing, or the matter is one of which it keeps no records.
std::vector<std::string> known_of_leaver(
    RecordStore& store, const Posting& posting, CheckMatter matter);

} // namespace model
