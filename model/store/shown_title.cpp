#include "model/store/shown_title.h"

#include "model/base/text.h"

#include <algorithm>

namespace model {

namespace {

bool is_masked(RecordStore& store, const Record& record)
{
    const auto& def = *record.def;
    if (!def.find(def.title)->personal)
        return false;
    if (!def.find("register")) // as what belongs to a record of any register has
        return true;
    const auto* of = store.catalog().find(to_text(record["register"]));
    return !of || std::ranges::any_of(of->fields, &FieldDef::personal);
}

} // namespace

std::string shown_title(RecordStore& store, const Record& record)
{
    if (const auto* other = std::get_if<Uuid>(&record[record.def->title]))
        return store.title_of(*other);
    auto title = record.title();
    // As all words that are no numbers are masked (access/masking.h).
    if (!title.empty() && is_masked(store, record))
        title = to_utf8(to_utf32(title).substr(0, 1)) + "**";
    return title;
}

} // namespace model
