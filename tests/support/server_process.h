#pragma once

#include "model/sync/join_file.h"
#include "tests/support/temp_folder.h"

#include <Poco/Process.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace tests {

/// What a program that ran to its end said.
struct Ended {
    int exit = 0;
    std::string out;
    std::string err;
};

/// Runs one of our programs ("hallctl", "hallkeeper-server") to its end.
Ended run_program(const std::string& name, const std::vector<std::string>& arguments);

/// A real county server, in a process of its own on loopback with a folder of its own, that is gone
/// at the end.
class ServerProcess {
public:
    /// Waits until it listens; throws std::runtime_error with what it said if it never does.
    explicit ServerProcess(std::vector<std::string> options = {"--county", "430922"});
    ~ServerProcess();

    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// As the system does when power fails, for all that a process can know of it.
    void kill();

    /// As the system asks a service to stop; gives the exit code.
    int stop();

    /// Starts it again on the same folder and port.
    void start();

    int process_id() const { return process_->id(); }

    const std::string& address() const { return address_; }
    const std::string& pin() const { return pin_; }
    std::uint16_t port() const;
    std::string data() const { return folder_.file("county"); }
    const TempFolder& folder() const { return folder_; }

    /// hallkeeper-server on this folder, beside the one that serves; --json and English.
    Ended command(std::vector<std::string> words) const;

    /// A code as a joining file, made through the command line. `more` are further options.
    model::JoinFile new_code(const std::string& role, const std::string& scope,
        const std::vector<std::string>& more = {}) const;

    /// All it wrote to its standard error so far.
    std::string log();

private:
    void wait_for_end();

    TempFolder folder_;
    std::vector<std::string> options_;
    std::optional<Poco::ProcessHandle> process_;
    std::thread reader_;
    std::mutex mutex_;
    std::string log_;
    std::string address_;
    std::string pin_;
};

} // namespace tests
