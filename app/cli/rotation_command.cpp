#include "app/cli/rotation_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/files.h"
#include "model/dashboard/rotation.h"
#include "model/entities/posting.h"
#include "model/exchange/figure_sheet.h"
#include "model/exchange/sheet_writer.h"
#include "model/store/audit.h"

#include <numeric>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;

json::object to_json(const model::RotationEntry& entry)
{
    json::array windows;
    for (const auto& window : entry.windows)
        windows.push_back(json::value(window));
    const auto& term = entry.term;
    return {{"posting", entry.posting.text()}, {"person", entry.person.text()},
        {"name", entry.name}, {"unit", entry.unit}, {"windows", std::move(windows)},
        {"chief", entry.is_chief}, {"from", model::to_iso(term.first)},
        {"months_served", term.served}, {"months_of_term", term.months},
        {"months_extended", term.extended}, {"reached", model::to_iso(term.reached)},
        {"applied_for", term.is_applied_for}};
}

json::array of_month(const model::Rotation& rotation, const std::string& month)
{
    json::array entries;
    for (const auto& entry : rotation.entries)
        if (model::month_of(entry, rotation.today) == month)
            entries.push_back(to_json(entry));
    return entries;
}

void answer(Call& call)
{
    const auto rotation = model::read_rotation(call.store(), call.editor().permission());
    json::array months;
    for (const auto& month : rotation.months)
        months.push_back({{"month", month}, {"postings", of_month(rotation, month)}});
    call.answer({{"on", model::to_iso(rotation.today)}, {"overdue", of_month(rotation, {})},
        {"months", std::move(months)}, {"later", rotation.later}});
}

std::vector<std::size_t> all_places(const model::FigureTable& table)
{
    std::vector<std::size_t> places(table.lines.size());
    std::iota(places.begin(), places.end(), std::size_t{});
    return places;
}

/// Of records that the account may export, and noted before anything is given away.
void write(Call& call, const model::FigureTable& table)
{
    const auto out = call.line().value("to");
    model::expect_sheet_name(model::path_of(out));
    model::require_figures(call.editor(), model::Action::export_out, table);
    call.note_given(model::audited::export_rows,
        {msgid("The table “{1}” written to {2}"), {call.text(table.title), out}},
        &model::def_of<model::Posting>());
    model::write_figures(table, all_places(table), model::path_of(out), call.translate());
}

void print(Call& call, const model::FigureTable& table)
{
    auto lines = model::lines_of(table, all_places(table), call.translate());
    TextTable text(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i)
        text.add(std::move(lines[i]));
    call.print(text.text());
    for (const auto& note : table.notes)
        call.print(call.text(note));
}

} // namespace

Exit rotation(Call& call)
{
    call.require(model::Action::see, model::def_of<model::Posting>());
    const bool writes = call.line().has("to");
    if (writes || !call.json()) {
        const auto table =
            model::read_rotation_table(call.store(), call.editor().permission(), call.translate());
        if (writes)
            write(call, table);
        if (!call.json() && writes)
            call.print(
                call.text({msgid("The table was written to {1}"), {call.line().value("to")}}));
        else if (!call.json())
            print(call, table);
    }
    if (call.json())
        answer(call);
    return Exit::done;
}

} // namespace app
