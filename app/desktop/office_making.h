#pragma once

#include "views/start/first_start.h"

namespace app {

/// The name of a person among what systems call their users: two to four Chinese characters that
/// are no role ("管理员"), else nothing. "root" and "Administrator" are nobody.
std::string person_named(const std::string& user);

/// Makes data files for the first start: with the system's own clock, random numbers and files, in
/// the user's folder of documents unless he says otherwise.
views::OfficeMaking office_making();

} // namespace app
