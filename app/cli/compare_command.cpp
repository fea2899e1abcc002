#include "app/cli/compare_command.h"

#include "app/cli/json.h"
#include "app/cli/sheet_options.h"
#include "app/terminal/text_table.h"
#include "model/access/backup_plan.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/entities/item.h"
#include "model/exchange/comparison_sheet.h"
#include "model/exchange/edition_accept.h"
#include "model/exchange/edition_keep.h"
#include "model/exchange/entry.h"
#include "model/exchange/sheet_look.h"
#include "model/exchange/sheet_writer.h"
#include "model/exchange/typed_date.h"

#include <algorithm>
#include <charconv>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

/// How many entries and unreadable rows are printed.
constexpr std::size_t lines_shown = 60;
constexpr std::size_t widest = 40;

std::int64_t number_of(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        throw UsageError({msgid("“{1}” is no number of a kept comparison: see hallctl "
                                "compare-catalog without a sheet"),
            {text}});
    return number;
}

model::Covered covered_by(Call& call)
{
    const auto word = call.line().value("covers", "named");
    if (word == "named")
        return model::Covered::named;
    if (word == "all")
        return model::Covered::all;
    if (word == "nothing")
        return model::Covered::nothing;
    throw UsageError({msgid("--covers is named, all or nothing, not “{1}”"), {word}});
}

/// The edition of the sheet, or the kept one.
model::Edition edition_asked(Call& call)
{
    const auto& line = call.line();
    const auto languages = languages_of_sheets(call);
    model::TypeCodes types;
    if (line.has("types"))
        types = model::parse_type_codes(line.value("types"), languages);
    if (line.has("resume")) {
        auto edition = model::kept_edition(call.store(), number_of(line.value("resume")));
        for (const auto& [code, ours] : types)
            edition.types[code] = ours;
        if (line.has("covers"))
            edition.covered = covered_by(call);
        return edition;
    }
    const auto path = model::path_of(call.operand(0));
    const auto covered = covered_by(call);
    model::EditionOptions options{.sheet = {.encoding = line.value("encoding"),
                                      .sheet = line.value("sheet"),
                                      .languages = languages},
        .covered = covered,
        .types = types};
    const auto& def = model::def_of<model::Item>();
    if (line.has("map"))
        options.sheet.map = head_map(call, def, line.value("map"));
    else if (model::recall_heads(call.store(), def, path, options.sheet))
        call.note(call.text(msgid("Columns are matched as they were for the last sheet with these "
                                  "heads; --map says otherwise")));
    return model::read_edition(call.store(), path, options);
}

/// "all", kinds and codes, parted by commas: which entries are meant. Throws UsageError for a word
/// that is none of these.
std::vector<model::EditionChoice> choices_asked(Call& call, const model::Comparison& comparison)
{
    std::set<std::size_t> chosen;
    const auto choose = [&](const auto& is_meant) {
        const auto before = chosen.size();
        for (std::size_t i = 0; i < comparison.entries.size(); ++i)
            if (is_meant(comparison.entries[i]))
                chosen.insert(i);
        return chosen.size() > before;
    };
    for (const auto& part : model::split(call.line().value("accept"), ',')) {
        const auto word = model::trimmed(part);
        const auto kind = model::parse_difference(word);
        if (word == "all" || kind)
            choose([&](const model::EditionEntry& entry) { return !kind || entry.kind == *kind; });
        else if (!choose([&](const model::EditionEntry& entry) { return entry.code == word; }))
            throw UsageError({msgid("“{1}” is neither all nor added, changed, moved, recoded or "
                                    "withdrawn, nor the code of an item in which the two differ"),
                {word}});
    }
    std::set<const model::FieldDef*> left_out;
    if (call.line().has("fields")) {
        const auto& def = model::def_of<model::Item>();
        for (const auto& field : def.fields)
            left_out.insert(&field);
        for (const auto& name : model::split(call.line().value("fields"), ','))
            left_out.erase(&call.field(def, model::trimmed(name)));
    }
    std::vector<model::EditionChoice> choices;
    for (const auto entry : chosen)
        choices.push_back({entry, left_out});
    return choices;
}

model::EditionTerms terms_of(Call& call, const model::Edition& edition)
{
    const auto& line = call.line();
    model::EditionTerms terms{.on = call.store().today(),
        .reason = line.value("reason"),
        .document = line.value("document"),
        .dry_run = line.has("dry-run")};
    if (line.has("on")) {
        const auto day = model::parse_typed_date(line.value("on"), terms.on);
        if (!day)
            throw UsageError(
                {msgid("“{1}” is no day: write it as 2026-01-31"), {line.value("on")}});
        terms.on = *day;
    }
    if (terms.reason.empty())
        terms.reason = call.text({msgid("Not in the edition {1}"), {edition.name}});
    return terms;
}

json::object entry_json(Call& call, const model::EditionEntry& entry)
{
    json::array fields;
    for (const auto& field : entry.fields)
        fields.push_back({{"field", field.field->name}, {"old", to_json(field.before)},
            {"new", to_json(field.after)}});
    json::object told{{"kind", model::difference_name(entry.kind)}, {"code", entry.code},
        {"name", entry.name}, {"unit", entry.unit}, {"comes_back", entry.comes_back},
        {"fields", std::move(fields)}, {"findings", to_json(entry.findings, call.translate())}};
    told["row"] = entry.row ? json::value(entry.row) : json::value(nullptr);
    told["id"] = entry.record.is_nil() ? json::value(nullptr) : json::value(entry.record.text());
    return told;
}

json::object error_json(Call& call, const model::ImportError& error)
{
    return {{"row", error.row}, {"column", error.column}, {"value", error.value},
        {"reason", call.text(error.reason)}};
}

struct Done {
    std::int64_t kept = 0;
    std::optional<model::EditionOutcome> outcome = {};
};

void answer(Call& call, const model::Edition& edition, const model::Comparison& comparison,
    const Done& done)
{
    AnswerInParts answer;
    answer.put("edition", json::value(edition.name));
    answer.put("kept", done.kept ? json::value(done.kept) : json::value(nullptr));
    answer.put("rows", comparison.rows);
    answer.put("same", comparison.same);
    for (std::size_t i = 0; i < model::difference_kinds; ++i)
        answer.put(model::difference_name(static_cast<model::Difference>(i)), comparison.counts[i]);
    answer.put("unreadable", comparison.unreadable);
    answer.put_each(
        "entries", comparison.entries, [&](const auto& entry) { return entry_json(call, entry); });
    answer.put_each(
        "errors", comparison.errors, [&](const auto& error) { return error_json(call, error); });
    answer.put_each(
        "notes", comparison.notes, [&](const auto& note) { return json::value(call.text(note)); });
    answer.put_each("types", comparison.types, [&](const model::TypeCodeUse& use) {
        return json::object{{"code", use.code}, {"rows", use.rows}, {"meaning", use.meaning}};
    });
    if (!done.outcome)
        return;
    answer.put("taken", done.outcome->taken);
    answer.put("units", done.outcome->units);
    answer.put("command",
        done.outcome->command ? json::value(done.outcome->command) : json::value(nullptr));
    answer.put_each("refused", done.outcome->refused, [&](const auto& refused) {
        const auto& entry = comparison.entries[refused.first];
        return json::object{{"kind", model::difference_name(entry.kind)}, {"code", entry.code},
            {"reason", call.text(refused.second)}};
    });
}

/// "承诺时限 20 → 15；…", or of an added item nothing.
std::string changes_of(Call& call, const model::EditionEntry& entry)
{
    if (entry.kind == model::Difference::added)
        return entry.comes_back ? call.text(msgid("comes back from the recycle bin"))
                                : std::string();
    std::vector<std::string> changes;
    for (const auto& field : entry.fields) {
        const auto shown = [&](const model::Value& value) {
            if (model::is_empty(value))
                return call.text(msgid("(empty)"));
            return model::entry_text(*field.field, value, call.store(), call.translate());
        };
        const auto after = field.field->name == "unit" ? entry.unit : shown(field.after);
        changes.push_back(call.text(field.field->label) + ' ' + cut(shown(field.before), widest)
            + " → " + cut(after, widest));
    }
    return model::join(changes, call.text(msgid("; ")));
}

void print(Call& call, const model::Comparison& comparison)
{
    TextTable table({call.text(msgid("Difference")), call.text(msgid("Row")),
                        call.text(msgid("Item code")), call.text(msgid("Item name")),
                        call.text(msgid("Unit")), call.text(msgid("What changes"))},
        100);
    for (std::size_t i = 0; i < std::min(lines_shown, comparison.entries.size()); ++i) {
        const auto& entry = comparison.entries[i];
        table.add({call.text(model::difference_label(entry.kind)),
            entry.row ? std::to_string(entry.row) : std::string(), entry.code,
            cut(entry.name, widest), entry.unit, changes_of(call, entry)});
    }
    if (!table.empty())
        call.print(table.text());
    if (comparison.entries.size() > lines_shown)
        call.print(call.text({msgid("… and {1} more; --out FILE.xlsx writes all of them"),
            {std::to_string(comparison.entries.size() - lines_shown)}}));
    for (std::size_t i = 0; i < std::min(lines_shown, comparison.errors.size()); ++i)
        call.print(call.text({msgid("Unreadable: row {1}, {2}: {3}"),
            {std::to_string(comparison.errors[i].row), comparison.errors[i].column,
                call.text(comparison.errors[i].reason)}}));
    call.print(call.text(model::figures_of(comparison)));
}

void print(Call& call, const model::Comparison& comparison, const model::EditionOutcome& outcome)
{
    for (const auto& [entry, reason] : outcome.refused)
        call.note(call.text({msgid("Left open: {1} {2}: {3}"),
            {comparison.entries[entry].code, comparison.entries[entry].name, call.text(reason)}}));
    if (call.line().has("dry-run"))
        return call.print(
            call.text({msgid("Nothing was written. It would be: {1} items taken, {2} left open"),
                {std::to_string(outcome.taken), std::to_string(outcome.refused.size())}}));
    call.print(call.text({msgid("{1} items taken, {2} left open"),
        {std::to_string(outcome.taken), std::to_string(outcome.refused.size())}}));
    if (outcome.command)
        call.print(call.text({msgid("Take it back with: {1}"), {call.command("undo")}}));
}

Exit list_kept(Call& call)
{
    const auto kept = model::kept_editions(call.store());
    if (call.json()) {
        json::array all;
        for (const auto& each : kept)
            all.push_back({{"no", each.no}, {"edition", each.name},
                {"at", model::to_iso_time(each.at)}, {"user", each.user}, {"rows", each.rows}});
        call.answer({{"kept", std::move(all)}});
        return Exit::done;
    }
    TextTable table({call.text(msgid("No.")), call.text(msgid("When")), call.text(msgid("Who")),
        call.text(msgid("Edition")), call.text(msgid("Rows"))});
    for (const auto& each : kept)
        table.add({std::to_string(each.no), moment(each.at), each.user, each.name,
            std::to_string(each.rows)});
    call.print(table.empty() ? call.text(msgid("No comparison is kept")) : table.text());
    return Exit::done;
}

Exit drop(Call& call)
{
    const auto no = number_of(call.line().value("drop"));
    const bool dropped = model::drop_edition(call.store(), no);
    if (!dropped)
        throw UsageError(
            {msgid("There is no kept comparison with the number {1}"), {std::to_string(no)}});
    if (call.json())
        call.answer({{"dropped", no}});
    else
        call.print(call.text(msgid("The comparison is not kept any more; the register stays as it "
                                   "is")));
    return Exit::done;
}

void write_sheet(Call& call, const model::Edition& edition, const model::Comparison& comparison,
    const std::vector<model::EditionChoice>& choices)
{
    const auto out = call.line().value("out");
    const auto& def = model::def_of<model::Item>();
    call.require(model::Action::export_out, def);
    std::vector<bool> taken;
    if (call.line().has("accept")) {
        taken.resize(comparison.entries.size());
        for (const auto& choice : choices)
            taken[choice.entry] = true;
    }
    call.note_given(model::audited::export_rows,
        {msgid("The comparison with {1} written to {2}"), {edition.name, out}}, &def);
    model::write_comparison(
        call.store(), edition, comparison, taken, model::path_of(out), call.translate());
    call.note(call.text({msgid("The comparison was written to {1}"), {out}}));
}

/// What is open stays for another day; where nothing is, nothing is kept.
std::int64_t keep(Call& call, const model::Edition& edition, const model::Comparison& comparison)
{
    if (call.line().has("types"))
        model::remember_type_codes(call.store(), edition);
    return model::keep_what_is_open(call.store(), call.editor().account(), edition, comparison);
}

model::EditionOutcome accept(Call& call, const model::Edition& edition,
    const model::Comparison& comparison, const std::vector<model::EditionChoice>& choices)
{
    const auto terms = terms_of(call, edition);
    if (!terms.dry_run && !call.line().has("no-backup"))
        model::back_up_before({call.world().files, call.world().clock}, call.session().db.handle(),
            data_file(call.line()), call.session().key, model::BackupReason::before_import);
    return model::accept_edition(call.editor(), edition, comparison, choices, terms);
}

} // namespace

Exit compare_catalog(Call& call)
{
    const auto& line = call.line();
    const auto& def = model::def_of<model::Item>();
    call.require(model::Action::enter, def);
    if (line.has("drop"))
        return drop(call);
    if (line.operands.empty() && !line.has("resume"))
        return list_kept(call);
    if (!line.operands.empty() && line.has("resume"))
        throw UsageError({msgid("Name a sheet or a kept comparison, not both")});
    if (line.has("out"))
        model::expect_sheet_name(model::path_of(line.value("out")));
    const auto edition = edition_asked(call);
    const auto languages = languages_of_sheets(call);
    const auto comparison = model::compare(call.store(), edition, languages);
    const auto choices =
        line.has("accept") ? choices_asked(call, comparison) : std::vector<model::EditionChoice>{};
    if (line.has("out"))
        write_sheet(call, edition, comparison, choices);
    Done done;
    const bool writes = !line.has("dry-run");
    if (line.has("accept"))
        done.outcome = accept(call, edition, comparison, choices);
    if (writes)
        done.kept = keep(call, edition,
            done.outcome ? model::compare(call.store(), edition, languages) : comparison);
    if (call.json()) {
        answer(call, edition, comparison, done);
    } else {
        print(call, comparison);
        if (done.outcome)
            print(call, comparison, *done.outcome);
        if (done.kept)
            call.print(call.text({msgid("What is open is kept as number {1}; go on with: {2}"),
                {std::to_string(done.kept),
                    call.command("compare-catalog --resume " + std::to_string(done.kept))}}));
    }
    for (const auto& note : comparison.notes)
        if (!call.json())
            call.note(call.text(note));
    if (!done.outcome || done.outcome->refused.empty())
        return Exit::done;
    return done.outcome->taken > 0 ? Exit::partly : Exit::failed;
}

} // namespace app
