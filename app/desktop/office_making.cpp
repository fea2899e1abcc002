#include "app/desktop/office_making.h"

#include "model/access/new_office.h"
#include "model/access/recovery_key.h"
#include "model/base/text.h"
#include "model/entities/catalog.h"
#include "model/sync/connect.h"
#include "views/widgets/tr.h"

#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <algorithm>
#include <array>

namespace app {

namespace {

std::string make_office(const views::OfficeWish& wish)
{
    model::SystemFiles files;
    model::SystemClock clock;
    model::SystemRandom random;
    const auto self = wish.join ? model::Self{.office = wish.office}
                                : model::self_of_office(wish.region, wish.office);
    const auto made =
        model::make_file(files, clock, random, {wish.path, wish.account, wish.passphrase});
    try {
        model::Database db(wish.path, made.key);
        model::RecordStore store(db, model::hall_catalog(), clock, random);
        store.set_self(self);
        if (wish.join)
            model::enrol_with(store, *wish.join, false, made.account);
        else
            model::add_own_place(store, made.account);
        model::add_founder(store, made.account);
    } catch (...) {
        model::unmake_file(files, wish.path);
        throw;
    }
    return model::recovery_text(made.key);
}

} // namespace

std::string person_named(const std::string& user)
{
    constexpr std::size_t longest = 4; // with a surname of two characters
    constexpr std::array offices{"用户", "管理员", "中心", "大厅", "窗口", "办公", "电脑", "来宾"};
    const auto name = model::is_utf8(user) ? model::to_utf32(user) : std::u32string();
    const bool is_person = name.size() >= 2 && name.size() <= longest
        && std::ranges::all_of(
            name, [](char32_t sign) { return sign >= U'\u4E00' && sign <= U'\u9FFF'; })
        && std::ranges::none_of(
            offices, [&](const std::string& word) { return user.find(word) != std::string::npos; });
    return is_person ? user : std::string();
}

views::OfficeMaking office_making()
{
    return {.make = make_office,
        .account = person_named(views::from_wx(wxGetUserName())),
        .folder = views::from_wx(wxStandardPaths::Get().GetDocumentsDir())};
}

} // namespace app
