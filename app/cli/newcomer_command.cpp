#include "app/cli/newcomer_command.h"

#include "app/cli/json.h"
#include "model/commands/newcomer.h"
#include "model/exchange/entry.h"
#include "model/schema/extra_field.h"

#include "i18n/translations.h"
#include <algorithm>
#include <array>

namespace app {

namespace {

using model::msgid;
using model::UsageError;

constexpr std::array<std::string_view, 2> of_window{"window", "slot"};
constexpr std::array<std::string_view, 9> of_posting{
    "unit", "place", "source", "identity", "post", "status", "chief", "from", "trial_until"};

/// The records that the operands fill, with the fields that offices added.
struct Typed {
    explicit Typed(const model::Catalog& catalog)
        : person(model::Record::empty(*catalog.find("person"), {}))
        , posting(model::Record::empty(*catalog.find("posting"), {}))
        , post(model::Record::empty(*catalog.find("window_staff"), {}))
    {
    }

    model::Record& of(std::string_view field)
    {
        if (std::ranges::find(of_window, field) != of_window.end())
            return post;
        if (std::ranges::find(of_posting, field) != of_posting.end())
            return posting;
        for (auto* record : {&person, &posting, &post})
            for (const auto& each : record->def->fields)
                if (model::extra_of(each) && (each.name == field || each.label == field))
                    return *record;
        return person;
    }

    std::vector<model::FieldEdit> extras() const
    {
        std::vector<model::FieldEdit> edits;
        for (const auto* record : {&person, &posting, &post})
            for (const auto& field : record->def->fields)
                if (model::extra_of(field) && !model::is_empty((*record)[field.name]))
                    edits.push_back({&field, (*record)[field.name]});
        return edits;
    }

    model::Record person;
    model::Record posting;
    model::Record post;
};

Typed read(Call& call, model::Findings& findings)
{
    Typed typed(call.store().catalog());
    model::EntryReader reader(
        call.store(), {call.translate(), i18n::translator(i18n::languages[0])});
    for (const auto& word : call.line().operands) {
        const auto sign = word.find('=');
        if (sign == std::string::npos || sign == 0)
            throw UsageError({msgid("“{1}” is not a field: write it as field=value"), {word}});
        const auto name = word.substr(0, sign);
        auto& record = typed.of(name);
        const auto& field = call.field(*record.def, name);
        const auto entry = reader.read(field, word.substr(sign + 1));
        if (const auto* refused = std::get_if<model::Message>(&entry))
            findings.push_back({.rule = "entry", .field = field.name, .message = *refused});
        else
            record[field.name] = std::get<model::Value>(entry);
    }
    return typed;
}

} // namespace

Exit newcomer(Call& call)
{
    const auto& def = call.writable("person");
    model::Outcome outcome;
    const auto typed = read(call, outcome.findings);
    if (outcome.findings.empty()) {
        const auto post = model::from_record<model::WindowStaff>(typed.post);
        model::Newcomer all{.person = model::from_record<model::Person>(typed.person),
            .posting = model::from_record<model::Posting>(typed.posting),
            .window = post.window,
            .slot = post.slot.value_or(model::Slot::a),
            .document = call.line().value("document"),
            .extras = typed.extras()};
        if (call.line().has("person"))
            all.person.id = call.record(def, call.line().value("person"));
        all.posting.document = all.document;
        if (!all.posting.from)
            all.posting.from = call.store().today();
        outcome = model::enter_newcomer(call.editor(), all);
    }
    call.note(def, outcome.findings);
    if (call.json())
        call.answer({{"id",
                         outcome.done ? boost::json::value(outcome.id.text())
                                      : boost::json::value(nullptr)},
            {"changed", outcome.changed},
            {"findings", to_json(outcome.findings, call.translate())}});
    else if (outcome.done)
        call.print(call.text({msgid("{1} {2} was added  {3}"),
            {call.text(def.label), call.store().title_of(outcome.id), outcome.id.text()}}));
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace app
