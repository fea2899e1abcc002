#pragma once

#include "model/commands/editor.h"
#include "tests/support/office.h"
#include "tests/support/print.h"

#include <algorithm>

namespace tests {

/// An office whose clerk works through the editor.
struct Editing : Office {
    explicit Editing(std::string region = "430922") : Office(std::move(region)) {}

    using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

    static std::vector<FieldEdit> edits(const EntityDef& def, Fields fields)
    {
        std::vector<FieldEdit> list;
        for (const auto& [name, text] : fields) {
            const auto* field = def.find(name);
            list.push_back({field, parse_value(field->type, text, field->scale).value()});
        }
        return list;
    }

    /// Tests give the fields they are about, and few of those that a clerk has to fill in.
    Outcome create(
        std::string_view entity, Fields fields, const EntryOptions& options = {.may_lack = true})
    {
        return editor.create(def(entity), edits(def(entity), fields), options);
    }

    /// Creates what must be possible and gives its id.
    Uuid made(std::string_view entity, Fields fields)
    {
        const auto outcome = create(entity, fields);
        BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
        return outcome.id;
    }

    Outcome set(const Uuid& id, Fields fields, const EntryOptions& options = {})
    {
        return editor.set(id, edits(*store.find_any(id).value().first.def, fields), options);
    }

    bool is_deleted(const Uuid& id) { return store.find_any(id).value().first.deleted; }

    Hash128 digest()
    {
        return store.rows().digest([](Scope, const Uuid&) { return true; });
    }

    /// What the digest must be: the sum over the rows themselves.
    Hash128 digest_of(std::initializer_list<Uuid> ids)
    {
        Hash128 sum;
        for (const auto& id : ids)
            sum ^= store.rows().hash_of(store.find_any(id)->first);
        return sum;
    }

    /// "refuse W01 number", the finding of that rule, or empty.
    static std::string told(const Outcome& outcome, std::string_view rule = {})
    {
        std::string all;
        for (const auto& finding : outcome.findings)
            if (rule.empty() || finding.rule == rule)
                all += std::string(all.empty() ? "" : "; ") + std::string(level_name(finding.level))
                    + ' ' + std::string(finding.rule) + ' ' + std::string(finding.field);
        return all;
    }

    static std::string sentence(const Outcome& outcome, std::string_view rule)
    {
        const auto found = std::ranges::find(outcome.findings, rule, &Finding::rule);
        return found == outcome.findings.end() ? "" : english(found->message);
    }

    Editor editor{store, clerk};
};

/// The same at a township's service centre.
struct TownshipEditing : Editing {
    TownshipEditing() : Editing("430922101") {}
};

} // namespace tests
