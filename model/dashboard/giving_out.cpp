#include "model/dashboard/giving_out.h"

#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/commands/seen_through.h"

namespace model {

void require_charts(
    Editor& editor, Action action, std::span<const Chart> charts, const Translate& translate)
{
    const auto permission = editor.permission();
    const auto through = seen_through(permission);
    for (const auto& chart : charts)
        for (const auto& total : chart.totals) {
            Query counted{.def = chart.def,
                .where = permission.extent(Action::see, *chart.def).condition(*chart.def)};
            compile(total.where, counted, editor.store().catalog(), translate, false, through);
            require_of_all(editor, action, std::move(counted));
        }
}

std::string titles_of(std::span<const Chart> charts, const Translate& translate)
{
    std::vector<std::string> titles;
    for (const auto& chart : charts)
        titles.push_back(translate(chart.title));
    return join(titles, translate(msgid(", ")));
}

} // namespace model
