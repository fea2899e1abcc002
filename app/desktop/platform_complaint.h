#pragma once

#include <string>

namespace app {

/// Tells why the program does not start to whoever started it: on the standard error, or in a box
/// where there is none, as in a program that Windows started by a click.
void complain(const std::string& sentence);

} // namespace app
