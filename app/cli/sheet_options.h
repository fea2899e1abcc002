#pragma once

#include "app/cli/call.h"

#include <map>
#include <string>
#include <vector>

namespace app {

/// In which heads and words of a sheet may be: the user's language first.
std::vector<model::Translate> languages_of_sheets(Call& call);

/// "姓名=name,备注=" as heads and fields. Throws UsageError for what is not written so.
std::map<std::string, std::string> head_map(
    Call& call, const model::EntityDef& def, const std::string& text);

} // namespace app
