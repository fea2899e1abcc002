#include "model/dashboard/dashboard.h"

#include "model/base/text.h"
#include "model/dashboard/chart_reader.h"
#include "model/entities/catalog.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

struct Kind {
    std::string_view entity;
    Chart (*read)(const ChartReader&);
};

/// All there are, in the order in which one looks at them.
constexpr std::array kinds{
    Kind{"window", windows_by_state},
    Kind{"posting", staff_by_source},
    Kind{"window", windows_by_kind},
    Kind{"posting", staff_by_identity},
    Kind{"case_count", cases_by_month},
    Kind{"complaint", complaints_by_month},
    Kind{"bad_rating", bad_ratings_by_month},
    Kind{"finding", findings_by_month},
    Kind{"leave", leave_by_month},
    Kind{"item", stationing_by_unit},
    Kind{"place", outlets_by_township},
    Kind{"posting", staff_by_township},
    Kind{"outlet_item", items_by_township},
    Kind{"agency_case", reports_by_township},
};

} // namespace

std::optional<Dashboard> read_dashboard(RecordStore& store, const Permission& permission,
    const Translate& translate, const std::function<bool()>& is_cancelled)
{
    Dashboard dashboard{.today = store.today(), .charts = {}, .left_out = {}};
    const ChartReader reader{store, permission, translate, dashboard.today};
    for (const auto& kind : kinds) {
        if (is_cancelled && is_cancelled())
            return std::nullopt;
        const auto& def = reader.def(kind.entity);
        if (permission.may_somewhere(Action::see, def))
            dashboard.charts.push_back(kind.read(reader));
        else if (std::ranges::find(dashboard.left_out, &def) == dashboard.left_out.end())
            dashboard.left_out.push_back(&def);
    }
    return dashboard;
}

bool has_dashboard(const Permission& permission)
{
    return std::ranges::any_of(kinds, [&](const Kind& kind) {
        return permission.may_somewhere(Action::see, hall_catalog().get(kind.entity));
    });
}

std::optional<Message> left_out_note(const Dashboard& dashboard, const Translate& translate)
{
    if (dashboard.left_out.empty())
        return std::nullopt;
    std::vector<std::string> names;
    for (const auto* def : dashboard.left_out)
        names.push_back(translate(def->plural));
    return Message{msgid("No charts of these registers, which this account may not look at: {1}"),
        {join(names, translate(msgid(", ")))}};
}

} // namespace model
