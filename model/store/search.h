#pragma once

#include "model/store/record_store.h"

#include <functional>
#include <string>
#include <vector>

namespace model {

/// A record that was found, what people call it, and the field that has the first of the words.
struct Hit {
    Record record;
    std::string title;
    const FieldDef* field = nullptr;
};

/// Whose search it is: which records he sees, and of which he reads personal values whole. What is
/// masked for him is found by what the mask leaves.
struct Searcher {
    std::function<bool(const Meta&)> sees = {};        ///< none: all
    std::function<bool(const Meta&)> reads_whole = {}; ///< none: all
    std::function<std::string(const FieldDef&, const Value&)> masked = {};
};

/// The records that hold every one of the words typed (search_words.h tells how they are meant), at
/// most `limit` of a register. Records whose title is what was typed, or all of whose initials are,
/// come first, then those that begin with it, and so do registers that have such. Records in the
/// recycle bin and those that only named handlers may see are not found. Brings the index up to
/// date first, which takes some seconds after a large import unless somebody did it before.
std::vector<Hit> search(
    RecordStore& store, const std::string& text, std::int64_t limit, const Searcher& who = {});

/// The same in one register, for what is offered while somebody types: it waits for no long
/// indexing, so of a large import not yet indexed some records may be missing.
std::vector<Hit> search_register(RecordStore& store, const EntityDef& def, const std::string& text,
    std::int64_t limit, const Searcher& who = {});

} // namespace model
