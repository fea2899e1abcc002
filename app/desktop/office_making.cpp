#include "app/desktop/office_making.h"

#include "model/access/new_office.h"
#include "model/access/recovery_key.h"
#include "model/entities/catalog.h"
#include "model/sync/connect.h"
#include "views/widgets/tr.h"

#include <wx/stdpaths.h>
#include <wx/utils.h>

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
            model::enrol_with(store, *wish.join);
        else
            model::add_own_place(store, made.account);
    } catch (...) {
        model::unmake_file(files, wish.path);
        throw;
    }
    return model::recovery_text(made.key);
}

} // namespace

views::OfficeMaking office_making()
{
    auto name = wxGetUserName();
    if (name.empty())
        name = wxGetUserId();
    return {.make = make_office,
        .account = views::from_wx(name),
        .folder = views::from_wx(wxStandardPaths::Get().GetDocumentsDir())};
}

} // namespace app
