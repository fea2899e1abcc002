#include "app/cli/import_command.h"

#include "app/cli/json.h"
#include "app/cli/sheet_options.h"
#include "app/terminal/text_table.h"
#include "model/access/backup_plan.h"
#include "model/access/masking.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/exchange/entry.h"
#include "model/exchange/error_sheet.h"
#include "model/exchange/head_words.h"
#include "model/exchange/import.h"
#include "model/exchange/sheet_look.h"
#include "model/exchange/sheet_writer.h"
#include "model/exchange/staff_roster.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::path_of;
using model::UsageError;

/// How many wrong or odd rows are printed.
constexpr std::size_t rows_shown = 50;

json::object row_json(Call& call, const model::ImportError& row)
{
    return {{"row", row.row}, {"column", row.column}, {"value", row.value},
        {"reason", call.text(row.reason)}};
}

json::object change_json(const model::ImportChange& change, bool whole)
{
    json::array fields;
    for (const auto& field : change.fields)
        fields.push_back(
            {{"field", field.field->name}, {"old", to_json(*field.field, field.before, whole)},
                {"new", to_json(*field.field, field.after, whole)}});
    return {{"row", change.row}, {"id", change.record.text()}, {"title", change.title},
        {"fields", std::move(fields)}};
}

/// Of a roster the people: of the registers it is made of they alone have personal fields.
const model::EntityDef& read_by(const model::EntityDef& def)
{
    const auto* roster = model::roster_of(def);
    return roster ? *roster->registers[model::StaffRoster::person] : def;
}

/// A sheet may change a hundred thousand records, or warn of as many rows.
void answer_import(Call& call, const model::EntityDef& def, const model::ImportResult& result)
{
    const auto& people = read_by(def);
    const Reader reader(call, people);
    const auto of_row = [&](const model::ImportError& row) { return row_json(call, row); };
    const auto of_change = [&](const model::ImportChange& change) {
        return change_json(change, reader.whole(change.record));
    };
    call.note_revealed(&people,
        static_cast<std::size_t>(std::ranges::count_if(result.changes, [&](const auto& change) {
            return reader.whole(change.record)
                && std::ranges::any_of(
                    change.fields, [](const auto& field) { return field.field->personal; });
        })));
    AnswerInParts answer;
    answer.put("run", result.run != 0 ? json::value(result.run) : json::value(nullptr));
    answer.put("new", result.new_);
    answer.put("changed", result.changed);
    answer.put("same", result.same);
    answer.put("wrong", result.wrong);
    json::array not_taken;
    for (const auto& head : result.not_taken)
        not_taken.push_back(json::value(head));
    answer.put("not_taken", std::move(not_taken));
    answer.put_each("errors", result.errors, of_row);
    answer.put_each("warnings", result.warnings, of_row);
    answer.put_each("changes", result.changes, of_change);
    answer.put_each(
        "notes", result.notes, [&](const auto& note) { return json::value(call.text(note)); });
}

/// A sheet that names no hall makes one warning a row: a few of each kind tell enough.
void print_warnings(Call& call, const std::vector<model::ImportError>& warnings)
{
    constexpr std::size_t of_a_kind_shown = 5;
    std::map<std::string_view, std::size_t> counts;
    for (const auto& warning : warnings)
        if (++counts[warning.reason.id] <= of_a_kind_shown)
            call.print(call.text({msgid("Warning: row {1}: {2}"),
                {std::to_string(warning.row), call.text(warning.reason)}}));
    std::size_t hidden = 0;
    for (const auto& [reason, count] : counts)
        hidden += count - std::min(count, of_a_kind_shown);
    if (hidden > 0)
        call.print(call.text({msgid("… and {1} more warnings of these kinds; --json lists all"),
            {std::to_string(hidden)}}));
}

/// What the rows change or have changed, field by field; personal values with their middle hidden.
void print_changes(Call& call, const model::ImportResult& result)
{
    const auto shown = [&](const model::FieldDef& field, const model::Value& value) {
        if (model::is_empty(value))
            return call.text(msgid("(empty)"));
        return field.personal ? model::masked(field, value)
                              : model::entry_text(field, value, call.store(), call.translate());
    };
    for (const auto& change : result.changes) {
        if (change.fields.empty()) { // nothing else brings a row among the changed ones
            call.print(call.text({msgid("Row {1} brings {2} back from the recycle bin"),
                {std::to_string(change.row), change.title}}));
            continue;
        }
        std::vector<std::string> fields;
        for (const auto& field : change.fields)
            fields.push_back(call.text(field.field->label) + ' '
                + cut(shown(*field.field, field.before), 40) + " → "
                + cut(shown(*field.field, field.after), 40));
        call.print(call.text({msgid("Row {1} changes {2}: {3}"),
            {std::to_string(change.row), change.title,
                model::join(fields, call.text(msgid("; ")))}}));
    }
    const auto told = static_cast<int>(result.changes.size());
    if (result.changed > told)
        call.print(call.text({msgid("… and {1} rows more change records"),
            {std::to_string(result.changed - told)}}));
}

/// Once, and not for each row: the sheet may be meant for another register.
void print_no_column(Call& call, const model::EntityDef& def, const model::ImportResult& result)
{
    std::vector<std::string> labels;
    for (const auto* field : result.no_column)
        labels.push_back(call.text(field->label));
    call.print(call.text(
        {msgid("No column for what a new record must have: {1}"), {model::join(labels, "、")}}));
    call.print(call.text({msgid("Its heads are {1}; look whether {2} is the right register, or say "
                                "with --map what they mean"),
        {model::join(result.heads, "、"), call.text(def.label)}}));
}

void print_import(Call& call, const model::EntityDef& def, const model::ImportResult& result)
{
    TextTable table({call.text(msgid("Row")), call.text(msgid("Column")), call.text(msgid("Value")),
                        call.text(msgid("Reason"))},
        80);
    auto errors = result.errors;
    const auto of_no_column = std::erase_if(errors, [&](const model::ImportError& error) {
        return result.is_of_no_column(error, call.translate());
    });
    if (of_no_column > 0)
        print_no_column(call, def, result);
    for (std::size_t i = 0; i < std::min(rows_shown, errors.size()); ++i)
        table.add({std::to_string(errors[i].row), errors[i].column, cut(errors[i].value, 30),
            call.text(errors[i].reason)});
    if (!table.empty())
        call.print(table.text());
    if (errors.size() > rows_shown)
        call.print(call.text({msgid("… and {1} more; --errors FILE.xlsx writes all of them"),
            {std::to_string(errors.size() - rows_shown)}}));
    print_warnings(call, result.warnings);
    print_changes(call, result);
    const bool is_written =
        !call.line().has("dry-run") && (result.wrong == 0 || call.line().has("good-rows"));
    call.print(call.text({is_written
            ? msgid("{1} new, {2} changed, {3} the same, {4} wrong")
            : msgid(
                "Nothing was written. It would be: {1} new, {2} changed, {3} the same, {4} wrong"),
        {std::to_string(result.new_), std::to_string(result.changed), std::to_string(result.same),
            std::to_string(result.wrong)}}));
    if (result.run != 0)
        call.print(call.text({msgid("Import {1}; take it back with: {2}"),
            {std::to_string(result.run), call.command("unimport " + std::to_string(result.run))}}));
}

/// Writes the wrong rows where --errors wants them, and says so.
void write_errors(Call& call, const std::filesystem::path& sheet,
    const model::ImportOptions& options, const model::ImportResult& result)
{
    const auto out = call.line().value("errors");
    const bool written = model::write_error_sheet(sheet, options, result, path_of(out));
    call.note(call.text({written ? msgid("The wrong rows were written to {1}")
                                 : msgid("No row is wrong: {1} was not written"),
        {out}}));
}

/// The first sheet of a workbook may be the wrong one.
model::ImportResult import_one(Call& call, const model::EntityDef& def,
    const std::filesystem::path& sheet, const model::ImportOptions& options)
try {
    return model::import_sheet(call.store(), call.session().account(), def, sheet, options);
} catch (const model::HeadsError&) {
    if (const auto names = model::sheet_names(sheet); names.size() > 1)
        call.note(call.text({msgid("The workbook has the sheets {1}: say which with --sheet NAME"),
            {model::join(names, "、")}}));
    throw;
}

/// The register, or the roster that --as names.
const model::EntityDef& imported(Call& call)
{
    const auto& line = call.line();
    if (!line.has("as")) {
        if (line.operands.size() != 2)
            throw UsageError(
                {msgid("Say the register and the sheet: hallctl import REGISTER SHEET, "
                       "or hallctl import --as staff-roster SHEET")});
        return call.writable(call.operand(0));
    }
    if (line.value("as") != "staff-roster")
        throw UsageError(
            {msgid("A sheet is taken as {1}, not as “{2}”"), {"staff-roster", line.value("as")}});
    if (line.operands.size() != 1)
        throw UsageError(
            {msgid("A roster is of no register alone: hallctl import --as staff-roster SHEET")});
    const auto& roster = model::staff_roster(call.store().catalog());
    for (const auto* def : roster.registers)
        call.writable(def->name);
    return roster.def;
}

} // namespace

Exit import_rows(Call& call)
{
    const auto& line = call.line();
    const auto& def = imported(call);
    const auto& name = line.operands.back();
    const auto sheet = path_of(name);
    if (line.has("sheet") && model::sheet_names(sheet).empty())
        throw UsageError({msgid("{1} is no workbook and has no sheets to choose from: leave out "
                                "--sheet"),
            {name}});
    model::ImportOptions options{.dry_run = line.has("dry-run"),
        .good_rows = line.has("good-rows"),
        .encoding = line.value("encoding"),
        .sheet = line.value("sheet"),
        .languages = languages_of_sheets(call),
        .all_changes = call.json()};
    if (line.has("map"))
        options.map = head_map(call, def, line.value("map"));
    else if (model::recall_heads(call.store(), def, sheet, options))
        call.note(call.text(msgid("Columns are matched as they were for the last sheet with these "
                                  "heads; --map says otherwise")));
    if (line.has("errors")) {
        model::expect_another_file(sheet, path_of(line.value("errors")));
        model::expect_sheet_name(path_of(line.value("errors")));
    }
    if (!options.dry_run && !line.has("no-backup"))
        model::back_up_before({call.world().files, call.world().clock}, call.session().db.handle(),
            data_file(line), call.session().key, model::BackupReason::before_import);
    const auto result = import_one(call, def, sheet, options);
    if (line.has("errors"))
        write_errors(call, sheet, options, result);
    if (call.json())
        answer_import(call, def, result);
    else
        print_import(call, def, result);
    for (const auto& note : result.notes)
        call.note(call.text(note));
    if (result.wrong == 0)
        return Exit::done;
    if (options.good_rows)
        return Exit::partly;
    const bool any_good = result.new_ + result.changed + result.same > 0;
    call.note(call.text({any_good
            ? msgid("Nothing was taken, because {1} rows are wrong: mend them, or take the others "
                    "with --good-rows")
            : msgid("Nothing was taken: all {1} rows are wrong"),
        {std::to_string(result.wrong)}}));
    return Exit::failed;
}

} // namespace app
