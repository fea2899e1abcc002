#pragma once

namespace views {

/// Lets the system's calendar name months and days as its user does. Before the first calendar.
void name_days();

} // namespace views
