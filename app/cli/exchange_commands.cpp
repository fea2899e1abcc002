#include "app/cli/clock_command.h"
#include "app/cli/command.h"
#include "app/cli/compare_command.h"
#include "app/cli/import_command.h"
#include "app/cli/json.h"
#include "app/cli/list_command.h"
#include "app/cli/taking_back.h"
#include "app/terminal/text_table.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/commands/seen_through.h"
#include "model/entities/catalog.h"
#include "model/exchange/entry.h"
#include "model/exchange/export.h"
#include "model/exchange/import.h"
#include "model/exchange/import_runs.h"
#include "model/exchange/list_sight.h"
#include "model/exchange/sheet_writer.h"
#include "model/exchange/staff_roster.h"
#include "model/exchange/staff_sheet.h"
#include "model/exchange/template_sheet.h"
#include "model/store/filter.h"

#include <algorithm>
#include <charconv>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::path_of;
using model::UsageError;

std::string imported_label(Call& call, const std::string& entity)
{
    const auto* def = model::find_imported(call.store().catalog(), entity);
    return def ? call.text(def->label) : entity;
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
            imported_label(call, run.entity), run.file, std::to_string(run.new_),
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

/// The sheet holds the names of those who work there.
void write_place_template(Call& call, const model::EntityDef& def)
{
    call.require(model::Action::export_out, def);
    const auto place = call.record(call.readable("place"), call.line().value("place"));
    call.note_given(model::audited::export_rows,
        {msgid("A sheet for {1} to fill in written to {2}"),
            {call.store().title_of(place), call.operand(1)}},
        &def);
    model::write_place_template(
        call.store(), def, place, path_of(call.operand(1)), call.translate());
}

Exit write_template(Call& call)
{
    const bool is_roster = call.operand(0) == "staff-roster";
    if (!is_roster)
        call.entity(call.operand(0));
    if (call.line().has("db"))
        call.session(); // the fields that its offices added stand in the sheet, too
    const auto& catalog = call.line().has("db") ? call.store().catalog() : model::hall_catalog();
    const auto& def = is_roster ? model::staff_roster(catalog).def : call.entity(call.operand(0));
    if (!model::lower(call.operand(1)).ends_with(".xlsx"))
        throw UsageError({msgid("A template has lists to choose from, which only .xlsx keeps: let "
                                "“{1}” end in .xlsx"),
            {call.operand(1)}});
    if (call.line().has("place"))
        write_place_template(call, def);
    else
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
            reader.compares_personal(), model::seen_through(call.editor().permission()));
    narrow_to_export(call, query);
    std::vector<const model::FieldDef*> fields;
    if (line.has("fields"))
        for (const auto& name : model::split(line.value("fields"), ','))
            fields.push_back(&column_of(call, def, model::trimmed(name)));
    model::require_reached(
        call.editor().permission(), model::Action::export_out, fields, call.translate());
    options.through = model::seen_through(call.editor().permission());
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
    for (const auto* field : fields.empty() ? all_fields(def) : fields) {
        const bool is_own = !model::reached_by(*field);
        if (!field->personal || (options.reveal && is_own)
            || field->type == model::Type::attachment)
            continue;
        masked.push_back(json::value(field->name));
        if (is_own)
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

/// The people, beside them what postings and windows say of them.
Exit staff_sheet(Call& call)
{
    const auto& def = call.readable("person");
    call.require(model::Action::export_out, def);
    call.require(model::Action::export_out, call.readable("posting"));
    model::Query query{.def = &def, .order = "name"};
    const Reader reader(call, def);
    if (call.line().has("where"))
        model::compile(call.line().value("where"), query, call.store().catalog(), call.translate(),
            reader.compares_personal(), model::seen_through(call.editor().permission()));
    narrow_to_export(call, query);
    const auto people = call.store().ids(query);
    call.note_given(model::audited::export_rows,
        {msgid("{1} records written to {2}, personal values masked"),
            {std::to_string(people.size()), call.operand(0)}},
        &def);
    const auto lines = model::write_staff_sheet(call.store(), call.editor().permission(), people,
        path_of(call.operand(0)), call.translate());
    if (call.json())
        call.answer({{"people", people.size()}, {"rows", lines}, {"file", call.operand(0)}});
    else
        call.print(call.text(
            {msgid("{1} rows written to {2}"), {std::to_string(lines), call.operand(0)}}));
    return Exit::done;
}

} // namespace

const std::vector<Command>& exchange_commands()
{
    static const std::vector<Command> commands{
        {"import",
            msgid("import REGISTER|--as staff-roster SHEET [--dry-run] [--good-rows] [--errors "
                  "OUT.xlsx] [--map HEAD=field,…]"),
            msgid("take in the rows of a sheet (.xlsx, .csv)"), 1, 2,
            {"as", "dry-run", "good-rows", "errors", "encoding", "map", "sheet", "no-backup"},
            import_rows,
            msgid(
                "One wrong row keeps all out, unless --good-rows. The file is backed up before, if "
                "anything changed since its last copy.\n--no-backup  go on without that\n--dry-run "
                " says what would "
                "happen\n--errors  a sheet with the wrong rows and why, to mend and take in "
                "again\n--encoding  utf-8, gb18030 …, if it is not found out rightly\n--sheet  "
                "which sheet of a workbook\n--map HEAD=field,…  what heads mean\n--as staff-roster "
                " a "
                "line for each person with unit, window and post: makes or changes the person, the "
                "posting and who holds the window, as one import")},
        {"import-clock",
            msgid("import-clock FILE [--dry-run] [--good-rows] [--layout HEAD=ROLE,…] [--month "
                  "MONTH] [--people NAME=PERSON,…]"),
            msgid("take in a file of attendance clocks (.xlsx, .csv, attlog.dat)"), 1, 1,
            {"dry-run", "good-rows", "layout", "month", "people", "no-absences", "encoding",
                "sheet", "no-backup"},
            import_clock,
            msgid(
                "What people entered stays: where the clock says other, the difference waits to "
                "be decided (clock-differences). One import, which unimport takes back.\n--layout "
                " what heads mean: number, name, id_number, unit, when, in, out, result, planned, "
                "nothing; of a file without heads their numbers from 1; it is remembered for "
                "files with the same heads\n--month  of which month the days are, where the file "
                "does not say\n--people  who is meant where that is not clear; remembered "
                "too\n--no-absences  days on which somebody did not clock say nothing\n--good-rows "
                " take what can be taken")},
        {"clock-differences", msgid("clock-differences [--from DAY] [--to DAY] [--all]"),
            msgid("where the clock says other than the roll-call"), 0, 0, {"from", "to", "all"},
            clock_differences, msgid("--all  those that were decided as well")},
        {"decide-clock", msgid("decide-clock ENTRY… --by clock|entry"),
            msgid("let the clock count, or what was entered"), 1, any_number, {"by"}, decide_clock},
        {"imports", "imports", msgid("the history of imports"), 0, 0, {}, imports},
        {"compare-catalog",
            msgid("compare-catalog [SHEET | --resume NO | --drop NO] [--accept all|KIND,…|CODE,…] "
                  "[--out FILE.xlsx]"),
            msgid("compare a new edition of the item catalog with the register"), 0, 1,
            {"accept", "fields", "on", "reason", "document", "types", "covers", "map", "encoding",
                "sheet", "out", "dry-run", "resume", "drop", "no-backup"},
            compare_catalog,
            msgid("Without a sheet: the comparisons that are kept. Nothing is taken without "
                  "--accept; what is not taken is kept for another time.\n--accept  all, or kinds "
                  "(added, changed, moved, recoded, withdrawn) and item codes, parted by commas; "
                  "one undo takes all of it back\n--fields a,b  of changed items only "
                  "these\n--on DAY, --reason TEXT  when and why withdrawn items are "
                  "cancelled\n--document TEXT  what the edition was published by\n--covers  which "
                  "items the edition would have to name: of the units, levels, divisions and types "
                  "that it names (named), all, or nothing\n--types 03=02,…  the sheet's item type "
                  "codes and ours\n--out  the comparison as a sheet, to be signed\n--resume NO, "
                  "--drop NO  go on with a kept comparison, or give it up")},
        {"export", msgid("export REGISTER OUT.(xlsx|csv) [--where EXPR] [--fields a,b] [--reveal]"),
            msgid("write records into a sheet"), 2, 2, {"where", "fields", "reveal", "encoding"},
            export_sheet,
            msgid("--reveal  personal values in full, not masked\n--encoding  of a .csv: utf-8 or "
                  "gbk\nA sheet that was written can be changed and taken in again.")},
        {"template", msgid("template REGISTER|staff-roster OUT.xlsx [--place NAME]"),
            msgid("write an empty sheet to fill in and import"), 2, 2, {"place"}, write_template,
            msgid("It has every head, the words of lists to choose from and hints; with --db also "
                  "the "
                  "fields that the offices of that file added.\n--place NAME  for one outlet: its "
                  "name "
                  "stands there already, its items and its people can be chosen")},
        {"staff-roster", msgid("staff-roster OUT.(xlsx|csv) [--where EXPR]"),
            msgid("write a roster of staff: people with unit, window, source and post"), 1, 1,
            {"where"}, staff_sheet,
            msgid("--where EXPR  of which people; personal values are masked.")},
        {"unimport", msgid("unimport NUMBER"), msgid("take an import back"), 1, 1, {}, unimport},
    };
    return commands;
}

} // namespace app
