#include "tests/support/server_process.h"

#include "tests/support/files.h"
#include "tests/support/where.h"

#include <boost/json/parse.hpp>
#include <Poco/PipeStream.h>
#include <Poco/StreamCopier.h>

#include <stdexcept>

namespace tests {

namespace {

std::string program(const std::string& name)
{
    return bin_dir() + '/' + name;
}

std::string text_at(const boost::json::object& object, const char* key)
{
    return std::string(object.at(key).as_string());
}

} // namespace

Ended run_program(const std::string& name, const std::vector<std::string>& arguments)
{
    Poco::Pipe out;
    Poco::Pipe err;
    const auto process = Poco::Process::launch(program(name), arguments, nullptr, &out, &err);
    Ended ended;
    std::thread reader([&] {
        Poco::PipeInputStream stream(err);
        Poco::StreamCopier::copyToString(stream, ended.err);
    });
    Poco::PipeInputStream stream(out);
    Poco::StreamCopier::copyToString(stream, ended.out);
    ended.exit = process.wait();
    reader.join();
    return ended;
}

ServerProcess::ServerProcess(std::vector<std::string> options) : options_(std::move(options))
{
    start();
}

ServerProcess::~ServerProcess()
{
    if (process_)
        kill();
}

void ServerProcess::start()
{
    auto words = options_;
    const auto listen = "127.0.0.1:" + std::to_string(address_.empty() ? 0 : port());
    words.insert(words.end(), {"--data", data(), "--json", "--lang", "en", "--listen", listen});
    Poco::Pipe out;
    Poco::Pipe err;
    process_ = Poco::Process::launch(program("hallkeeper-server"), words, nullptr, &out, &err);
    reader_ = std::thread([this, err] {
        Poco::PipeInputStream stream(err);
        for (std::string line; std::getline(stream, line);) {
            const std::lock_guard lock(mutex_);
            log_ += line + '\n';
        }
    });
    Poco::PipeInputStream stream(out);
    std::string line;
    std::getline(stream, line);
    boost::system::error_code error;
    const auto json = boost::json::parse(line, error);
    const auto* object = json.if_object();
    if (error || !object || !object->contains("address")) {
        wait_for_end();
        throw std::runtime_error("the server did not start: " + line + log());
    }
    address_ = text_at(*object, "address");
    pin_ = text_at(*object, "pin");
}

void ServerProcess::wait_for_end()
{
    process_->wait();
    process_.reset();
    reader_.join();
}

void ServerProcess::kill()
{
    Poco::Process::kill(*process_);
    wait_for_end();
}

int ServerProcess::stop()
{
    Poco::Process::requestTermination(process_->id());
    const int exit = process_->wait();
    process_.reset();
    reader_.join();
    return exit;
}

std::uint16_t ServerProcess::port() const
{
    return static_cast<std::uint16_t>(std::stoi(address_.substr(address_.rfind(':') + 1)));
}

Ended ServerProcess::command(std::vector<std::string> words) const
{
    words.insert(words.begin(), {"--data", data(), "--json", "--lang", "en"});
    return run_program("hallkeeper-server", words);
}

model::JoinFile ServerProcess::new_code(
    const std::string& role, const std::string& scope, const std::vector<std::string>& more) const
{
    std::vector<std::string> words{
        "new-code", "--role", role, "--scope", scope, "--out", folder_.file("new.join")};
    words.insert(words.end(), more.begin(), more.end());
    const auto ended = command(words);
    if (ended.exit != 0)
        throw std::runtime_error(ended.err);
    model::SystemFiles files;
    return model::read_join(files, folder_.file("new.join"));
}

std::string ServerProcess::log()
{
    const std::lock_guard lock(mutex_);
    return log_;
}

} // namespace tests
