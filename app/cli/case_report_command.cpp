#include "app/cli/case_report_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/files.h"
#include "model/commands/require.h"
#include "model/dashboard/case_report.h"
#include "model/entities/case_count.h"
#include "model/exchange/case_report_sheet.h"
#include "model/exchange/sheet_writer.h"
#include "model/exchange/typed_date.h"

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

std::string month_asked(Call& call)
{
    const auto today = call.store().today();
    if (!call.line().has("month"))
        return model::last_whole_month(today);
    const auto month = model::parse_typed_month(call.line().value("month"), today);
    if (!month)
        throw UsageError({msgid("--{1} takes a month such as 2026-01, not “{2}”"),
            {"month", call.line().value("month")}});
    return *month;
}

json::object to_json(const model::CaseFigures& figures)
{
    return {{"received", figures.received}, {"done", figures.done}, {"online", figures.online},
        {"overdue", figures.overdue}, {"online_rate", figures.online_rate.percent()},
        {"overdue_rate", figures.overdue_rate.percent()}, {"records", figures.records},
        {"where", figures.where}};
}

json::object to_json(const model::CaseReportLine& line)
{
    json::object object{{"name", line.name}, {"now", to_json(line.now)},
        {"last_month", to_json(line.last_month)}, {"last_year", to_json(line.last_year)},
        {"against_last_month", model::change_text(line.now.received, line.last_month.received)},
        {"against_last_year", model::change_text(line.now.received, line.last_year.received)}};
    if (!line.id.is_nil())
        object["id"] = line.id.text();
    return object;
}

json::array to_json(const std::vector<model::CaseReportLine>& lines)
{
    json::array array;
    for (const auto& line : lines)
        array.push_back(to_json(line));
    return array;
}

void answer(Call& call, const model::CaseReport& report)
{
    json::array troubles;
    for (const auto& trouble : report.troubles)
        troubles.push_back({{"text", call.text(trouble.text)}, {"where", trouble.where}});
    call.answer({{"month", report.month}, {"last_month", report.last_month},
        {"last_year", report.last_year}, {"partial", report.is_part},
        {"units", to_json(report.units)}, {"all_units", to_json(report.all_units)},
        {"windows", to_json(report.windows)}, {"all_windows", to_json(report.all_windows)},
        {"kept_out", std::move(troubles)}});
}

void print(Call& call, const model::CaseReport& report)
{
    call.print(call.text({msgid("Case report of {1}"), {report.month}}));
    for (const auto& trouble : report.troubles)
        call.print(call.text(trouble.text));
    for (const auto part : {model::CaseReportPart::units, model::CaseReportPart::windows}) {
        auto lines = model::lines_of(report, part, call.translate());
        TextTable table(lines.front());
        for (std::size_t i = 1; i < lines.size(); ++i)
            table.add(std::move(lines[i]));
        call.print(table.text());
    }
    if (report.is_part)
        call.print(call.text(msgid("This account sees only a part of the counts")));
}

/// Of records that the account may export, and noted before anything is given away.
void write(Call& call, const model::CaseReport& report)
{
    const auto out = call.line().value("to");
    model::expect_sheet_name(model::path_of(out));
    const auto& def = model::def_of<model::CaseCount>();
    const auto seen = call.editor().permission().extent(model::Action::see, def);
    model::require_of_all(
        call.editor(), model::Action::export_out, {.def = &def, .where = seen.condition(def)});
    call.note_given(model::audited::export_rows,
        {msgid("The case report of {1} written to {2}"), {report.month, out}}, &def);
    model::write_case_report(report, model::path_of(out), call.translate());
}

} // namespace

Exit case_report(Call& call)
{
    call.require(model::Action::see, model::def_of<model::CaseCount>());
    const auto report =
        model::case_report(call.store(), call.editor().permission(), month_asked(call));
    if (call.line().has("to"))
        write(call, report);
    if (call.json())
        answer(call, report);
    else if (call.line().has("to"))
        call.print(call.text({msgid("The report was written to {1}"), {call.line().value("to")}}));
    else
        print(call, report);
    return Exit::done;
}

} // namespace app
