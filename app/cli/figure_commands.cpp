#include "app/cli/case_report_command.h"
#include "app/cli/command.h"
#include "app/cli/dashboard_command.h"
#include "app/cli/divisions_command.h"
#include "app/cli/leave_balance_command.h"
#include "app/cli/rotation_command.h"
#include "app/terminal/text_table.h"
#include "model/commands/own_divisions.h"
#include "model/entities/catalog.h"
#include "model/rules/coverage.h"
#include "model/rules/station_figures.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

/// The records of a register that the account sees.
template <class E>
std::vector<E> all_of(Call& call)
{
    const auto& def = call.readable(model::def_of<E>().name);
    model::Query query{.def = &def};
    Reader(call, def).narrow(query);
    std::vector<E> all;
    call.store().each(
        query, [&](const model::Record& record) { all.push_back(model::from_record<E>(record)); });
    return all;
}

json::object to_json(const model::Share& share)
{
    return {{"part", share.part}, {"whole", share.whole}, {"percent", share.percent()}};
}

json::object to_json(const model::StationCounts& counts)
{
    return {{"all", counts.all()}, {"stationed", counts.stationed}, {"site", counts.site},
        {"secret", counts.secret}, {"other", counts.other}, {"without_reason", counts.without},
        {"undecided", counts.undecided}};
}

/// "138 of 156 (88.4 %)".
std::string in_words(Call& call, const model::Share& share)
{
    if (share.whole == 0)
        return call.text(msgid("none"));
    return call.text({msgid("{1} of {2} ({3} %)"),
        {std::to_string(share.part), std::to_string(share.whole), share.percent()}});
}

void add_counts(TextTable& table, std::string name, const model::StationCounts& counts)
{
    table.add({std::move(name), std::to_string(counts.all()), std::to_string(counts.stationed),
        std::to_string(counts.site), std::to_string(counts.secret), std::to_string(counts.other),
        std::to_string(counts.without), std::to_string(counts.undecided)});
}

void print_stationing(Call& call, const model::StationFigures& figures)
{
    TextTable table({call.text(msgid("Unit")), call.text(msgid("Items")),
        call.text(msgid("Stationed")), call.text(msgid("Limits of the site")),
        call.text(msgid("State secret")), call.text(msgid("Other reason")),
        call.text(msgid("Without a reason")), call.text(msgid("Undecided"))});
    for (const auto& [unit, counts] : figures.units)
        add_counts(table, call.store().title_of(unit), counts);
    if (figures.of_no_unit.all() > 0)
        add_counts(table, call.text(msgid("Of no unit")), figures.of_no_unit);
    add_counts(table, call.text(msgid("Together")), figures.items);
    call.print(table.text());
    call.print(
        call.text(msgid("Items at the hall:")) + ' ' + in_words(call, figures.items_stationed()));
    call.print(
        call.text(msgid("Units at the hall:")) + ' ' + in_words(call, figures.units_stationed()));
    call.print(call.text({msgid("Units with all items at the hall: {1}; with some: {2}; with "
                                "none: {3}"),
        {std::to_string(figures.units_with_all()), std::to_string(figures.units_with_some()),
            std::to_string(figures.units_with_none())}}));
    call.print(call.text({msgid("Not counted, as they are not done upon application: {1}"),
        {std::to_string(figures.not_upon_application)}}));
}

/// Whether the account, or the office of the file, sees only part of what is counted.
bool is_partial(Call& call, std::initializer_list<const model::EntityDef*> counted)
{
    const auto permission = call.editor().permission();
    const bool sees_all = std::ranges::all_of(counted, [&](const model::EntityDef* def) {
        return permission.extent(model::Action::see, *def).is_everything();
    });
    return !sees_all || call.store().self().org.role != model::Role::agency;
}

void print_note_of_part(Call& call, bool is_part)
{
    if (is_part)
        call.print(call.text(msgid("Counted is what you may see, not the whole county.")));
}

Exit stationing(Call& call)
{
    const bool is_part =
        is_partial(call, {&model::def_of<model::Item>(), &model::def_of<model::NegativeEntry>()});
    const auto today = call.store().today();
    const auto figures = model::station_figures(
        all_of<model::Item>(call), all_of<model::NegativeEntry>(call), today);
    if (!call.json()) {
        print_stationing(call, figures);
        print_note_of_part(call, is_part);
        return Exit::done;
    }
    json::array units;
    for (const auto& [unit, counts] : figures.units) {
        auto object = to_json(counts);
        object["unit"] = unit.text();
        object["name"] = call.store().title_of(unit);
        units.push_back(std::move(object));
    }
    call.answer({{"on", model::to_iso(today)}, {"partial", is_part},
        {"items", to_json(figures.items)}, {"of_no_unit", to_json(figures.of_no_unit)},
        {"not_upon_application", figures.not_upon_application},
        {"items_stationed", to_json(figures.items_stationed())},
        {"units_stationed", to_json(figures.units_stationed())},
        {"units_with_all", figures.units_with_all()},
        {"units_with_some", figures.units_with_some()},
        {"units_with_none", figures.units_with_none()}, {"units", std::move(units)}});
    return Exit::done;
}

Exit figures(Call& call)
{
    if (call.operand(0) != "stationing")
        throw UsageError(
            {msgid("There are no figures “{1}”: there are {2}"), {call.operand(0), "stationing"}});
    return stationing(call);
}

model::Coverage coverage_of(Call& call)
{
    const auto county = call.store().self().region.substr(0, 6);
    const auto divisions = model::divisions_of(call.store());
    if (divisions.empty())
        throw model::Error(
            {msgid("There is no list of townships and villages of {1} in this version of the "
                   "program: hallctl divisions import FILE brings one"),
                {county}});
    const auto places = all_of<model::Place>(call);
    const auto postings = all_of<model::Posting>(call);
    const auto items = all_of<model::OutletItem>(call);
    const auto patrols = all_of<model::OutletPatrol>(call);
    const auto cases = all_of<model::AgencyCase>(call);
    return model::coverage(
        divisions, {places, postings, items, patrols, cases}, call.store().today());
}

json::object to_json(const model::Reached& reached)
{
    return {{"places", reached.places}, {"staff", reached.staff}, {"items", reached.items},
        {"patrols", reached.patrols}, {"cases", reached.cases}, {"full_time", reached.full_time}};
}

json::object to_json(const model::ReachedDivisions& level)
{
    auto object = to_json(level.with);
    object["all"] = level.all;
    return object;
}

void add_reached(
    TextTable& table, std::string code, std::string name, const model::Reached& reached)
{
    table.add({std::move(code), std::move(name), std::to_string(reached.places),
        std::to_string(reached.staff), std::to_string(reached.full_time),
        std::to_string(reached.items), std::to_string(reached.patrols),
        std::to_string(reached.cases)});
}

std::string in_words(Call& call, const char* sentence, const model::ReachedDivisions& level)
{
    const auto& with = level.with;
    return call.text({sentence,
        {std::to_string(level.all), std::to_string(with.places), std::to_string(with.staff),
            std::to_string(with.items), std::to_string(with.patrols), std::to_string(with.cases),
            std::to_string(with.full_time)}});
}

void print_coverage(Call& call, const model::Coverage& found)
{
    TextTable table({call.text(msgid("Division code")), call.text(msgid("Township or village")),
        call.text(msgid("Places")), call.text(msgid("Staff posted")),
        call.text(msgid("Full-time staff")), call.text(msgid("Items")),
        call.text(msgid("Patrols this quarter")), call.text(msgid("Cases this month"))});
    for (const auto& [division, reached] : found.lines)
        add_reached(table, division.code, division.name, reached);
    if (found.elsewhere != model::Reached{})
        add_reached(table, "", call.text(msgid("Elsewhere")), found.elsewhere);
    add_reached(table, "", call.text(msgid("Together")), found.total);
    call.print(table.text());
    call.print(in_words(call,
        msgid("{1} townships: {2} with a place, {3} with staff, {4} with items, {5} patrolled this "
              "quarter, {6} with cases this month, {7} with full-time staff"),
        found.townships));
    call.print(in_words(call,
        msgid("{1} villages: {2} with a place, {3} with staff, {4} with items, {5} patrolled this "
              "quarter, {6} with cases this month, {7} with full-time staff"),
        found.villages));
}

Exit coverage(Call& call)
{
    const bool is_part = is_partial(call,
        {&model::def_of<model::Place>(), &model::def_of<model::Posting>(),
            &model::def_of<model::OutletItem>(), &model::def_of<model::OutletPatrol>(),
            &model::def_of<model::AgencyCase>()});
    const auto found = coverage_of(call);
    if (!call.json()) {
        print_coverage(call, found);
        print_note_of_part(call, is_part);
        return Exit::done;
    }
    json::array lines;
    for (const auto& [division, reached] : found.lines) {
        auto object = to_json(reached);
        object["code"] = division.code;
        object["name"] = division.name;
        object["village"] = division.is_village;
        lines.push_back(std::move(object));
    }
    call.answer({{"on", model::to_iso(call.store().today())}, {"partial", is_part},
        {"divisions", std::move(lines)}, {"elsewhere", to_json(found.elsewhere)},
        {"total", to_json(found.total)}, {"townships", to_json(found.townships)},
        {"villages", to_json(found.villages)}});
    return Exit::done;
}

} // namespace

const std::vector<Command>& figure_commands()
{
    static const std::vector<Command> commands{
        {"figures", "figures stationing",
            msgid("how many items and units are at the hall, and why the others are not"), 1, 1, {},
            figures,
            msgid(
                "Counts the items in force that are done upon application, each once; percentages "
                "are cut after one place.")},
        {"coverage", "coverage",
            msgid("which townships and villages have a place, staff, items, patrols and cases"), 0,
            0, {}, coverage},
        {"divisions", msgid("divisions [import FILE | drop]"),
            msgid("the list of townships and villages that coverage goes by, or another one"), 0, 2,
            {"sheet", "encoding"}, divisions,
            msgid("A sheet with the codes (9 or 12 digits) and names of your county, as the "
                  "statistics bureau publishes them; rows of other counties are left out. It is "
                  "kept in this file: import it on each computer.\ndrop  back to the list that "
                  "came along\n--sheet  which sheet of a workbook\n--encoding  of a .csv, if it is "
                  "not found out rightly")},
        {"rotation", msgid("rotation [--to OUT.(xlsx|csv)]"),
            msgid("who reaches the two years at the window in which month, and who is past them"),
            0, 0, {"to"}, rotation,
            msgid("Counted are the postings of whom a unit sends, from their first day; an "
                  "extension that was agreed to puts the day off. The term is the setting "
                  "posting_months.")},
        {"leave-balance", msgid("leave-balance [--year YEAR]"),
            msgid("how everybody stands with annual and other leave in a year"), 0, 0, {"year"},
            leave_balance,
            msgid("Days are those entered with a leave, or else the working days it covers by the "
                  "calendar of days off.")},
        {"case-report", msgid("case-report [--month MONTH] [--to OUT.(xlsx|csv)]"),
            msgid("the case counts of a month by unit and window, with what does not add up"), 0, 0,
            {"month", "to"}, case_report,
            msgid("Without a month the last that is over. Beside it the month before and the same "
                  "month of the year before; with --json each number brings the filter that lists "
                  "its records.")},
        {"dashboard", msgid("dashboard [--chart NAME] [--out OUT.(xlsx|csv)]"),
            msgid(
                "the numbers of the overview: windows, staff, stationing, outlets, twelve months"),
            0, 0, {"chart", "out"}, dashboard,
            msgid("--chart windows_by_state  that chart alone; its title will do\nWith --json each "
                  "number brings the filter that lists its records.")},
    };
    return commands;
}

} // namespace app
