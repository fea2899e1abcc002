#include "model/commands/own_divisions.h"

#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/entities/place.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::string_view setting = "divisions";
constexpr std::size_t county_digits = 6;
constexpr std::size_t village_digits = 12;

std::string own_list(RecordStore& store)
{
    return guarded(store.db(), [&] { return store.rows().setting(setting); });
}

void write(Editor& editor, const std::string& list, Message detail)
{
    require(editor, Action::enter, def_of<Place>());
    auto& store = editor.store();
    guarded(store.db(), [&] {
        Transaction transaction(store.db());
        Audit(store).note({.what = audited::settings,
            .who = editor.account(),
            .detail = std::move(detail),
            .kind = def_of<Place>().id});
        store.rows().set_setting(setting, list);
        transaction.commit();
    });
}

} // namespace

std::vector<Subdivision> divisions_of(RecordStore& store)
{
    const auto county = store.self().region.substr(0, county_digits);
    std::vector<Subdivision> own;
    for (const auto& line : split(own_list(store), '\n'))
        if (const auto comma = line.find(',');
            comma != std::string::npos && line.starts_with(county))
            own.push_back({line.substr(0, comma), line.substr(comma + 1), comma == village_digits});
    return own.empty() ? subdivisions_of(county) : own;
}

bool has_own_divisions(RecordStore& store)
{
    return !own_list(store).empty();
}

void keep_divisions(
    Editor& editor, const std::vector<Subdivision>& divisions, const std::string& file)
{
    std::string list;
    for (const auto& division : divisions)
        list += division.code + ',' + division.name + '\n';
    write(editor, list,
        {msgid("Took the list of {1} townships and villages from {2}"),
            {std::to_string(divisions.size()), file}});
}

void drop_divisions(Editor& editor)
{
    write(editor, {}, {msgid("Went back to the list of townships and villages that came along")});
}

} // namespace model
