#include "app/server/command.h"
#include "model/base/error.h"
#include "model/store/audit_check.h"
#include "model/store/damage.h"
#include "model/store/file_sum.h"

#include <boost/json/array.hpp>
#include <SQLiteCpp/Backup.h>

#include <algorithm>
#include <filesystem>

namespace app {

namespace {

namespace json = boost::json;
using model::Error;
using model::Hash128;
using model::msgid;

constexpr auto everything = [](model::Scope, const model::Uuid&) { return true; };

using Count = model::FileSum;

/// What the rows themselves add up to, and how many they are.
Count counted(model::Database& db)
{
    return model::guarded(db, [&] {
        const model::Transaction snapshot(db, model::TransactionKind::reading);
        auto count = model::sum_of_rows(db.handle());
        if (count.digest != model::sum_kept(db.handle()).digest)
            throw Error({msgid("The records in {1} do not add up to the sum that was kept of them: "
                               "restore the last backup"),
                {db.path()}});
        return count;
    });
}

std::string utf8_of(const std::filesystem::path& path)
{
    const auto utf8 = path.u8string();
    return {utf8.begin(), utf8.end()};
}

bool lies_in(const std::string& path, const std::string& folder)
{
    const auto whole = [](const std::string& utf8) {
        std::error_code ignored;
        return std::filesystem::weakly_canonical(std::u8string(utf8.begin(), utf8.end()), ignored);
    };
    const auto outer = whole(folder);
    const auto inner = whole(path);
    return std::ranges::mismatch(outer, inner).in1 == outer.end();
}

/// A folder in the making, which goes again unless it is finished.
class Unfinished {
public:
    explicit Unfinished(const std::string& final_path)
        : final_(std::u8string(final_path.begin(), final_path.end()))
        , path_(final_.u8string() + u8".unfinished")
    {
        std::error_code error;
        if (std::filesystem::exists(final_, error))
            throw Error({msgid("{1} is there already and stays as it is: choose another name"),
                {final_path}});
        std::filesystem::remove_all(path_, error); // of a backup that was cut off
        make_private_folder(text());
    }
    ~Unfinished()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    std::string text() const { return utf8_of(path_); }

    void finish()
    {
        std::error_code error;
        std::filesystem::rename(path_, final_, error);
        if (error)
            throw Error(
                {msgid("The folder {1} cannot be made: look whether the folder it is to lie "
                       "in is there and can be written to"),
                    {utf8_of(final_)}});
    }

private:
    std::filesystem::path final_;
    std::filesystem::path path_;
};

/// Copies one state of the data, whatever a running server writes meanwhile; gives its digest.
Hash128 copy_data(const DataFolder& from, const std::string& to, const World& world)
{
    County county(from, world);
    model::Database copy(to, from.key(), {.opening = model::Opening::fresh});
    const auto digest = model::guarded(county.db, [&] {
        const model::Transaction snapshot(county.db, model::TransactionKind::reading);
        const auto sum = county.store.rows().digest(everything); // here the snapshot begins
        SQLite::Backup(copy.handle(), county.db.handle()).executeStep();
        return sum;
    });
    // A server that starts from the copy tells its devices by a new epoch that its data went back
    // in time.
    model::guarded(copy, [&] {
        model::Transaction transaction(copy);
        copy.handle().exec("DELETE FROM meta WHERE name = 'epoch'");
        transaction.commit();
    });
    return digest;
}

Count verified(const DataFolder& folder, const Hash128& digest)
{
    const Error failed({msgid("The backup came out different from the county's data and was thrown "
                              "away: check the disk it was written to")});
    if (!model::damage(folder.data_file(), folder.key()).empty())
        throw failed;
    model::Database db(folder.data_file(), folder.key());
    const auto count = counted(db);
    if (count.digest != digest)
        throw failed;
    return count;
}

} // namespace

Exit check_county(const Call& call)
{
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    json::array damage;
    std::string text;
    for (const auto& message : model::damage(folder.data_file(), folder.key())) {
        damage.emplace_back(call.text(message));
        text += call.text(message) + '\n';
    }
    if (!damage.empty()) {
        text += call.text(
            {msgid("The county's data is damaged: stop the server and bring {1} back from "
                   "its last backup\n"),
                {call.data()}});
        call.answer({{"sound", false}, {"damage", damage}}, text);
        return Exit::failed;
    }
    County county(folder, call.world);
    const auto count = counted(county.db);
    const auto devices = county.hub.devices().size();
    const auto log = model::check_audit(county.store);
    model::note_findings(county.store, log);
    json::array findings;
    text = call.text({msgid("The county's data is sound: {1} records, {2} devices\n"),
        {std::to_string(count.records), std::to_string(devices)}});
    for (const auto& finding : log.findings) {
        findings.emplace_back(call.text(finding.sentence()));
        text += call.text(finding.sentence()) + '\n';
    }
    call.answer({{"sound", log.is_sound()}, {"damage", damage}, {"county", county.hub.county()},
                    {"records", count.records}, {"devices", devices},
                    {"digest", count.digest.hex()}, {"audit", findings}},
        text);
    return log.is_sound() ? Exit::done : Exit::failed;
}

Exit back_up(const Call& call)
{
    if (call.options.operands.size() != 1)
        throw model::UsageError({msgid("Say where the backup goes: backup OUT")});
    const auto& out = call.options.operands[0];
    auto& files = call.world.files;
    const DataFolder folder(files, call.world.random, call.data(), DataFolder::Missing::refuse);

    if (lies_in(out, call.data()))
        throw model::UsageError(
            {msgid("A backup within the folder {1} would be lost with it: put it "
                   "elsewhere, best on another disk"),
                {call.data()}});
    Unfinished copy(out);
    for (const auto* name : {"county.key", "tls.key", "tls.crt"})
        files.write(path_in(copy.text(), name), files.read(folder.file(name)).value(),
            model::Readers::owner);
    const auto digest = copy_data(folder, path_in(copy.text(), "county.hall"), call.world);
    const DataFolder made(files, call.world.random, copy.text(), DataFolder::Missing::refuse);
    const auto count = verified(made, digest);
    copy.finish();
    call.answer({{"backup", out}, {"records", count.records}, {"digest", count.digest.hex()}},
        call.text({msgid("{1} records are backed up to {2}; whoever holds that folder can read "
                         "them, so lock it away\n"),
            {std::to_string(count.records), out}}));
    return Exit::done;
}

} // namespace app
