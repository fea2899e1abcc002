#pragma once

#include "views/start/first_start.h"

namespace app {

/// Makes data files for the first start: with the system's own clock, random numbers and files, in
/// the user's folder of documents unless he says otherwise.
views::OfficeMaking office_making();

} // namespace app
