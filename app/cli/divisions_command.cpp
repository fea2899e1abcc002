#include "app/cli/divisions_command.h"

#include "app/cli/json.h"
#include "model/base/files.h"
#include "model/commands/own_divisions.h"
#include "model/exchange/division_sheet.h"

#include <algorithm>

namespace app {

namespace {

using model::msgid;
using model::UsageError;

void import_list(Call& call, const std::string& county)
{
    const auto path = model::path_of(call.operand(1));
    const auto& line = call.line();
    const auto list = model::read_divisions(
        path, county, {.encoding = line.value("encoding"), .sheet = line.value("sheet")});
    model::keep_divisions(call.editor(), list.divisions, model::file_name(path));
    if (list.elsewhere > 0)
        call.note(call.text(
            {msgid("Rows of other counties, left out: {1}"), {std::to_string(list.elsewhere)}}));
}

void tell(Call& call, const std::string& county)
{
    const auto all = model::divisions_of(call.store());
    const bool is_own = model::has_own_divisions(call.store());
    const auto villages = std::ranges::count_if(all, &model::Subdivision::is_village);
    const auto townships = std::ssize(all) - villages;
    if (call.json())
        return call.answer({{"county", county}, {"own", is_own}, {"townships", townships},
            {"villages", villages}});
    call.print(call.text(
        {is_own ? msgid("{1}: {2} townships and {3} villages, from a list that was imported")
                : msgid("{1}: {2} townships and {3} villages, from the list that came along"),
            {county, std::to_string(townships), std::to_string(villages)}}));
}

} // namespace

Exit divisions(Call& call)
{
    constexpr std::size_t county_digits = 6;
    const auto& words = call.line().operands;
    const bool imports = !words.empty() && words[0] == "import";
    const bool drops = !words.empty() && words[0] == "drop";
    if (!words.empty() && !imports && !drops)
        throw UsageError({msgid("divisions knows import FILE and drop, not “{1}”"), {words[0]}});
    if (imports && words.size() != 2)
        throw UsageError({msgid("The file is missing: divisions import FILE")});
    if (drops && words.size() != 1)
        throw UsageError({msgid("divisions drop takes no file")});
    const auto county = call.store().self().region.substr(0, county_digits);
    if (imports)
        import_list(call, county);
    else if (drops)
        model::drop_divisions(call.editor());
    tell(call, county);
    return Exit::done;
}

} // namespace app
