#pragma once

#include "model/commands/editor.h"
#include "model/dashboard/chart.h"

#include <span>

namespace model {

/// Throws Error where the editor's account may not copy, export or print (`action`) all the records
/// that stand behind the charts.
void require_charts(
    Editor& editor, Action action, std::span<const Chart> charts, const Translate& translate);

/// "Windows by state, Staff by source": what the audit log calls them.
std::string titles_of(std::span<const Chart> charts, const Translate& translate);

} // namespace model
