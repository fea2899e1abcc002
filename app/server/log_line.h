#pragma once

#include <string>

namespace app {

struct Served;

/// How a line of the log begins where the system's journal takes it: with "<6>" the journal knows
/// that it is no trouble, and it keeps the time itself. Empty elsewhere.
std::string journal_prefix(int status, bool has_trouble, const std::string& journal_stream);

/// The line of a request in the log, with that prefix. `journal_stream` is what the system's
/// service manager says of where the standard error goes (JOURNAL_STREAM); empty for none.
std::string log_line(const Served& served, const std::string& journal_stream);

} // namespace app
