#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/taking_back.h"
#include "app/terminal/text_table.h"
#include "model/access/backup_plan.h"
#include "model/access/masking.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/exchange/entry.h"
#include "model/exchange/error_sheet.h"
#include "model/exchange/export.h"
#include "model/exchange/head_words.h"
#include "model/exchange/import.h"
#include "model/exchange/import_runs.h"
#include "model/exchange/sheet_look.h"
#include "model/exchange/sheet_writer.h"
#include "model/exchange/template_sheet.h"
#include "model/store/filter.h"

#include "i18n/translations.h"
#include <algorithm>
#include <charconv>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::path_of;
using model::UsageError;

/// How many wrong or odd rows are printed.
constexpr std::size_t rows_shown = 50;

std::vector<model::Translate> languages(Call& call)
{
    std::vector<model::Translate> all{call.translate()};
    for (const auto language : i18n::languages)
        all.push_back(i18n::translator(language));
    return all;
}

/// "姓名=name,备注=" as heads and fields.
std::map<std::string, std::string> head_map(
    Call& call, const model::EntityDef& def, const std::string& text)
{
    std::map<std::string, std::string> map;
    for (const auto& pair : model::split(text, ',')) {
        const auto sign = pair.find('=');
        if (sign == std::string::npos || sign == 0)
            throw UsageError({msgid("--map is written HEAD=field,HEAD=field, not “{1}”"), {text}});
        auto field = model::trimmed(pair.substr(sign + 1));
        if (!field.empty() && field != model::id_head)
            field = call.field(def, field).name;
        const auto head = model::trimmed(pair.substr(0, sign));
        if (!map.emplace(head, field).second)
            throw UsageError({msgid("--map says twice what the head “{1}” means"), {head}});
    }
    return map;
}

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

/// A sheet may change a hundred thousand records, or warn of as many rows.
void answer_import(Call& call, const model::ImportResult& result)
{
    const Reader reader(call, call.entity(call.operand(0)));
    const auto of_row = [&](const model::ImportError& row) { return row_json(call, row); };
    const auto of_change = [&](const model::ImportChange& change) {
        return change_json(change, reader.whole(change.record));
    };
    call.note_revealed(&call.entity(call.operand(0)),
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
void print_no_column(Call& call, const model::ImportResult& result)
{
    std::vector<std::string> labels;
    for (const auto* field : result.no_column)
        labels.push_back(call.text(field->label));
    call.print(call.text(
        {msgid("No column for what a new record must have: {1}"), {model::join(labels, "、")}}));
    call.print(call.text({msgid("Its heads are {1}; look whether {2} is the right register, or say "
                                "with --map what they mean"),
        {model::join(result.heads, "、"), call.text(call.entity(call.operand(0)).label)}}));
}

void print_import(Call& call, const model::ImportResult& result)
{
    TextTable table({call.text(msgid("Row")), call.text(msgid("Column")), call.text(msgid("Value")),
                        call.text(msgid("Reason"))},
        80);
    auto errors = result.errors;
    const auto of_no_column = std::erase_if(errors, [&](const model::ImportError& error) {
        return result.is_of_no_column(error, call.translate());
    });
    if (of_no_column > 0)
        print_no_column(call, result);
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

Exit import(Call& call)
{
    const auto& line = call.line();
    const auto& def = call.entity(call.operand(0));
    call.require(model::Action::enter, def);
    const auto sheet = path_of(call.operand(1));
    if (line.has("sheet") && model::sheet_names(sheet).empty())
        throw UsageError({msgid("{1} is no workbook and has no sheets to choose from: leave out "
                                "--sheet"),
            {call.operand(1)}});
    model::ImportOptions options{.dry_run = line.has("dry-run"),
        .good_rows = line.has("good-rows"),
        .encoding = line.value("encoding"),
        .sheet = line.value("sheet"),
        .languages = languages(call),
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
        model::back_up_before({call.world().files, call.world().clock},
            call.session().db.handle(), data_file(line), call.session().key,
            model::BackupReason::before_import);
    const auto result = import_one(call, def, sheet, options);
    if (line.has("errors"))
        write_errors(call, sheet, options, result);
    if (call.json())
        answer_import(call, result);
    else
        print_import(call, result);
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

Exit imports(Call& call)
{
    const auto runs = model::imports(call.store());
    if (call.json()) {
        json::array array;
        for (const auto& run : runs)
            array.push_back({{"run", run.run}, {"entity", run.entity}, {"file", run.file},
                {"sha256", run.sha256}, {"at", model::to_iso_time(run.at)}, {"user", run.user},
                {"new", run.new_}, {"changed", run.changed}, {"same", run.same},
                {"wrong", run.wrong}, {"undone", run.undone}});
        call.answer({{"imports", std::move(array)}});
        return Exit::done;
    }
    TextTable table({call.text(msgid("Import")), call.text(msgid("When")), call.text(msgid("Who")),
        call.text(msgid("Register")), call.text(msgid("File")), call.text(msgid("New")),
        call.text(msgid("Changed")), ""});
    for (const auto& run : runs)
        table.add({std::to_string(run.run), moment(run.at), run.user,
            call.text(call.entity(run.entity).label), run.file, std::to_string(run.new_),
            std::to_string(run.changed), run.undone ? call.text(msgid("taken back")) : ""});
    call.print(table.empty() ? call.text(msgid("Nothing was imported yet")) : table.text());
    return Exit::done;
}

/// Taking an import back is no step of its own, so that undo would take back an older one.
void print_unimport(Call& call, const std::string& run, bool changed)
{
    if (!changed)
        return call.print(call.text({msgid("Nothing of import {1} could be taken back"), {run}}));
    call.print(call.text({msgid("Import {1} was taken back"), {run}}));
    call.print(call.text({msgid("To have it again: {1} (undo would take back an older step)"),
        {call.command("redo")}}));
}

Exit unimport(Call& call)
{
    const auto& text = call.operand(0);
    std::int64_t run = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), run);
    if (error != std::errc{} || end != text.data() + text.size())
        throw UsageError({msgid("“{1}” is no number of an import: see hallctl imports"), {text}});
    const auto outcome = understood([&] { return model::unimport(call.editor(), run); });
    for (const auto& finding : outcome.findings)
        call.note(call.text(finding.message));
    if (call.json())
        call.answer({{"run", run}, {"findings", to_json(outcome.findings, call.translate())},
            {"changed", outcome.changed}, {"kept", kept_json(call, outcome)}});
    else
        print_unimport(call, text, outcome.changed);
    return exit_of_taking_back(outcome);
}

Exit write_template(Call& call)
{
    const auto& def = call.entity(call.operand(0));
    if (!model::lower(call.operand(1)).ends_with(".xlsx"))
        throw UsageError({msgid("A template has lists to choose from, which only .xlsx keeps: let "
                                "“{1}” end in .xlsx"),
            {call.operand(1)}});
    model::write_template(def, path_of(call.operand(1)), call.translate());
    if (call.json())
        call.answer({{"entity", def.name}, {"file", call.operand(1)}});
    else
        call.print(call.text({msgid("An empty sheet was written to {1}"), {call.operand(1)}}));
    return Exit::done;
}

model::ExportOptions export_options(Call& call)
{
    const auto& line = call.line();
    const auto encoding = model::parse_encoding(line.value("encoding", "utf-8"));
    if (!encoding)
        throw UsageError({msgid("There is no encoding “{1}”: --encoding takes utf-8 or gbk"),
            {line.value("encoding")}});
    return {.reveal = line.has("reveal"), .encoding = *encoding, .translate = call.translate()};
}

std::vector<const model::FieldDef*> all_fields(const model::EntityDef& def)
{
    std::vector<const model::FieldDef*> fields;
    for (const auto& field : def.fields)
        fields.push_back(&field);
    return fields;
}

/// Only what the account both sees and may export.
void narrow_to_export(Call& call, model::Query& query)
{
    Reader(call, *query.def).narrow(query);
    const auto condition = call.editor()
                               .permission()
                               .extent(model::Action::export_out, *query.def)
                               .condition(*query.def);
    if (!condition.empty())
        query.where = query.where.empty() ? condition : '(' + query.where + ") AND " + condition;
}

Exit export_sheet(Call& call)
{
    const auto& line = call.line();
    const auto& def = call.readable(call.operand(0));
    call.require(model::Action::export_out, def);
    auto options = export_options(call);
    model::Query query{.def = &def};
    const Reader reader(call, def);
    if (line.has("where"))
        model::compile(line.value("where"), query, call.store().catalog(), call.translate(),
            reader.compares_personal());
    narrow_to_export(call, query);
    std::vector<const model::FieldDef*> fields;
    if (line.has("fields"))
        for (const auto& name : model::split(line.value("fields"), ','))
            fields.push_back(&call.field(def, model::trimmed(name)));
    if (options.reveal)
        options.reveals =
            [&, may = call.editor().permission().extent(model::Action::export_out, def, true)](
                const model::Uuid& id) {
                const auto meta = call.store().rows().meta(id);
                return reader.whole(id) && meta && may.holds(meta->scope, meta->home);
            };
    // Before anything is given away: a log that cannot be written keeps it back.
    call.note_given(model::audited::export_rows,
        {options.reveal ? msgid("{1} records written to {2}, personal values in full")
                        : msgid("{1} records written to {2}, personal values masked"),
            {std::to_string(call.store().count(query)), call.operand(1)}},
        &def);
    const auto written =
        model::export_records(call.store(), query, fields, path_of(call.operand(1)), options);
    json::array masked;
    std::vector<std::string> labels;
    for (const auto* field : fields.empty() ? all_fields(def) : fields)
        if (field->personal && !options.reveal && field->type != model::Type::attachment) {
            masked.push_back(json::value(field->name));
            labels.push_back(call.text(field->label));
        }
    if (call.json())
        call.answer({{"entity", def.name}, {"records", written}, {"file", call.operand(1)},
            {"masked", std::move(masked)}});
    else
        call.print(call.text({msgid("{1} records were written to {2}"),
            {std::to_string(written), call.operand(1)}}));
    if (!labels.empty())
        call.note(call.text({msgid("{1} fields are masked ({2}); --reveal writes them in full"),
            {std::to_string(labels.size()), model::join(labels, "、")}}));
    const auto is_personal = [](const auto* field) { return field->personal; };
    if (options.reveal && written > 0
        && std::ranges::any_of(fields.empty() ? all_fields(def) : fields, is_personal))
        call.note(call.text(msgid("If you give this to others, record it in “Provided and "
                                  "entrusted”: hallctl create provision")));
    return Exit::done;
}

} // namespace

const std::vector<Command>& exchange_commands()
{
    static const std::vector<Command> commands{
        {"import",
            msgid("import REGISTER SHEET [--dry-run] [--good-rows] [--errors OUT.xlsx] [--map "
                  "HEAD=field,…]"),
            msgid("take in the rows of a sheet (.xlsx, .csv)"), 2, 2,
            {"dry-run", "good-rows", "errors", "encoding", "map", "sheet", "no-backup"}, import,
            msgid("One wrong row keeps all out, unless --good-rows. The file is backed up before, if "
                  "anything changed since its last copy.\n--no-backup  go on without that\n--dry-run  says what would "
                  "happen\n--errors  a sheet with the wrong rows and why, to mend and take in "
                  "again\n--encoding  utf-8, gb18030 …, if it is not found out rightly\n--sheet  "
                  "which sheet of a workbook\n--map HEAD=field,…  what heads mean")},
        {"imports", "imports", msgid("the history of imports"), 0, 0, {}, imports},
        {"export", msgid("export REGISTER OUT.(xlsx|csv) [--where EXPR] [--fields a,b] [--reveal]"),
            msgid("write records into a sheet"), 2, 2, {"where", "fields", "reveal", "encoding"},
            export_sheet,
            msgid("--reveal  personal values in full, not masked\n--encoding  of a .csv: utf-8 or "
                  "gbk\nA sheet that was written can be changed and taken in again.")},
        {"template", msgid("template REGISTER OUT.xlsx"),
            msgid("write an empty sheet to fill in and import"), 2, 2, {}, write_template,
            msgid("It has every head, the words of lists to choose from and hints.")},
        {"unimport", msgid("unimport NUMBER"), msgid("take an import back"), 1, 1, {}, unimport},
    };
    return commands;
}

} // namespace app
