#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl case-report: the report of case counts of a month.
Exit case_report(Call& call);

} // namespace app
