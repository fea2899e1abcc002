#include "model/access/new_office.h"

#include "model/access/key_file.h"
#include "model/access/passphrase.h"
#include "model/base/text.h"
#include "model/commands/identity.h"
#include "model/entities/place.h"
#include "model/entities/user.h"
#include "model/store/batch.h"

namespace model {

namespace {

PlaceType place_type(const std::string& region)
{
    if (region.size() == 6)
        return PlaceType::hall;
    return region.size() == 9 ? PlaceType::township_centre : PlaceType::village_station;
}

} // namespace

MadeFile make_file(Files& files, Clock& clock, Random& random, const FileWish& wish)
{
    for (const auto& there : {wish.path, KeyFile::path_of(wish.path)})
        if (files.exists(there))
            throw Error(
                {msgid("{1} is there already and stays as it is: choose another name"), {there}});
    expect_hard_to_guess(wish.passphrase);
    MadeFile made{DataKey::make(random), {Uuid::make(clock, random), wish.account}};
    KeyFile keys;
    keys.add_slot(made.account, wish.passphrase, made.key, random);
    const Database fresh(wish.path, made.key, {.opening = Opening::fresh});
    try {
        keys.save(files, wish.path);
    } catch (...) {
        unmake_file(files, wish.path);
        throw;
    }
    return made;
}

void unmake_file(Files& files, const std::string& path)
{
    for (const auto& name : {KeyFile::path_of(path), path, path + "-wal", path + "-shm"})
        files.remove(name);
}

Self self_of_office(const std::string& region, const std::string& office)
{
    const bool digits = region.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || (region.size() != 6 && region.size() != 9 && region.size() != 12))
        throw UsageError({msgid("--region needs the division code of the office: 6 digits for a "
                                "county, 9 for a township, 12 for a village")});
    if (trimmed(office).empty())
        throw UsageError({msgid("--office needs the name of the office")});
    if (!is_utf8(office))
        throw UsageError({msgid("The text is not valid UTF-8")});
    Self self{.region = region, .office = trimmed(office)};
    self.org = {region.size() == 6 ? Role::agency : Role::outlet, region};
    return self;
}

Uuid add_own_place(RecordStore& store, const Account& account)
{
    const auto self = store.self();
    Place place;
    place.name = self.office;
    place.type = place_type(self.region);
    place.region = self.region;
    auto record = to_record(place);
    record.id = identity_for(record, store.clock(), store.random());
    Batch batch(
        store, {.label = {msgid("Add {1}"), {self.office}}, .account = account, .kind = "make"});
    batch.create(record);
    batch.commit();
    return record.id;
}

void add_founder(RecordStore& store, const Account& account)
{
    User user;
    user.id = account.id;
    user.name = account.name;
    user.roles = {"founder"};
    user.state = UserState::active;
    Batch batch(
        store, {.label = {msgid("Add {1}"), {account.name}}, .account = account, .kind = "make"});
    batch.create(to_record(user));
    batch.commit();
}

} // namespace model
