#include "tests/simulation/machine.h"

#include <sqlite3.h>
#include <SQLiteCpp/Backup.h>

#include <vector>

namespace tests {

namespace {

using namespace model;

/// Databases whose schema is made once and used by one machine after the other.
struct Shelf {
    std::vector<std::unique_ptr<Database>> spare;
    std::shared_ptr<SQLite::Database> pristine;
};

Shelf& shelf()
{
    static Shelf all;
    return all;
}

std::shared_ptr<SQLite::Database> copied(SQLite::Database& from)
{
    auto to = std::make_shared<SQLite::Database>(
        ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(*to, from).executeStep();
    return to;
}

class MemoryMachine : public Machine {
public:
    MemoryMachine()
    {
        auto& [spare, pristine] = shelf();
        if (spare.empty()) {
            db_ = std::unique_ptr<Database>(new Database(Database::in_memory()));
            if (!pristine)
                pristine = copied(db_->handle());
            return;
        }
        db_ = std::move(spare.back());
        spare.pop_back();
        SQLite::Backup(db_->handle(), *pristine).executeStep();
    }
    ~MemoryMachine() override
    {
        let_live();
        shelf().spare.push_back(std::move(db_));
    }

    Database& db() override { return *db_; }

    void let_die_within(SeededRandom& random, unsigned reach) override
    {
        constexpr int instructions = 10;
        left_ = static_cast<int>(random.below(reach * 16 + 1));
        dead_ = false;
        sqlite3_progress_handler(db_->handle().getHandle(), instructions, count, this);
    }

    bool is_dead() const override { return dead_; }

    void let_live() override
    {
        dead_ = false;
        sqlite3_progress_handler(db_->handle().getHandle(), 0, nullptr, nullptr);
        if (sqlite3_get_autocommit(db_->handle().getHandle()) == 0)
            db_->handle().exec("ROLLBACK");
    }

    void restart(SeededRandom&) override { let_live(); }

    Copy copy() override { return {.memory = copied(db_->handle()), .disk = {}}; }
    void put(const Copy& copy) override
    {
        SQLite::Backup(db_->handle(), *copy.memory).executeStep();
    }

private:
    static int count(void* machine)
    {
        auto& self = *static_cast<MemoryMachine*>(machine);
        if (self.left_ > 0)
            --self.left_;
        else
            self.dead_ = true;
        return self.dead_ ? 1 : 0;
    }

    std::unique_ptr<Database> db_;
    int left_ = 0;
    bool dead_ = false;
};

SimDisk exact_copy(const SimDisk& disk)
{
    SimDisk copy;
    for (const auto& [name, file] : disk.names) {
        auto same = std::make_shared<SimFile>();
        same->now = same->synced = file->now;
        copy.names[name] = std::move(same);
    }
    copy.sync_names();
    return copy;
}

class DiskMachine : public Machine {
public:
    explicit DiskMachine(SeededRandom& random)
        : vfs_("computer-" + std::to_string(random.next()) + std::to_string(random.next()))
    {
        open(Opening::fresh);
    }

    Database& db() override { return *db_; }

    void let_die_within(SeededRandom& random, unsigned reach) override
    {
        const int call = 1 + static_cast<int>(random.below(reach / 8 + 1));
        dies_at_ = vfs_.changes() + call;
        vfs_.fail_at(call, SQLITE_IOERR, Lasting::from_then_on);
    }

    bool is_dead() const override { return dies_at_ != 0 && vfs_.changes() >= dies_at_; }

    void let_live() override
    {
        vfs_.fail_no_more();
        dies_at_ = 0;
    }

    void restart(SeededRandom& random) override
    {
        if (is_dead())
            vfs_.crash(random);
        reopen();
    }

    Copy copy() override { return {.memory = nullptr, .disk = exact_copy(vfs_.disk())}; }

    void put(const Copy& copy) override
    {
        vfs_.insert(exact_copy(copy.disk));
        reopen();
    }

private:
    void open(Opening opening)
    {
        db_.emplace("/hall.db", key_, DatabaseOptions{opening, vfs_.name()});
    }

    void reopen()
    {
        let_live();
        db_.reset();
        open(Opening::existing);
    }

    SimVfs vfs_;
    DataKey key_; // one for all, so that a copy opens on any of them
    std::optional<Database> db_;
    int dies_at_ = 0;
};

} // namespace

std::unique_ptr<Machine> machine_in_memory()
{
    return std::make_unique<MemoryMachine>();
}

std::unique_ptr<Machine> machine_with_disk(SeededRandom& random)
{
    return std::make_unique<DiskMachine>(random);
}

} // namespace tests
