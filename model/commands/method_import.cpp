#include "model/commands/method_import.h"

#include "model/assessing/kept_methods.h"
#include "model/assessment/method_reader.h"
#include "model/commands/entry_check.h"
#include "model/commands/require.h"
#include "model/commands/store_lookup.h"
#include "model/entities/method_text.h"
#include "model/entities/period.h"

#include <algorithm>

namespace model {

namespace {

Method header_of(const AssessmentMethod& method)
{
    Method header;
    header.name = method.name;
    header.code = method.id;
    header.version = method.version;
    for (const auto kind : method.objects)
        header.objects.emplace_back(
            choices_of<AssessedKind>.at(static_cast<std::size_t>(kind)).code);
    header.objects = make_set(std::move(header.objects));
    header.period = method.period;
    header.from = method.from;
    header.to = method.to;
    header.lines = static_cast<std::int64_t>(method.lines.size());
    header.partial = method.is_partial;
    header.document = method.source.document;
    return header;
}

bool closed_a_period(RecordStore& store, const Uuid& method)
{
    return std::ranges::any_of(store.where(def_of<Period>(), "method", method),
        [](const Record& record) { return from_record<Period>(record).locked.has_value(); });
}

Record text_record(const Uuid& method, std::string_view file)
{
    MethodText text;
    text.id = method_text_id(method);
    text.method = method;
    text.content = std::string(file);
    return to_record(text);
}

/// The header and its text in one step.
Outcome enter(Editor& editor, const Record& header, const Record& text)
{
    auto& store = editor.store();
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    const auto found = store.find_any(header.id);
    const bool is_there = found && !found->first.deleted;
    auto after = header;
    if (is_there) // what the file does not say stays
        for (const auto* kept : {"remark", "end_reason"})
            after[kept] = found->second[kept];
    auto checked = is_there ? check.changed(found->first, found->second, after) : check.made(after);
    Outcome outcome{.done = checked.is_allowed || (is_there && checked.edits.empty()),
        .id = header.id,
        .findings = std::move(checked.findings)};
    if (!outcome.done)
        return outcome;
    Batch batch(
        store, {.label = {msgid("Method {1}"), {header.title()}}, .account = editor.account()});
    if (!is_there)
        batch.create(after);
    else if (!checked.edits.empty())
        batch.set(header.id, checked.edits);
    const auto old = store.find_any(text.id);
    const FieldEdit content{text.def->find("content"), text["content"]};
    if (!old || old->first.deleted)
        batch.create(text);
    else
        batch.set(text.id, {&content, 1});
    outcome.command = batch.commit();
    outcome.changed = outcome.command != 0;
    return outcome;
}

} // namespace

MethodImport import_method(Editor& editor, std::string_view file)
{
    auto reading = read_method(file);
    if (!reading.method)
        return {.outcome = {}, .problems = std::move(reading.problems)};
    auto& store = editor.store();
    require(editor, Action::enter, def_of<Method>());
    auto header = to_record(header_of(*reading.method));
    header.id = identity_for(header, store.clock(), store.random());
    if (closed_a_period(store, header.id) && method_text(store, header.id) != file) {
        Outcome refused{.id = header.id};
        refused.findings.push_back({.rule = "M01",
            .field = "version",
            .message = {
                msgid("A period was closed by version {1} of “{2}”, which therefore stays as "
                      "it is: give the changed rules another version"),
                {reading.method->version, reading.method->name}}});
        return {.outcome = std::move(refused), .problems = {}};
    }
    auto outcome = enter(editor, header, text_record(header.id, file));
    if (!outcome.done)
        note_denied(editor, msgid("Had no right to add this record"), def_of<Method>(), {},
            outcome.findings);
    return {.outcome = std::move(outcome), .problems = {}};
}

} // namespace model
