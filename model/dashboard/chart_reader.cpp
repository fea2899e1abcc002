#include "model/dashboard/chart_reader.h"

#include "model/base/text.h"
#include "model/commands/seen_through.h"

namespace model {

namespace {

std::string with_day(std::string_view where, Date today)
{
    const std::string place = "{1}";
    std::string text(where);
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at))
        text.replace(at, place.size(), to_iso(today));
    return text;
}

} // namespace

CrossSight ChartReader::sight(const EntityDef& of) const
{
    return {.condition = permission.extent(Action::see, of).condition(of),
        .compares_personal = false,
        .through = seen_through(permission)};
}

CrossQuestion ChartReader::question(std::string_view entity, std::string_view rows,
    std::string_view columns, std::string_view sum, std::string_view where) const
{
    const auto& of = def(entity);
    const auto crossed = [&](std::string_view field) {
        return parse_cross_field(std::string(field), of, store.catalog(), translate);
    };
    CrossQuestion asked{.def = &of, .rows = crossed(rows), .where = with_day(where, today)};
    if (!columns.empty())
        asked.columns = crossed(columns);
    if (!sum.empty())
        asked.sum = &parse_summed_field(std::string(sum), of, translate);
    return asked;
}

CrossTable ChartReader::cross(const CrossQuestion& asked) const
{
    return model::cross(store, asked, translate, sight(*asked.def));
}

void ChartReader::note_sight(Chart& chart) const
{
    if (!permission.extent(Action::see, *chart.def).is_everything())
        chart.notes.push_back({msgid("Only what this account may see is counted")});
}

std::string where_of(
    const CrossQuestion& question, const std::string& row, const std::string& column)
{
    std::vector<std::string> all;
    for (const auto& each : {question.where, row, column})
        if (!each.empty())
            all.push_back('(' + each + ')');
    return join(all, " and ");
}

} // namespace model
