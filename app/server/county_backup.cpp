#include "app/server/county_backup.h"

#include "model/access/backup_note.h"
#include "model/base/error.h"
#include "model/store/audit.h"

#include <algorithm>
#include <filesystem>

namespace app {

namespace {

namespace fs = std::filesystem;
using model::Error;
using model::msgid;

constexpr const char* data_name = "county.hall";
constexpr const char* copies_setting = "copies_folder";
constexpr int late_days = 2;

/// A folder in the making, which goes again unless it is finished.
class Unfinished {
public:
    explicit Unfinished(const std::string& final_path)
        : final_(model::path_of(final_path))
        , path_(final_.u8string() + u8".unfinished")
    {
        std::error_code error;
        if (fs::exists(final_, error))
            throw Error({msgid("{1} is there already and stays as it is: choose another name"),
                {final_path}});
        fs::remove_all(path_, error); // of a backup that was cut off
        make_private_folder(text());
    }
    ~Unfinished()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    std::string text() const { return model::text_of(path_); }

    void finish()
    {
        std::error_code error;
        fs::rename(path_, final_, error);
        if (error)
            throw Error(
                {msgid("The folder {1} cannot be made: look whether the folder it is to lie "
                       "in is there and can be written to"),
                    {model::text_of(final_)}});
    }

private:
    fs::path final_;
    fs::path path_;
};

/// The copy begins another time of the county; it lies still, without a log.
void forget_epoch(const std::string& copy, const model::DataKey& key)
{
    model::Database db(copy, key);
    model::guarded(db, [&] {
        {
            model::Transaction transaction(db);
            db.handle().exec("DELETE FROM meta WHERE name = 'epoch'");
            transaction.commit();
        }
        db.handle().exec("PRAGMA journal_mode = DELETE");
    });
}

/// The copies of this county in the folder, newest first.
std::vector<CountyCopy> copies_in(
    const World& world, const std::string& folder, const model::DataKey& key)
{
    std::vector<CountyCopy> found;
    const auto fingerprint = model::fingerprint_of(key);
    std::error_code unknown;
    for (const auto& entry : fs::directory_iterator(model::path_of(folder), unknown)) {
        const auto path = model::text_of(entry.path());
        if (path.ends_with(".unfinished"))
            continue;
        const auto note = model::note_beside(world.files, path_in(path, data_name));
        if (note && note->key == fingerprint && world.files.exists(path_in(path, data_name)))
            found.push_back({path, *note});
    }
    std::ranges::sort(
        found, std::ranges::greater{}, [](const CountyCopy& copy) { return copy.note.at; });
    return found;
}

void thin_out_copies(const World& world, const std::string& folder, const model::DataKey& key)
{
    std::vector<model::KeptCopy> kept;
    for (const auto& copy : copies_in(world, folder, key))
        if (copy.note.reason == model::BackupReason::daily) // what somebody asked for is his
            kept.push_back(
                {copy.folder, std::min(copy.note.at, world.clock.now()), copy.note.bytes});
    std::error_code ignored;
    for (const auto& path : model::to_delete(kept, {}))
        fs::remove_all(model::path_of(path), ignored);
}

std::string free_folder(const std::string& folder, const std::string& office, model::Instant at)
{
    auto name = model::backup_name(office.empty() ? "county" : office, at);
    name.resize(name.rfind('.'));
    auto path = path_in(folder, name);
    std::error_code unknown;
    for (int number = 2; fs::exists(model::path_of(path), unknown); ++number)
        path = path_in(folder, name + '-' + std::to_string(number));
    return path;
}

} // namespace

CountyCopy copy_county(
    const DataFolder& from, const World& world, const std::string& out, model::BackupReason reason)
{
    Unfinished copy(out);
    for (const auto* name : {"county.key", "tls.key", "tls.crt"})
        world.files.write(path_in(copy.text(), name), world.files.read(from.file(name)).value(),
            model::Readers::owner);
    County county(from, world);
    const auto to = path_in(copy.text(), data_name);
    model::make_backup(
        {world.files, world.clock}, county.db.handle(), from.data_file(), from.key(), to, reason);
    forget_epoch(to, from.key());
    auto done = verified_copy(world, copy.text());
    copy.finish();
    done.folder = out;
    model::BackupRun run;
    run.made.push_back({out, done.note});
    model::note_backups(county.store, run, {});
    return done;
}

CountyCopy verified_copy(const World& world, const std::string& folder)
{
    const DataFolder made(world.files, world.random, folder, DataFolder::Missing::refuse);
    const model::Backup copy{made.data_file(), model::note_beside(world.files, made.data_file())};
    const model::BackupTools tools{world.files, world.clock};
    if (const auto trouble = model::trouble_with(tools, copy, made.key()))
        throw Error(*trouble);
    if (copy.note)
        return {folder, *copy.note};
    // A copy of an older version, or the folder of a server that does not run.
    return {folder, {.sum = model::facts_of(made.data_file(), made.key()).kept}};
}

void expect_elsewhere(const std::string& out, const std::string& data)
{
    const auto whole = [](const std::string& path) {
        std::error_code ignored;
        return fs::weakly_canonical(model::path_of(path), ignored);
    };
    const auto lies_within = [](const fs::path& inner, const fs::path& outer) {
        return std::ranges::mismatch(outer, inner).in1 == outer.end();
    };
    const auto where = whole(out);
    const auto from = whole(data);
    if (lies_within(where, from))
        throw model::UsageError(
            {msgid("A backup within the folder {1} would be lost with it: put it "
                   "elsewhere, best on another disk"),
                {data}});
    if (lies_within(from, where))
        throw model::UsageError(
            {msgid("The folder {1} that the server works in lies among the backups in {2}, which "
                   "are thinned out: move it elsewhere first, best to another disk"),
                {data, out}});
}

void begin_to_work_in(model::Files& files, const DataFolder& folder)
{
    if (const auto note = model::note_path(folder.data_file()); files.exists(note))
        files.remove(note);
}

CopiesState copies_state(
    County& county, const World& world, const model::DataKey& key, const std::string& folder)
{
    CopiesState state{.folder = folder};
    const auto now = world.clock.now();
    for (const auto& copy : copies_in(world, folder, key)) {
        if (copy.note.at > now + model::a_day) // a clock ran ahead then
            continue;
        state.last = copy.note.at;
        state.is_current = copy.note.mark
            == model::guarded(county.db, [&] { return model::mark_of(county.db.handle()); });
        break;
    }
    state.is_late = !state.is_current && now - state.last > late_days * model::a_day;
    return state;
}

DailyCopies::DailyCopies(const DataFolder& from, const World& world, std::string folder, Tell tell)
    : from_(from)
    , world_(world)
    , folder_(std::move(folder))
    , tell_(std::move(tell))
    , thread_([this] { run(); })
{
}

DailyCopies::~DailyCopies()
{
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopping_.notify_one();
    thread_.join();
}

void DailyCopies::run()
{
    using std::chrono::minutes;
    for (;;) {
        auto pause = minutes(10);
        try {
            copy_if_due();
        } catch (const Error& error) {
            tell_(error.message(), true);
            pause = minutes(60);
        } catch (const std::exception& error) { // the server goes on
            tell_({msgid("The daily backup of the county to {1} failed: {2}"),
                      {folder_, error.what()}},
                true);
            pause = minutes(60);
        }
        std::unique_lock lock(mutex_);
        if (stopping_.wait_for(lock, pause, [this] { return is_stopping_; }))
            return;
    }
}

void DailyCopies::copy_if_due()
{
    std::string office;
    {
        County county(from_, world_);
        const auto state = copies_state(county, world_, from_.key(), folder_);
        const auto now = world_.clock.now();
        if (state.is_current
            || (state.last != 0 && model::china_date(state.last) == model::china_date(now)))
            return;
        office = county.store.self().office;
    }
    if (!model::is_folder(folder_))
        throw Error({msgid("The backup folder {1} is not there: plug in the disk, or "
                           "choose another folder"),
            {folder_}});
    const auto out = free_folder(folder_, office, world_.clock.now());
    const auto done = copy_county(from_, world_, out, model::BackupReason::daily);
    thin_out_copies(world_, folder_, from_.key());
    tell_({msgid("Backed up to {1}, {2} records"), {out, std::to_string(done.note.sum.records)}},
        false);
}

std::string remembered_copies(County& county)
{
    return model::guarded(county.db, [&] { return county.store.rows().setting(copies_setting); });
}

void remember_copies(County& county, const std::string& folder)
{
    if (remembered_copies(county) == folder)
        return;
    model::guarded(county.db, [&] {
        model::Transaction transaction(county.db);
        county.store.rows().set_setting(copies_setting, folder);
        transaction.commit();
    });
}

} // namespace app
