#pragma once

#include "model/base/error.h"
#include "model/base/files.h"
#include "tests/support/sim_vfs.h"

#include <algorithm>
#include <sqlite3.h>

namespace tests {

/// The small files beside a database, on the same simulated disk: they fail with it, and a power
/// cut at any of their steps leaves what SystemFiles promises.
class SimFiles : public model::Files {
public:
    explicit SimFiles(SimVfs& vfs) : vfs_(vfs) {}

    std::optional<std::string> read(const std::string& path) override
    {
        const auto& names = vfs_.disk().names;
        const auto found = names.find(path);
        return found == names.end() ? std::nullopt : std::optional(found->second->now);
    }

    void write(const std::string& path, std::string_view bytes, model::Readers) override
    {
        step();
        auto file = std::make_shared<SimFile>();
        file->write(0, std::string(bytes));
        file->sync();
        step();
        put(path, std::move(file));
    }

    bool exists(const std::string& path) override { return vfs_.disk().names.contains(path); }

    bool claim(const std::string& path) override
    {
        if (exists(path))
            return false;
        write(path, {}, model::Readers::everyone);
        return true;
    }

    bool remove(const std::string& path) override
    {
        if (!exists(path))
            return false;
        step();
        auto& disk = vfs_.disk_to_change();
        disk.names.erase(path);
        return true; // durable with whatever the folder is synced for next
    }

    bool destroy(const std::string& path) override { return remove(path); }

    void copy(const std::string& from, const std::string& to) override
    {
        write(to, read(from).value(), model::Readers::everyone);
    }

    void rename(const std::string& from, const std::string& to) override
    {
        step();
        auto& disk = vfs_.disk_to_change();
        auto file = disk.names.at(from);
        disk.names.erase(from);
        disk.durable_names.erase(from);
        put(to, std::move(file));
    }

    std::vector<std::string> list(const std::string& folder) override
    {
        std::vector<std::string> found;
        for (const auto& [path, file] : vfs_.disk().names)
            if (const auto cut = path.find_last_of("/\\"); path.substr(0, cut) == folder)
                found.push_back(path.substr(cut + 1));
        std::ranges::sort(found);
        return found;
    }

private:
    void step()
    {
        const int code = vfs_.change();
        if (code == SQLITE_FULL)
            throw model::Error({model::msgid("The disk is full, {1} was not written: make room and "
                                             "try again"),
                {"file"}});
        if (code != 0)
            throw model::Error({model::msgid("{1} was not written (error {2}): check the disk or "
                                             "the network drive"),
                {"file", std::to_string(code)}});
    }

    void put(const std::string& path, std::shared_ptr<SimFile> file)
    {
        auto& disk = vfs_.disk_to_change();
        disk.names[path] = file;
        disk.durable_names[path] = std::move(file);
    }

    SimVfs& vfs_;
};

} // namespace tests
