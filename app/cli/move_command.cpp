#include "app/cli/move_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/move_posting.h"
#include "model/entities/person.h"
#include "model/entities/posting_change.h"
#include "model/exchange/entry.h"
#include "model/exchange/typed_date.h"

#include "i18n/translations.h"
#include <algorithm>
#include <array>
#include <utility>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

// The options and the fields they fill.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> of_change{
    {{"reason", "reason"}, {"document", "document"}, {"approver", "approver"}, {"until", "until"},
        {"end-kind", "end_kind"}, {"trial-until", "trial_until"}}};

const model::EntityDef& postings()
{
    return model::def_of<model::Posting>();
}

model::Date day_asked(Call& call)
{
    if (!call.line().has("on"))
        return call.store().today();
    const auto day = model::parse_typed_date(call.line().value("on"), call.store().today());
    if (!day)
        throw UsageError({msgid("--{1} takes a day such as 2026-01-31, not “{2}”"),
            {"on", call.line().value("on")}});
    return *day;
}

/// The posting of that id or person; a person's that goes on, where only one does.
model::Uuid posting_asked(Call& call)
{
    const auto& word = call.operand(0);
    if (const auto id = model::Uuid::parse(model::trimmed(word));
        id && call.store().find(model::def_of<model::Person>(), *id)) {
        const auto current = model::current_postings(call.store(), *id);
        if (current.size() == 1)
            return current.front();
        throw model::Error({current.empty()
                ? msgid("The person has no posting that goes on: add one among the postings")
                : msgid("The person has {1} postings that go on: name the id of the one that is "
                        "meant"),
            {std::to_string(current.size())}});
    }
    return call.record(postings(), word);
}

const char* status_label(std::string_view code)
{
    const auto* label = model::label_of(model::choices_of<model::PostingStatus>, code);
    return label ? label : msgid("No status yet");
}

/// A field that is filled: of the posting, or else of the register of changes.
const model::FieldDef& field_named(std::string_view name)
{
    const auto* field = postings().find(name);
    return field ? *field : *model::def_of<model::PostingChange>().find(name);
}

model::StatusChange read_change(Call& call, model::Findings& findings)
{
    model::EntryReader reader(
        call.store(), {call.translate(), i18n::translator(i18n::languages[0])});
    const auto read = [&](const model::FieldDef& field, const std::string& text) {
        const auto entry = reader.read(field, text);
        if (const auto* refused = std::get_if<model::Message>(&entry)) {
            findings.push_back({.rule = "entry", .field = field.name, .message = *refused});
            return model::Value{};
        }
        return std::get<model::Value>(entry);
    };
    const auto& line = call.line();
    model::StatusChange change{
        .to = model::to_text(read(field_named("status"), line.value("to"))), .on = day_asked(call)};
    for (const auto& [option, field] : of_change)
        if (line.has(option))
            change.given[std::string(field)] = read(field_named(field), line.value(option));
    if (line.has("reason")) // of who leaves it is the reason of the end
        change.given["end_reason"] = change.given["reason"];
    return change;
}

std::vector<std::string> needs_of(Call& call, const model::OfferedMove& offered)
{
    std::vector<std::string> needs;
    for (const auto& each : offered.fields)
        needs.push_back(call.text(each.field->label) + (each.is_needed ? "" : "*"));
    return needs;
}

json::object to_json(const model::OfferedMove& offered)
{
    json::array fields;
    for (const auto& each : offered.fields)
        fields.push_back(
            {{"field", each.field->name}, {"of", each.of_change ? "posting_change" : "posting"},
                {"needed", each.is_needed}, {"value", app::to_json(each.value)}});
    return {{"to", offered.move->to}, {"fields", std::move(fields)}};
}

Exit tell_moves(Call& call, const model::Uuid& posting)
{
    const auto status = model::to_text(call.store().find(postings(), posting).value()["status"]);
    const auto offered =
        understood([&] { return model::moves_for(call.store(), posting, day_asked(call)); });
    if (call.json()) {
        json::array moves;
        for (const auto& each : offered)
            moves.push_back(to_json(each));
        call.answer({{"posting", posting.text()}, {"status", status}, {"moves", std::move(moves)}});
        return Exit::done;
    }
    call.print(call.text(
        {msgid("{1}: {2}"), {call.store().title_of(posting), call.text(status_label(status))}}));
    TextTable table({call.text(msgid("New status")), call.text(msgid("Code")),
        call.text(msgid("What it needs (* one of these)"))});
    for (const auto& each : offered)
        table.add({call.text(status_label(each.move->to)), each.move->to,
            model::join(needs_of(call, each), call.text(msgid(", ")))});
    call.print(table.text());
    return Exit::done;
}

void answer(Call& call, const model::Uuid& posting, const model::Outcome& outcome)
{
    call.answer({{"id", posting.text()}, {"done", outcome.done},
        {"changed", outcome.done && outcome.changed},
        {"status", model::to_text(call.store().find(postings(), posting).value()["status"])},
        {"findings", app::to_json(outcome.findings, call.translate())},
        {"command", outcome.command ? json::value(outcome.command) : json::value(nullptr)}});
}

} // namespace

Exit move_posting(Call& call)
{
    call.writable("posting");
    const auto posting = posting_asked(call);
    if (!call.line().has("to"))
        return tell_moves(call, posting);
    model::Outcome outcome;
    const auto change = read_change(call, outcome.findings);
    const bool is_dry = call.line().has("dry-run");
    if (outcome.findings.empty())
        outcome =
            understood([&] { return model::move_posting(call.editor(), posting, change, is_dry); });
    call.note(postings(), outcome.findings);
    if (call.json())
        answer(call, posting, outcome);
    if (!outcome.done)
        return Exit::failed;
    if (call.json())
        return Exit::done;
    if (is_dry)
        call.print(call.text(msgid("Nothing stands against it; nothing was saved (--dry-run)")));
    else
        call.print(call.text({outcome.changed ? msgid("{1}: the status is “{2}” now")
                                              : msgid("{1}: the status was “{2}” already"),
            {call.store().title_of(posting), call.text(status_label(change.to))}}));
    return Exit::done;
}

} // namespace app
