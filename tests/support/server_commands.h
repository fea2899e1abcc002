#pragma once

#include "tests/support/server_process.h"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace tests {

/// A server and the commands of its folder.
struct WithServer {
    /// Its answer, as JSON; the command must succeed.
    boost::json::object answer(const std::vector<std::string>& words)
    {
        const auto ended = server.command(words);
        BOOST_REQUIRE_MESSAGE(ended.exit == 0, ended.err);
        return boost::json::parse(ended.out).as_object();
    }

    std::string file(const std::string& name) const { return server.data() + '/' + name; }

    /// What starting says; empty if the server runs.
    std::string start()
    {
        try {
            server.start();
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return {};
    }

    ServerProcess server;
};

/// hallkeeper-server in English, on whatever folder the words name.
inline Ended run_server(std::vector<std::string> words)
{
    words.insert(words.end(), {"--lang", "en"});
    return run_program("hallkeeper-server", words);
}

inline bool has(const std::string& text, const std::string& part)
{
    BOOST_TEST_INFO(text);
    return text.find(part) != std::string::npos;
}

} // namespace tests
