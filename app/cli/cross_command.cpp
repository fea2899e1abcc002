#include "app/cli/cross_command.h"

#include "app/terminal/text_table.h"
#include "model/base/files.h"
#include "model/commands/require.h"
#include "model/commands/seen_through.h"
#include "model/exchange/cross_sheet.h"
#include "model/exchange/sheet_writer.h"
#include "model/listing/cross_table.h"

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

model::CrossQuestion question_of(Call& call, const model::EntityDef& def)
{
    const auto& line = call.line();
    const auto& catalog = call.store().catalog();
    if (!line.has("rows"))
        throw UsageError({msgid("Say by which field: --rows FIELD")});
    model::CrossQuestion question{.def = &def,
        .rows = model::parse_cross_field(line.value("rows"), def, catalog, call.translate()),
        .where = line.value("where")};
    if (line.has("columns"))
        question.columns =
            model::parse_cross_field(line.value("columns"), def, catalog, call.translate());
    if (line.has("sum"))
        question.sum = &model::parse_summed_field(line.value("sum"), def, call.translate());
    return question;
}

model::CrossSight sight_of(Call& call, const model::EntityDef& def)
{
    const auto permission = call.editor().permission();
    return {.condition = permission.extent(model::Action::see, def).condition(def),
        .compares_personal = Reader(call, def).compares_personal(),
        .through = model::seen_through(permission)};
}

/// Numbers as numbers where JSON has them: decimals are texts, as everywhere.
json::value figure_json(const model::CrossTable& table, std::size_t row, std::size_t column)
{
    const auto& cell = table.cell(row, column);
    if (!table.question.sum)
        return cell.records;
    if (table.question.sum->type == model::Type::decimal)
        return json::value(table.figure(row, column));
    return cell.sum;
}

json::array figures_json(const model::CrossTable& table, std::size_t row)
{
    json::array cells;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        cells.push_back({{"figure", figure_json(table, row, column)},
            {"records", table.cell(row, column).records}, {"where", table.where(row, column)}});
    return cells;
}

void answer(Call& call, const model::CrossTable& table)
{
    json::array columns;
    for (const auto& head : table.columns)
        columns.push_back({{"label", head.label}, {"where", head.where}});
    const auto width = table.columns.size();
    json::array rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        rows.push_back({{"label", table.rows[row].label}, {"where", table.where(row, width)},
            {"total", figure_json(table, row, width)}, {"cells", figures_json(table, row)}});
    const auto height = table.rows.size();
    json::array notes;
    for (const auto& note : model::notes_of(table, call.translate()))
        notes.push_back(json::value(note));
    call.answer({{"entity", table.question.def->name},
        {"title", model::title_of(table.question, call.translate())},
        {"columns", std::move(columns)}, {"rows", std::move(rows)},
        {"totals", figures_json(table, height)}, {"total", figure_json(table, height, width)},
        {"records", table.cell(height, width).records}, {"notes", std::move(notes)}});
}

void print(Call& call, const model::CrossTable& table)
{
    auto lines = model::lines_of(table, call.translate());
    TextTable text(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i)
        text.add(std::move(lines[i]));
    call.print(model::title_of(table.question, call.translate()));
    call.print(text.text());
    for (const auto& note : model::notes_of(table, call.translate()))
        call.print(note);
}

/// Of records that the account may export, and noted before anything is given away.
void write(Call& call, const model::CrossTable& table, const model::CrossSight& sight)
{
    const auto& question = table.question;
    const auto out = call.line().value("out");
    const auto path = model::path_of(out);
    model::expect_sheet_name(path);
    model::Query counted{.def = question.def, .where = sight.condition};
    model::compile(question.where, counted, call.store().catalog(), call.translate(),
        sight.compares_personal, sight.through);
    model::require_of_all(call.editor(), model::Action::export_out, counted);
    const auto title = model::title_of(question, call.translate());
    call.note_given(model::audited::export_rows,
        {msgid("The cross-table “{1}” written to {2}"), {title, out}}, question.def);
    model::write_cross_table(table, path, call.translate());
}

} // namespace

Exit cross(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    const auto question = question_of(call, def);
    const auto sight = sight_of(call, def);
    const auto table = model::cross(call.store(), question, call.translate(), sight);
    if (call.line().has("out"))
        write(call, table, sight);
    if (call.json())
        answer(call, table);
    else if (call.line().has("out"))
        call.print(call.text({msgid("The table was written to {1}"), {call.line().value("out")}}));
    else
        print(call, table);
    return Exit::done;
}

} // namespace app
