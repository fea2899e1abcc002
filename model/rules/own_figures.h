#pragma once

#include "model/entities/setting.h"
#include "model/rules/rule.h"

namespace model {

/// What the county set itself for a limit or a deadline.
struct OwnFigure {
    std::int64_t value = 0;
    SettingUnit unit = SettingUnit::count;
    std::optional<Source> source;
};

/// The newest figure of that name that the register `setting` has in force by `context.today`. One
/// without a day or a number, and one counted in what the matter is not, is none. One query, and
/// none for a name that no county can set.
std::optional<OwnFigure> own_figure(std::string_view name, const Context& context);

/// What the matter is usually counted in; a deadline as its list says, a limit as its name ends.
SettingUnit usual_unit(std::string_view name);

/// Whether the matter can be counted so: a limit as usual only, a deadline in days of either kind,
/// months or years.
bool fits(std::string_view name, SettingUnit unit);

/// The matter's name in the lists of figures.
std::string_view name_of(Matter matter);

} // namespace model
