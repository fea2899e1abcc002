#pragma once

#include "model/commands/store_lookup.h"
#include "tests/support/office.h"
#include "tests/support/print.h"

#include <algorithm>

namespace tests {

using namespace std::chrono;

/// An office whose records are asked what the rules say of them on a day of the test's choice.
struct Rulebook : Office {
    /// "warn id_number", or empty where the rule has nothing to say of such a record.
    std::string says(std::string_view rule, const Record& record)
    {
        StoreLookup lookup(store);
        const auto findings = check(record, lookup, today);
        const auto found = std::ranges::find(findings, rule, &Finding::rule);
        if (found == findings.end())
            return {};
        last = *found;
        return std::string(level_name(found->level)) + ' ' + std::string(found->field);
    }

    std::string says(std::string_view rule, std::string_view entity,
        std::initializer_list<std::pair<std::string_view, std::string>> fields)
    {
        return says(rule, make(def(entity), new_id(), fields));
    }

    std::string says(std::string_view rule, const Uuid& id)
    {
        return says(rule, store.find_any(id).value().second);
    }

    /// The sentence of the rule asked last.
    std::string sentence() const { return english(last.message); }

    Date today = 2026y / November / 23;
    Finding last;
};

} // namespace tests
