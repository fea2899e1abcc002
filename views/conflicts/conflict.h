#pragma once

#include "model/sync/inbox.h"
#include "views/form/field_editor.h"

#include <functional>
#include <set>
#include <vector>

namespace views {

/// Where the entries come from that wait for a person, and where decisions go.
struct Conflicts {
    std::function<std::vector<model::InboxItem>()> open = [] {
        return std::vector<model::InboxItem>{};
    };

    /// Whether the personal values of the item may be shown whole, which is then noted.
    std::function<bool(const model::InboxItem&)> reads_whole = [](const auto&) { return true; };

    /// Which records may be offered where a reference is decided.
    FieldEditor::Seen seen = {};

    /// Settles a conflict by one of its three values, or puts a notice away. Throws Error.
    std::function<void(const model::InboxItem&, model::Take)> take = {};

    /// Settles a conflict by a value of its own; not done where the rules refuse it. Gives all that
    /// the rules find in it. Throws Error.
    std::function<model::Outcome(const model::InboxItem&, const model::Value&)> enter = {};
};

/// The records of a register about which a person must decide.
inline std::set<model::Uuid> records_in_conflict(
    const Conflicts& conflicts, const model::EntityDef& def)
{
    std::set<model::Uuid> records;
    for (const auto& item : conflicts.open())
        if (item.def && item.def->id == def.id && item.asks())
            records.insert(item.record);
    return records;
}

} // namespace views
