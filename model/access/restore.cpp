#include "model/access/restore.h"

#include "model/access/key_file.h"
#include "model/base/error.h"
#include "model/store/checked_vfs.h"
#include "model/store/copy_aside.h"
#include "model/store/damage.h"
#include "model/store/store_message.h"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace model {

namespace {

constexpr const char* log_ending = "-wal";

/// The data file while it is taken out of its place. Nobody else writes to it meanwhile, and its
/// log is in it; a damaged file is left as it is.
class TakenOver {
public:
    /// Throws where somebody works with the file, or the key is another file's.
    TakenOver(const std::string& file, const DataKey& key, const std::string& vfs)
        : file_(file)
        , vfs_(vfs)
    {
        try {
            db_.emplace(file, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, 2000,
                detail::encrypted_vfs(vfs));
            detail::set_key(db_->getHandle(), key);
            if (db_->execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete")
                throw StoreError({file_in_use, {file}});
            db_->exec("BEGIN EXCLUSIVE");
        } catch (const SQLite::Exception& error) {
            db_.reset();
            if (store_message(error, file).id == std::string_view(file_in_use))
                throw StoreError({file_in_use, {file}});
            refuse_another(key);
        }
    }

    /// Lets go of the file, for what is renamed may not be open everywhere. Throws where somebody
    /// was there at once.
    void let_go(Files& files)
    {
        if (!db_)
            return;
        db_.reset();
        if (files.exists(file_ + log_ending))
            throw StoreError({file_in_use, {file_}});
    }

private:
    void refuse_another(const DataKey& key) const
    {
        const auto found = damage(file_, key, {.vfs = vfs_});
        if (found.size() == 1 && found[0] == wrong_key_message(file_))
            throw Error({msgid("{1} is another data file than the one that was copied, or nothing "
                               "of it can be read: move it and its .keys file to another folder, "
                               "then restore"),
                {file_}});
    }

    std::string file_;
    std::string vfs_;
    std::optional<SQLite::Database> db_;
};

/// The same bytes under a second name: at once where the disk can do that, else copied.
void keep_as(Files& files, const std::string& from, const std::string& to)
{
    if (!files.exists(from))
        return;
    std::error_code error;
    std::filesystem::create_hard_link(path_of(from), path_of(to), error);
    if (error)
        files.copy(from, to);
}

/// What lies under the file's name now, kept under another.
class KeptAside {
public:
    KeptAside(Files& files, const std::string& file) : files_(files), file_(file)
    {
        if (!files.exists(file))
            return;
        name_ = name_aside(file);
        try {
            keep_as(files, file, name_);
            keep_as(files, file + log_ending, name_ + log_ending);
            if (const auto keys = files.read(KeyFile::path_of(file)))
                files.write(KeyFile::path_of(name_), *keys, Readers::owner);
        } catch (...) {
            drop();
            throw;
        }
    }

    const std::string& name() const { return name_; }

    /// The file stays in its place after all, with its log.
    void give_back()
    {
        if (!name_.empty() && !files_.exists(file_ + log_ending))
            keep_as(files_, name_ + log_ending, file_ + log_ending);
        drop();
    }

private:
    void drop()
    {
        for (const auto& name : {name_, name_ + log_ending, KeyFile::path_of(name_)})
            if (!name_.empty())
                files_.remove(name);
        name_.clear();
    }

    Files& files_;
    std::string file_;
    std::string name_;
};

void bring_keys(Files& files, const Backup& copy, const std::string& file)
{
    if (const auto bytes = files.read(KeyFile::path_of(copy.path)))
        files.write(KeyFile::path_of(file), *bytes, Readers::owner);
}

/// After a restore that came to nothing. A disk that will not do this either keeps more than it
/// should, and nothing less; why it came to nothing is what is told.
void clear_up(Files& files, const std::string& near, std::optional<KeptAside>& aside,
    const std::string& brought_keys)
try {
    if (aside)
        aside->give_back();
    files.remove(near);
    if (!brought_keys.empty())
        files.remove(brought_keys);
} catch (const Error&) { // NOLINT(bugprone-empty-catch)
}

/// The copy beside the file, whole and looked at.
std::string bring_near(const BackupTools& tools, const Backup& copy, const DataKey& key,
    const std::string& file, const FileSum& sum)
{
    auto near = file + ".restoring";
    tools.files.copy(copy.path, near);
    try {
        expect_sound(near, key, sum, tools.vfs);
    } catch (const StoreError&) { // the copy itself was sound a moment ago
        std::optional<KeptAside> nothing;
        clear_up(tools.files, near, nothing, {});
        throw Error({msgid("The copy {1} came out different from the data and was thrown away: "
                           "check the disk it was written to"),
            {near}});
    }
    return near;
}

} // namespace

Restored restore_file(const BackupTools& tools, const Backup& copy, const DataKey& key,
    const std::string& file, KeysAfter keys)
{
    auto& files = tools.files;
    std::error_code unknown;
    if (std::filesystem::equivalent(path_of(copy.path), path_of(file), unknown))
        throw UsageError({msgid("{1} is the data file itself: name a copy of it"), {file}});
    if (!files.exists(copy.path))
        throw Error({msgid("There is no copy {1}: check the name, or plug in the disk it is on"),
            {copy.path}});
    if (const auto trouble = trouble_with(tools, copy, key))
        throw Error(*trouble);
    const auto sum = copy.note ? copy.note->sum : facts_of(copy.path, key, tools.vfs).kept;
    // What takes long comes first: from here to the end nobody else writes to the file.
    const auto near = bring_near(tools, copy, key, file, sum);
    std::optional<KeptAside> aside;
    const bool lacks_keys = !files.exists(KeyFile::path_of(file));
    try {
        std::optional<TakenOver> taken;
        if (files.exists(file))
            taken.emplace(file, key, tools.vfs);
        aside.emplace(files, file);
        if (taken)
            taken->let_go(files);
        // First, for a file that nobody can open is of no use.
        if (lacks_keys)
            bring_keys(files, copy, file);
        // A log left here would be taken for the restored file's own.
        for (const auto* ending : {log_ending, "-shm", "-journal"})
            files.remove(file + ending);
        files.rename(near, file);
    } catch (...) {
        clear_up(files, near, aside, lacks_keys ? KeyFile::path_of(file) : std::string());
        throw;
    }
    if (keys == KeysAfter::from_copy && !lacks_keys)
        bring_keys(files, copy, file);
    return {aside->name(), sum.records};
}

} // namespace model
